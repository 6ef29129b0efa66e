namespace LoginVerification.Exploration;

/// <summary>
/// Makes every single change to a policy that somebody may make to its screens, rules, modes and limits, and explores each: which change
/// repairs it, and which one breaks it. A verdict that no change flips proves nothing. Deterministic.
/// </summary>
public static class PolicyMutations
{
    /// <summary>Tries the changes one by one, while they are read.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="options">How variants are explored; the defaults, if nothing is stated.</param>
    /// <param name="explorer">One that remembers what it worked out; a new one, if none is given.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static IEnumerable<PolicyMutation> Of(EnrolmentPolicy policy, VariantOptions? options = null, Explorer? explorer = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return Try(policy, options ?? new VariantOptions(), explorer ?? new Explorer(), cancellationToken);
    }

    private static IEnumerable<PolicyMutation> Try(EnrolmentPolicy policy, VariantOptions options, Explorer explorer, CancellationToken cancellationToken)
    {
        var judge = new PolicyJudge(explorer, options, cancellationToken);
        var before = judge.Of(policy);
        // Two changes may come to the same, and one to what is there already.
        var seen = new HashSet<string> { PolicyFile.Write(policy.Document) };
        var tried = 0;
        foreach (var change in SingleChanges.Of(policy.Document).Where(change => seen.Add(PolicyFile.Write(change.Document))))
        {
            var judged = judge.Of(change.Document);
            yield return new PolicyMutation(change.Description, PolicyEdits.Between(policy.Document, change.Document), judged?.ChangesSince(before) ?? [], judged is not null)
            {
                IsComplete = before.IsComplete && judged is null or { IsComplete: true },
            };
            options.Progress?.Report(++tried);
        }
    }
}
