namespace LoginVerification.Exploration;

/// <summary>Some changes of a policy, one after another.</summary>
/// <param name="Document">The policy with the changes.</param>
/// <param name="Descriptions">The changes in words.</param>
/// <param name="Kinds">Which kinds of changes may come next.</param>
/// <param name="Remaining">How much is still against the property: its odds, then violations, then states in traps. 0 where it holds and something else is harmed.</param>
internal sealed record ChangeSet(PolicyDocument Document, IReadOnlyList<string> Descriptions, IReadOnlySet<PolicyChangeKind> Kinds, ((double, double, double) Odds, int Violations, int Trapped) Remaining);
