using NodaTime;

namespace LoginVerification.Engine;

/// <summary>
/// All that a decision may know beside the snapshot. The shell fills it before it decides, and again after a lost race.
/// Immutable; compares by value.
/// </summary>
/// <param name="Origin">When (in whole milliseconds, and never before the last event), by whom and where.</param>
/// <param name="Fresh">What was drawn at random for this decision.</param>
public sealed record Facts(Origin Origin, ChallengeSeed Fresh)
{
    private readonly Instant? clock;

    /// <summary>The present.</summary>
    public Instant Now => Origin.At;

    /// <summary>
    /// What the clock of this process reads: the present, unless another one, which is a little ahead, stamped the last event. Authentications are held
    /// against it, for the host takes their times from its own clock, and not from the enrolment.
    /// </summary>
    public Instant Clock
    {
        get => clock ?? Now;
        init => clock = value;
    }

    /// <summary>When the user last authenticated, or null for not at all.</summary>
    public Instant? AuthenticatedAt { get; init; }

    /// <summary>What the host saw at that authentication.</summary>
    public AuthenticationFactors Factors { get; init; }

    /// <summary>What the reader made of the command's number, with the carrier; null for a command without a number.</summary>
    public PhoneReading? Number { get; init; }

    /// <summary>The command's number, if it could be read.</summary>
    internal PhoneDetails? ReadPhone => (Number as PhoneReading.Readable)?.Details;

    /// <summary>Whether the provider serves the number in question.</summary>
    public RegistryService Service { get; init; }

    /// <summary>Whether the account has a device for the app channel: the shell says what the snapshot holds, and who explores says what it likes.</summary>
    public bool DeviceRegistered { get; init; }

    /// <summary>What the account is. Nobody knows an attribute that is not among them.</summary>
    public ValueList<AttributeValue> Account { get; init; } = [];

    /// <summary>What the risk signal says of a send to the number in question.</summary>
    public Risk Risk { get; init; }

    /// <summary>What the send limiter says of a send to the number in question.</summary>
    public SendAllowance SendAllowance { get; init; } = SendAllowance.Yes;

    /// <summary>How many other accounts have the pending number verified.</summary>
    public int OtherAccountsOnNumber { get; init; }

    /// <summary>Which challenge the given code matches.</summary>
    public CodeMatch CodeMatch { get; init; }

    /// <summary>Whether the host no longer has the key of the challenge in question, the pending number's or the sign-in's, so that no code can match it.</summary>
    public bool CodeKeyRetired { get; init; }

    /// <summary>Which backup code was given, by its number in its set; null for none of them.</summary>
    public int? BackupCode { get; init; }

    /// <summary>The hashes of the codes that are about to be shown; null where none were asked for.</summary>
    public BackupCodeSet? NewBackupCodes { get; init; }

    /// <summary>Whether the device's signature is one of its key, over what was sent, in its one form.</summary>
    public bool SignatureIsValid { get; init; }

    /// <summary>Whether the token to bind a device is this account's, alive, unused, and of the protection that is in force.</summary>
    public bool TokenIsValid { get; init; }

    /// <summary>The key of a device that is to be bound; null where it is none.</summary>
    public DeviceKey? DeviceKey { get; init; }

    /// <summary>Whether real phones ring, so that reserved numbers are refused.</summary>
    public bool SenderIsLive { get; init; }
}
