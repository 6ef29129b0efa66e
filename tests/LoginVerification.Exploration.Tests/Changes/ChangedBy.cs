namespace LoginVerification.Exploration.Tests.Changes;

/// <summary>Changes of a policy, by their words.</summary>
internal static class ChangedBy
{
    /// <summary>The policy with some of <see cref="SingleChanges"/>, one after another.</summary>
    public static PolicyDocument Of(PolicyDocument policy, params IEnumerable<string> changes) =>
        changes.Aggregate(policy, (changed, words) => SingleChanges.Of(changed).Single(change => change.Description == words).Document);
}
