using NodaTime;

namespace LoginVerification;

/// <summary>Something to send, by ids alone: never a code, a text or a number. Immutable; compares by value.</summary>
/// <param name="Account">Whose.</param>
/// <param name="EventVersion">The version of the event that it tells about; unique together with account and effect.</param>
/// <param name="Effect">What is to be sent.</param>
/// <param name="DueAt">When it may be claimed. Set ahead by the process that is about to send it itself, and after a failed attempt.</param>
/// <param name="Attempts">How often it was tried.</param>
public sealed record OutboxMessage(AccountId Account, long EventVersion, OutboxEffect Effect, Instant DueAt, int Attempts = 0)
{
    /// <summary>Names the message: the same for each attempt.</summary>
    public string Id => $"{Account.Value}/{EventVersion}/{Effect}";
}
