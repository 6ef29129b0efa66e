namespace LoginVerification.Exploration;

/// <summary>One single change of a policy, and what comes of it. Immutable and thread-safe.</summary>
/// <param name="Change">The change in words.</param>
/// <param name="Edits">The same as edits of the file.</param>
/// <param name="Verdicts">The verdicts that flip, and those of which nobody knows; none where the policy is not valid with the change.</param>
/// <param name="IsValid">Whether the policy is valid with the change.</param>
public sealed record PolicyMutation(string Change, IReadOnlyList<PolicyEdit> Edits, IReadOnlyList<VerdictChange> Verdicts, bool IsValid)
{
    /// <summary>Whether every state was looked at, without the change and with it.</summary>
    public required bool IsComplete { get; init; }
}
