namespace LoginVerification.Policies;

/// <summary>What RemovePhone does while verification is enabled.</summary>
public enum RemovePhoneMode
{
    /// <summary>It is refused; the user disables verification first, knowingly.</summary>
    Refuse,

    /// <summary>Verification is disabled by an event of its own, with a notice, and the phone is removed.</summary>
    DisableWithNotice,

    /// <summary>Research only: verification ends as a side effect and nobody is told.</summary>
    DisableSilently,
}

/// <summary>What a resend sends while the code is alive.</summary>
public enum ResendMode
{
    /// <summary>The same code: its life and its wrong tries stay as they are, and whichever message arrives works.</summary>
    Same,

    /// <summary>A new code; the earlier one is superseded.</summary>
    New,

    /// <summary>A new code, and those before it stay alive beside it, each for its own life. Only in a policy with <see cref="PolicyDocument.Research"/>.</summary>
    NewBesideEarlier,
}

/// <summary>What a STOP message from a number does.</summary>
public enum StopMode
{
    /// <summary>The number gets no more messages; nothing else changes, because such messages can be forged.</summary>
    OptOut,

    /// <summary>Research only: the phone is removed, protection ends with it and nobody is told.</summary>
    RemovePhone,
}

/// <summary>What a report does that the verified number changed hands.</summary>
public enum InvalidationMode
{
    /// <summary>The number has to be confirmed again before SMS is used; the owner gets a notice and the state stays.</summary>
    Flag,

    /// <summary>Research only: verification ends as a side effect and nobody is told.</summary>
    DisableSilently,
}
