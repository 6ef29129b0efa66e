namespace LoginVerification.Engine;

/// <summary>The newest sign-in of an account: what was asked, and how it ended. Immutable; compares by value.</summary>
/// <param name="Challenge">What has to be answered: a code, or a number to match, without either.</param>
/// <param name="Channel">Over which channel; the one that was active when it began.</param>
public sealed record SignIn(Challenge Challenge, VerificationChannel Channel)
{
    /// <summary>The longest place and the longest browser, in UTF-16 code units.</summary>
    public const int MaxContextLength = 128;

    /// <summary>Where it was begun.</summary>
    public required Surface Surface { get; init; }

    /// <summary>Where the browser seems to be, as the host tells the owner, or null.</summary>
    public string? Place { get; init; }

    /// <summary>What browser it is, as the host tells the owner, or null.</summary>
    public string? Browser { get; init; }

    /// <summary>The device on which the owner said yes, with the right number; null while none did.</summary>
    public DeviceId? ConfirmedBy { get; init; }

    /// <summary>How it ended, or null while it is open.</summary>
    public SignInState? Ended { get; init; }

    /// <summary>Why the code did not reach the phone, or null while nothing is known against it.</summary>
    public DeliveryFailure? Delivery { get; init; }
}
