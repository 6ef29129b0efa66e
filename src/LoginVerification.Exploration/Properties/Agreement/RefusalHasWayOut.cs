namespace LoginVerification.Exploration;

internal sealed class RefusalHasWayOut() : GraphProperty(
    nameof(RefusalHasWayOut), PropertyKind.Agreement, "every refusal that a user can meet has a way out that leads on, and the screen shows it")
{
    protected override PropertyVerdict Look(GraphEvidence evidence)
    {
        var isOwed = false;
        var ways = new WaysTaken(evidence.Model);
        var without = new List<(ReachableRefusal Refused, string What)>();
        foreach (var refused in evidence.Refusals.Where(refused => refused.OwesWayOut))
        {
            isOwed = true;
            if (Fault(evidence, ways, refused) is { } what)
                without.Add((refused, what));
            if (without.Count > 0 && evidence.IsStopped)
                break;
        }

        if (!isOwed)
            return Vacuous("nothing is ever refused");
        // One of each kind is told.
        var kinds = without.OrderBy(one => Gravity(one.Refused, one.What)).ThenBy(one => evidence.Table[one.Refused.Column].Adverse is not null).GroupBy(one => one.Refused.Refusal.Code).Select(alike => alike.First()).ToList();
        if (kinds is not [var (first, fault), ..])
            return Proved();
        var others = kinds.Skip(1).Select(one => one.Refused).ToList();
        var also = others.Count == 0 ? "" : $"; so it is with {string.Join(", ", others.Select(refused => refused.Refusal.Code))}";
        return Violated(
            $"{first.Screen}, {first.Class.Name}: {evidence.Table[first.Column].Name}: {first.Refusal.Code}, and {fault}{also}",
            without.Select(one => one.Refused).OrderBy(refused => refused != first).Select(refused => new Violation
            {
                Class = refused.Class,
                Surface = refused.Screen.Surface,
                Screen = refused.Screen.Name,
                Choice = evidence.Table[refused.Column].Choice,
                Refusal = refused.Refusal.Code,
            }).Distinct(),
            evidence.CounterexampleTo(first)) with
        {
            OtherTraces = [.. others.Select(evidence.CounterexampleTo)],
        };
    }

    /// <summary>What is wrong with the ways out of a refusal; null if one leads on and the screen shows it.</summary>
    private static string? Fault(GraphEvidence evidence, WaysTaken ways, ReachableRefusal refused)
    {
        var (state, input, refusal) = (evidence.StateAt(refused.Position), evidence.Table[refused.Column], refused.Refusal);
        if (refusal.WaysOut.Count == 0)
            return NoWay;
        if (!refusal.WaysOut.Any(way => ways.LeadsOn(state, input, refusal.Code.Kind(), way)))
            return $"what it names leads nowhere: {string.Join(", ", refusal.WaysOut)}";
        return refused.Screen.ShowsWaysOut ? null : NotShown;
    }

    private const string NoWay = "there is no way out";
    private const string NotShown = "the screen shows no way out";

    /// <summary>
    /// Who has no way out fares worse than who is not shown one; and who is refused by a rule worse than who has to do something else first, or
    /// has only to write it otherwise, to wait or to sign in again.
    /// </summary>
    private static (bool, int) Gravity(ReachableRefusal refused, string fault) => (fault == NotShown, refused.Refusal switch
    {
        { Source: RefusalSource.Rule } => 0,
        { Code: var code } => code.Kind() switch
        {
            RefusalKind.FollowWaysOut or RefusalKind.AnotherNumber => 1,
            RefusalKind.AskOperator => 2,
            RefusalKind.Correct => 3,
            _ => 4,
        },
    });
}
