namespace LoginVerification.Ports;

/// <summary>
/// How far a message came, as its provider says. Reports come late, twice, in any order or never: only the code proves that a message arrived.
/// A closed set. Immutable and thread-safe; compares by value.
/// </summary>
public abstract record DeliveryReport
{
    private DeliveryReport(string messageId) => MessageId = messageId;

    /// <summary>The message, by <see cref="SmsMessage.Id"/>: 1 to <see cref="MaxMessageIdLength"/> characters.</summary>
    public string MessageId { get; }

    /// <summary>The longest id that is read. Those of the outbox have 32 characters.</summary>
    public const int MaxMessageIdLength = 128;

    /// <summary>The phone has it.</summary>
    /// <param name="MessageId">The message.</param>
    public sealed record Delivered(string MessageId) : DeliveryReport(MessageId);

    /// <summary>It does not arrive.</summary>
    /// <param name="MessageId">The message.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="ProviderCode">The provider's own number for it, where it gave one: 1 to 6 digits.</param>
    public sealed record Failed(string MessageId, UndeliveredReason Reason, int? ProviderCode) : DeliveryReport(MessageId);

    /// <summary>It is under way; another report follows, perhaps.</summary>
    /// <param name="MessageId">The message.</param>
    /// <param name="State">Where it is.</param>
    public sealed record UnderWay(string MessageId, DeliveryState State) : DeliveryReport(MessageId);
}

/// <summary>Where a message is that is under way. New members may come; treat one that you do not know as <see cref="Queued"/>.</summary>
public enum DeliveryState
{
    /// <summary>A provider or network keeps it for later.</summary>
    Queued,

    /// <summary>The phone network has taken it.</summary>
    Sent,
}

/// <summary>Why a message does not arrive. New members may come; treat one that you do not know as <see cref="Unknown"/>.</summary>
public enum UndeliveredReason
{
    /// <summary>The provider gives no reason, or one that says nothing.</summary>
    Unknown,

    /// <summary>There is no such number, or it takes no SMS.</summary>
    UnknownNumber,

    /// <summary>The provider does not serve the number's country or carrier.</summary>
    NotServed,

    /// <summary>Its holder told the provider STOP. Report it with <see cref="CarrierReports.OptOutOfDeliveryAsync"/>, if the number is known.</summary>
    OptedOut,

    /// <summary>The phone was off or out of reach. Another message may arrive.</summary>
    Unreachable,

    /// <summary>A carrier or the provider blocked it, as spam for example.</summary>
    Refused,
}
