namespace LoginVerification;

/// <summary>What a STOP message from a number does.</summary>
public enum StopMode
{
    /// <summary>The number gets no more messages; nothing else changes, because such messages can be forged.</summary>
    OptOut,

    /// <summary>Research only: the phone is removed, protection ends with it and nobody is told.</summary>
    RemovePhone,
}
