namespace LoginVerification;

/// <summary>What a settings page needs. Immutable; compares by value.</summary>
/// <param name="State">Where the enrolment stands.</param>
public sealed record EnrolmentStatus(EnrolmentState State)
{
    /// <summary>The verified number, masked, or null.</summary>
    public string? Phone { get; init; }

    /// <summary>The number that waits for its code, masked, or null.</summary>
    public string? PendingPhone { get; init; }

    /// <summary>How far the newest code for the pending number came; null when no number is pending.</summary>
    public CodeDelivery? CodeDelivery { get; init; }

    /// <summary>The channel that protects the log-in, or null.</summary>
    public VerificationChannel? ActiveChannel { get; init; }

    /// <summary>Whether the verified number has to be confirmed again before SMS is used.</summary>
    public bool NeedsReverification { get; init; }

    /// <summary>The devices that can approve sign-ins, oldest first.</summary>
    public ValueList<DeviceStatus> Devices { get; init; } = [];

    /// <summary>How many backup codes are left; null where none were issued since protection began.</summary>
    public int? BackupCodesLeft { get; init; }

    /// <summary>What can be done here now, one entry an action and channel, each allowed or refused with its ways out.</summary>
    public ValueList<ActionStatus> Actions { get; init; } = [];

    /// <summary>
    /// The countries whose mobile numbers this account can submit here, in order of their letters, as far as the gating rules say: carriers, and what a
    /// registry knows of a number, are looked at when it comes. Where nobody knows what the account is, those are left out that depend on it.
    /// </summary>
    public ValueList<CountryCode> ServedCountries { get; init; } = [];

    /// <summary>The countries whose mobile numbers this account can submit on another surface and not here: of the same order, and as far as the same rules say.</summary>
    public ValueList<CountryCode> ServedElsewhere { get; init; } = [];

    /// <summary>Notices that found no address independent of the phone in question: show them in the application.</summary>
    public ValueList<InAppNotice> InAppNotices { get; init; } = [];

    /// <summary>The optional ports that the host left to their defaults, which say "unknown" or "allowed".</summary>
    public ValueList<string> UnansweredPorts { get; init; } = [];
}
