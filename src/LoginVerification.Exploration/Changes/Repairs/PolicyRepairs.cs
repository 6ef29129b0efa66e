namespace LoginVerification.Exploration;

/// <summary>
/// Finds what to change in a policy so that a violated property holds, nothing that held falls, and nothing that is violated is so any farther.
/// Changes are made one, then two, then more at a time, and each variant is explored before it is offered. Deterministic.
/// </summary>
public static class PolicyRepairs
{
    /// <summary>Looks for repairs of one property.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="property">One of <see cref="PolicyProperties.All"/>.</param>
    /// <param name="options">How variants are explored; the defaults, if nothing is stated.</param>
    /// <param name="explorer">One that remembers what it worked out; a new one, if none is given.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ArgumentException">The property is not the library's.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static RepairAnswer Of(EnrolmentPolicy policy, PolicyProperty property, VariantOptions? options = null, Explorer? explorer = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(property);
        if (!PolicyProperties.All.Contains(property))
            throw new ArgumentException($"{property.Name} is not one of the library's properties. Give one of {nameof(PolicyProperties)}.{nameof(PolicyProperties.All)}.", nameof(property));
        options ??= new VariantOptions();
        explorer ??= new Explorer();
        var judge = new PolicyJudge(explorer, options, cancellationToken);
        var before = judge.Of(policy);
        var search = new RepairSearch(judge, options.Progress);
        var told = before[property].Verdict;
        var found = told is Verdict.Violated ? search.Find(property, before) : [];
        var repairs = found.Select(repair => Told(before, repair.Judged, repair.Changes.Descriptions, explorer));
        return new RepairAnswer(property.Name, told, [.. repairs.OrderBy(repair => repair.Edits.Count).ThenBy(repair => repair.ChangedCells)])
        {
            Tried = search.Tried,
            IsComplete = before.IsComplete && search.Unfinished == 0,
        };
    }

    /// <summary>
    /// Looks for one repair of all that is violated: property by property, each time with the smallest repair, and of several with the one
    /// that leaves the fewest unrepaired and takes the fewest actions from surfaces.
    /// </summary>
    /// <param name="policy">The policy.</param>
    /// <param name="options">How variants are explored; the defaults, if nothing is stated.</param>
    /// <param name="explorer">One that remembers what it worked out; a new one, if none is given.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static WholeRepair OfAll(EnrolmentPolicy policy, VariantOptions? options = null, Explorer? explorer = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(policy);
        options ??= new VariantOptions();
        explorer ??= new Explorer();
        var judge = new PolicyJudge(explorer, options, cancellationToken);
        var search = new RepairSearch(judge, options.Progress);
        var before = judge.Of(policy);
        var (now, descriptions) = (before, new List<string>());
        var given = new HashSet<string>();
        while (now.Violated.FirstOrDefault(property => !given.Contains(property.Name)) is { } property)
        {
            if (search.Find(property, now) is not { Count: > 0 } found)
            {
                given.Add(property.Name);
                continue;
            }

            var best = found.MinBy(repair => (LeftOf(before, repair.Judged).Count(), OfferedIn(now).Except(OfferedIn(repair.Judged)).Count()));
            now = best.Judged;
            descriptions.AddRange(best.Changes.Descriptions);
            // What could not be repaired before may be so now.
            given.Clear();
        }

        return new WholeRepair(
            descriptions.Count > 0 ? Told(before, now, descriptions, explorer) : null,
            NamesOf(before.Violated),
            NamesOf(LeftOf(before, now)),
            NamesOf(PolicyProperties.All.Where(property => now[property].Verdict is Verdict.NotClosed)))
        {
            Tried = search.Tried,
            IsComplete = before.IsComplete && search.Unfinished == 0,
        };
    }

    /// <summary>What is violated, and what was and says nothing any more: that repairs nothing.</summary>
    private static IEnumerable<PolicyProperty> LeftOf(Judgement before, Judgement now) =>
        PolicyProperties.All.Where(property => now[property].Verdict is Verdict.Violated || (before[property].Verdict is Verdict.Violated && now[property].Verdict is Verdict.Vacuous && !now.Holds(property)));

    private static IReadOnlyList<string> NamesOf(IEnumerable<PolicyProperty> properties) => [.. properties.Select(property => property.Name)];

    private static IEnumerable<(Surface Surface, EnrolmentAction Action)> OfferedIn(Judgement judged) =>
        judged.Policy.Screens.Screens.SelectMany(screen => screen.Offers.Select(offer => (screen.Surface, offer.Action)));

    private static PolicyRepair Told(Judgement before, Judgement after, IReadOnlyList<string> descriptions, Explorer explorer) => new()
    {
        Changes = descriptions,
        Edits = PolicyEdits.Between(before.Policy.Document, after.Policy.Document),
        Policy = after.Policy,
        States = after.States,
        ChangedCells = MatrixDifference.Between(before.Policy, after.Policy, explorer, RouteLinks.All).Count(cell => cell.Left != cell.Right),
        Repaired = NamesOf(PolicyProperties.All.Where(property => after.EffectOn(property, before) is PropertyEffect.Repaired)),
    };
}
