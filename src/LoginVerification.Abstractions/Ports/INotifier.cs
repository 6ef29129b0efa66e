using NodaTime;

namespace LoginVerification.Ports;

/// <summary>Port: tells an account's owner what happened, over an address other than the phone in question (e-mail, for example). Thread-safe.</summary>
public interface INotifier
{
    /// <summary>Sends one notice.</summary>
    /// <param name="notice">What happened.</param>
    /// <param name="cancellationToken">Gives up waiting; the notice may still go out.</param>
    /// <returns>Whether an independent address was there.</returns>
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
    /// <summary>Names the notice: the same for each attempt.</summary>
    public required string Id { get; init; }

    /// <summary>Where it happened, or null for what did not come from a user.</summary>
    public Surface? Surface { get; init; }
}

/// <summary>What became of a notice.</summary>
[JsonConverter(typeof(NameJsonConverter<NoticeReceipt>))]
public enum NoticeReceipt
{
    /// <summary>It was handed on.</summary>
    Sent,

    /// <summary>The account has no address but the phone in question; the host shows the notice in the application.</summary>
    NoIndependentAddress,
}
