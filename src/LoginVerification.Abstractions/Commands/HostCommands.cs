namespace LoginVerification;

/// <summary>A command of the host, the phone network or time. No surface offers it and no gating rule applies.</summary>
public abstract record HostCommand : EnrolmentCommand
{
    private protected HostCommand() { }
}

/// <summary>Forgets a pending number whose time is over. The service gives this command by itself before the next one.</summary>
public sealed record LapsePending : HostCommand;

/// <summary>Reports that the verified number may have changed hands. By default it flags the number for re-verification and never changes the state.</summary>
/// <param name="Number">The number that the report is about, in international form; a report about another number is refused.</param>
/// <param name="Reason">What was reported.</param>
public sealed record InvalidatePhone(PhoneInput Number, InvalidationReason Reason) : HostCommand;

/// <summary>Records that the holder of a number asked for no more messages (STOP). Such messages can be forged, so by default nothing but delivery changes.</summary>
/// <param name="Number">The number that the message came from, in international form.</param>
public sealed record OptOutOfDelivery(PhoneInput Number) : HostCommand;

/// <summary>Takes back an opt-out of delivery (START, or the host's staff).</summary>
/// <param name="Number">The number, in international form.</param>
public sealed record RestoreDelivery(PhoneInput Number) : HostCommand;

/// <summary>Forgives all wrong codes of the account and opens its lock. The host's alone, and audited.</summary>
public sealed record Unlock : HostCommand;

/// <summary>Moves in a number that the host verified before, so that an existing user base need not start again.</summary>
/// <param name="Number">The number, in international form.</param>
/// <param name="VerifiedAt">When the host verified it; not in the future.</param>
/// <param name="Enabled">The channel that was already enabled there, or null.</param>
public sealed record ImportVerifiedPhone(PhoneInput Number, NodaTime.Instant VerifiedAt, VerificationChannel? Enabled = null) : HostCommand
{
    /// <summary>When the host verified it, in whole milliseconds.</summary>
    [JsonConverter(typeof(InstantJsonConverter))]
    public NodaTime.Instant VerifiedAt { get; init => field = WholeMilliseconds.Of(value); } = WholeMilliseconds.Of(VerifiedAt);
}

/// <summary>Why a verified number is in doubt.</summary>
[JsonConverter(typeof(NameJsonConverter<InvalidationReason>))]
public enum InvalidationReason
{
    /// <summary>The network gave the number to another subscriber.</summary>
    Recycled,

    /// <summary>The number moved to another carrier or SIM.</summary>
    Ported,

    /// <summary>No message reaches the number any more.</summary>
    NoLongerServed,

    /// <summary>So many wrong codes in a row were given at sign-in that the phone has to be confirmed again (NIST SP 800-63B-4, section 3.2.2). No host reports it: it comes of the lock.</summary>
    TooManyFailures,
}
