namespace LoginVerification.Exploration;

/// <summary>
/// Looks for small sets of changes that repair a property and harm none: breadth first, sets of one change, then of two, and so on, of the kinds that can repair it.
/// Each level goes on from those sets alone that left the least against the property (a beam search), for all of them would be too many: a smaller set may be passed over.
/// </summary>
internal sealed class RepairSearch(PolicyJudge judge, IProgress<int>? progress)
{
    /// <summary>The most changes of a repair.</summary>
    private const int MostChanges = 6;

    /// <summary>How many sets of a level are gone on from.</summary>
    private const int BeamWidth = 8;

    /// <summary>How many variants were explored.</summary>
    public int Tried { get; private set; }

    /// <summary>How many of them have more states than are looked at: none of them counts as a repair.</summary>
    public int Unfinished { get; private set; }

    /// <summary>The smallest sets that it finds to repair a property, each with what the policy comes to with it. None, where the search found none.</summary>
    public IReadOnlyList<(ChangeSet Changes, Judgement Judged)> Find(PolicyProperty property, Judgement before)
    {
        IReadOnlyList<ChangeSet> level = [new(before.Policy.Document, [], RepairingKinds.Of(property).ToHashSet(), RemainingIn(before[property]))];
        var seen = new HashSet<string> { PolicyFile.Write(before.Policy.Document) };
        for (var changes = 1; changes <= MostChanges && level.Count > 0; changes++)
        {
            var repairing = new List<(ChangeSet, Judgement)>();
            var open = new List<ChangeSet>();
            foreach (var (set, change) in level.SelectMany(set => SingleChanges.Of(set.Document).Where(change => set.Kinds.Contains(change.Kind)).Select(change => (set, change))))
            {
                if (!seen.Add(PolicyFile.Write(change.Document)) || Judge(change.Document) is not { } judged)
                    continue;
                var told = judged[property];
                var next = set with { Document = change.Document, Descriptions = [.. set.Descriptions, change.Description] };
                if (told.Verdict is Verdict.Violated && RemainingIn(told) is var remaining && remaining.CompareTo(set.Remaining) <= 0)
                    open.Add(next with { Remaining = remaining });
                else if (judged.EffectOn(property, before) is PropertyEffect.Repaired && judged.HarmedSince(before).ToList() is var harmed)
                {
                    if (harmed.Count == 0)
                        repairing.Add((next, judged));
                    else
                        open.Add(next with { Remaining = default, Kinds = set.Kinds.Union(harmed.SelectMany(RepairingKinds.Of)).ToHashSet() });
                }
            }

            if (repairing.Count > 0)
                return repairing;
            level = [.. open.OrderBy(set => set.Remaining).Take(BeamWidth)];
        }

        return [];
    }

    private Judgement? Judge(PolicyDocument document)
    {
        if (judge.Of(document) is not { } judged)
            return null;
        Tried++;
        Unfinished += judged.IsComplete ? 0 : 1;
        progress?.Report(Tried);
        return judged;
    }

    private static ((double, double, double) Odds, int Violations, int Trapped) RemainingIn(PropertyVerdict told) => (told.Odds, told.Violations.Count, told.TrapEntries.Sum(entry => entry.TrappedStates));
}
