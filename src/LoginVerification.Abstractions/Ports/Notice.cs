using NodaTime;

namespace LoginVerification;

/// <summary>A message to an account's owner. It holds no code, and numbers only masked. Immutable; compares by value.</summary>
/// <param name="Account">Whose owner.</param>
/// <param name="Kind">What happened.</param>
/// <param name="At">When.</param>
/// <param name="By">Who made it happen.</param>
public sealed record Notice(AccountId Account, NoticeKind Kind, Instant At, Initiator By)
{
    /// <summary>Names the notice: the same for each attempt.</summary>
    public required string Id { get; init; }

    /// <summary>Where it happened, or null for what did not come from a user.</summary>
    public Surface? Surface { get; init; }
}
