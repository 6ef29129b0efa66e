using NodaTime;

namespace LoginVerification.Policies;

/// <summary>
/// Everything that changes a decision, as data: surfaces with their screens, gating rules, limits and modes. It says the same as a
/// policy file. <see cref="EnrolmentPolicy"/> is what the service runs: this document, validated and frozen. Immutable and thread-safe.
/// </summary>
public sealed record PolicyDocument
{
    /// <summary>The name of the policy.</summary>
    public required string Name { get; init; }

    /// <summary>What it is for, and what it only approximates: at most <see cref="PolicyLimits.MaxDescriptionLength"/> characters.</summary>
    public string Description { get; init; } = "";

    /// <summary>
    /// Whether it is there to be explored and nothing else. Such a policy may go beyond the bounds that keep codes from being guessed, and no host starts with it; false by default.
    /// </summary>
    public bool Research { get; init; }

    /// <summary>Where users act: 1 to <see cref="PolicyLimits.MaxSurfaces"/> surfaces.</summary>
    public required IReadOnlyList<SurfaceDocument> Surfaces { get; init; }

    /// <summary>What is allowed where and for whom: at most <see cref="PolicyLimits.MaxRules"/> rules. Every rule that speaks of an action on a surface has to allow it.</summary>
    public IReadOnlyList<GatingRule> Rules { get; init; } = [];

    /// <summary>What rules ask of accounts, and the host states: at most <see cref="PolicyLimits.MaxAttributes"/> attributes.</summary>
    public IReadOnlyList<AccountAttribute> AccountAttributes { get; init; } = [];

    /// <summary>The code that proves a number.</summary>
    public CodeRules Code { get; init; } = new();

    /// <summary>How often codes are sent.</summary>
    public SendRules Sending { get; init; } = new();

    /// <summary>What wrong codes in a row lead to.</summary>
    public LockRules Lock { get; init; } = new();

    /// <summary>How often an owner is asked at sign-in, and how long.</summary>
    public SignInRules SignIn { get; init; } = new();

    /// <summary>How often verification is turned on or moved to another channel.</summary>
    public ChannelChangeRules ChannelChanges { get; init; } = new();

    /// <summary>Where an SMS can be lost, as the explorer assumes it.</summary>
    public SmsDeliveryRules SmsDelivery { get; init; } = new();

    /// <summary>When a number that nobody confirms is forgotten: at least the life of a code, at most 30 days; 24 h by default.</summary>
    public Duration PendingLapsesAfter { get; init; } = Duration.FromHours(24);

    /// <summary>How recent an authentication has to be for a change of weight: 1 min to 1 h; 5 min by default (OWASP ASVS 5.0, 7.5.1).</summary>
    public Duration ReauthenticateWithin { get; init; } = Duration.FromMinutes(5);

    /// <summary>How many accounts may have the same number verified: 1 to 1000; 10 by default. Codes confirmed at the same instant may pass it by a few.</summary>
    public int AccountsPerNumber { get; init; } = 10;

    /// <summary>How long no number can be added after the verified one was removed, by whomever: 0 s to 30 days; 0 s, which is no wait, by default.</summary>
    public Duration CoolDownAfterRemoval { get; init; } = Duration.Zero;

    /// <summary>What RemovePhone does while verification is enabled; it is refused by default.</summary>
    public RemovePhoneMode RemovePhoneWhileEnabled { get; init; } = RemovePhoneMode.Refuse;

    /// <summary>What a STOP message does; the number gets no more messages, by default.</summary>
    public StopMode OnStop { get; init; } = StopMode.OptOut;

    /// <summary>What a report does that the verified number changed hands; it has to be confirmed again, by default.</summary>
    public InvalidationMode OnPhoneInvalidated { get; init; } = InvalidationMode.Flag;
}
