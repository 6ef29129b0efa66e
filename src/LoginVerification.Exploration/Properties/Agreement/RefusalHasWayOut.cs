namespace LoginVerification.Exploration;

internal sealed class RefusalHasWayOut() : GraphProperty(
    nameof(RefusalHasWayOut), PropertyKind.Agreement, "every refusal that a user can meet has a way out, and the screen shows it")
{
    protected override PropertyVerdict Look(GraphEvidence evidence)
    {
        var isOwed = false;
        var without = new List<ReachableRefusal>();
        foreach (var refused in evidence.Refusals.Where(refused => refused.OwesWayOut))
        {
            isOwed = true;
            if (refused.Refusal.WaysOut.Count == 0 || !refused.Screen.ShowsWaysOut)
                without.Add(refused);
            if (without.Count > 0 && evidence.IsStopped)
                break;
        }

        if (!isOwed)
            return Vacuous("nothing is ever refused");
        // Who has no way out at all fares worse than who is not shown one, and a served user worse than one who has only to sign in again.
        without = [.. without.OrderBy(refused => refused.Refusal.WaysOut.Count > 0).ThenBy(refused => refused.Refusal.Code.Kind() is RefusalKind.Reauthenticate or RefusalKind.Wait)];
        if (without is not [var first, ..])
            return Proved();
        var what = first.Refusal.WaysOut.Count > 0 ? "the screen shows no way out" : "there is no way out";
        return Violated(
            $"{first.Screen}, {first.Class.Name}: {evidence.Table[first.Column].Name}: {first.Refusal.Code}, and {what}",
            without.Select(refused => new Violation
            {
                Class = refused.Class,
                Surface = refused.Screen.Surface,
                Screen = refused.Screen.Name,
                Choice = evidence.Table[refused.Column].Choice,
                Refusal = refused.Refusal.Code,
            }),
            evidence.CounterexampleTo(first));
    }
}
