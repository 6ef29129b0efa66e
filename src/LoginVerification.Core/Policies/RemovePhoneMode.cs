namespace LoginVerification;

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
