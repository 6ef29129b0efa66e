using NodaTime;

namespace LoginVerification.Ports;

/// <summary>
/// Port: tells an account's owner what happened, over an address other than the phone in question (e-mail, for example). Each notice comes
/// once for each of two addresses (NIST SP 800-63B-4, section 4.6, asks for both where an account has two). Thread-safe.
/// </summary>
public interface INotifier
{
    /// <summary>Sends one notice to one address.</summary>
    /// <param name="notice">What happened, and which address is meant.</param>
    /// <param name="cancellationToken">Gives up waiting, well before the lease of the outbox ends; the notice may still go out.</param>
    /// <returns>Whether that address was there, independent of the phone in question.</returns>
    /// <exception cref="Exception">The notice was not taken; the outbox tries again later.</exception>
    Task<NoticeReceipt> NotifyAsync(Notice notice, CancellationToken cancellationToken);
}

/// <summary>A message to an account's owner. It holds no code, and numbers only masked. Immutable; compares by value.</summary>
/// <param name="Account">Whose owner.</param>
/// <param name="Kind">What happened.</param>
/// <param name="At">When.</param>
/// <param name="By">Who made it happen.</param>
public sealed record Notice(AccountId Account, NoticeKind Kind, [property: JsonConverter(typeof(InstantJsonConverter))] Instant At, Initiator By)
{
    /// <summary>Names the notice to this address: the same for each attempt, and no other one's, ever.</summary>
    public required string Id { get; init; }

    /// <summary>Which of the owner's addresses is meant.</summary>
    public NoticeAddress Address { get; init; }

    /// <summary>Where it happened, or null for what did not come from a user.</summary>
    public Surface? Surface { get; init; }
}

/// <summary>Which of an owner's addresses a notice goes to. Push to the host's app counts as one address.</summary>
[JsonConverter(typeof(NameJsonConverter<NoticeAddress>))]
public enum NoticeAddress
{
    /// <summary>The one that every account should have.</summary>
    First,

    /// <summary>A second one, where the account has it.</summary>
    Second,
}

/// <summary>What became of a notice.</summary>
[JsonConverter(typeof(NameJsonConverter<NoticeReceipt>))]
public enum NoticeReceipt
{
    /// <summary>It was handed on.</summary>
    Sent,

    /// <summary>
    /// The account has no such address but the phone in question. Without a first one the notice is shown in the application; without a second one
    /// nothing is missing.
    /// </summary>
    NoIndependentAddress,
}
