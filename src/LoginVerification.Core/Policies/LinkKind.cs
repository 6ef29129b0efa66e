namespace LoginVerification;

/// <summary>Whether a user sees a link.</summary>
public enum LinkKind
{
    /// <summary>In plain sight on the screen.</summary>
    Visible,

    /// <summary>On the screen, and easily missed.</summary>
    Hidden,

    /// <summary>Not on the screen: inside an SMS or an e-mail.</summary>
    External,
}
