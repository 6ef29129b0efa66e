namespace LoginVerification.Exploration;

/// <summary>
/// Looks for small sets of changes that mend a property and break none: breadth first, sets of one change, then of two, and so on, of the kinds that can mend it.
/// Each level goes on from those sets alone that left the least against the property (a beam search), for all of them would be too many: a smaller set may be passed over.
/// </summary>
internal sealed class RepairSearch(PolicyJudge judge, IProgress<int>? progress)
{
    /// <summary>The most changes of a repair.</summary>
    private const int MostChanges = 6;

    /// <summary>How many sets of a level are gone on from.</summary>
    private const int BeamWidth = 8;

    private int tried;

    /// <summary>How many variants were explored.</summary>
    public int Tried => tried;

    /// <summary>The smallest sets that it finds to mend a property, each with what the policy comes to with it. None, where the search found none.</summary>
    public IReadOnlyList<(ChangeSet Changes, Judgement Judged)> Find(PolicyProperty property, Judgement before)
    {
        var verdicts = before.Verdicts();
        IReadOnlyList<ChangeSet> level = [new(before.Policy.Document, [], MendingKinds.Of(property).ToHashSet(), RemainingIn(before[property]))];
        var seen = new HashSet<string> { PolicyFile.Write(before.Policy.Document) };
        for (var changes = 1; changes <= MostChanges && level.Count > 0; changes++)
        {
            var mending = new List<(ChangeSet, Judgement)>();
            var open = new List<ChangeSet>();
            foreach (var (set, change) in level.SelectMany(set => SingleChanges.Of(set.Document).Where(change => set.Kinds.Contains(change.Kind)).Select(change => (set, change))))
            {
                if (!seen.Add(PolicyFile.Write(change.Document)) || Judge(change.Document) is not { } judged)
                    continue;
                var told = judged[property];
                var next = set with { Document = change.Document, Descriptions = [.. set.Descriptions, change.Description] };
                if (told.Verdict is Verdict.Violated && RemainingIn(told) is var remaining && remaining.CompareTo(set.Remaining) <= 0)
                    open.Add(next with { Remaining = remaining });
                else if (judged.Holds(property) && judged.BrokenSince(verdicts).ToList() is var broken)
                {
                    if (broken.Count == 0)
                        mending.Add((next, judged));
                    else
                        open.Add(next with { Remaining = default, Kinds = set.Kinds.Union(broken.SelectMany(MendingKinds.Of)).ToHashSet() });
                }
            }

            if (mending.Count > 0)
                return mending;
            level = [.. open.OrderBy(set => set.Remaining).Take(BeamWidth)];
        }

        return [];
    }

    private Judgement? Judge(PolicyDocument document)
    {
        tried++;
        progress?.Report(tried);
        return judge.Of(document);
    }

    private static (int Violations, int Trapped) RemainingIn(PropertyVerdict told) => (told.Violations.Count, told.TrapEntries.Sum(entry => entry.TrappedStates));
}
