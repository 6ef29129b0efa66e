namespace LoginVerification.Exploration;

internal sealed class EveryScreenReachable() : GraphProperty(nameof(EveryScreenReachable), PropertyKind.Agreement, "every screen can be reached, over all links")
{
    protected override PropertyVerdict Look(GraphEvidence evidence)
    {
        var reached = evidence.Representatives.Select(state => state.Screen).ToHashSet();
        var missed = evidence.Model.Screens.Screens.Where(screen => !reached.Contains(screen.Id)).ToList();
        return missed.Count > 0
            ? Violated($"nobody ever comes to {string.Join(", ", missed)}", missed.Select(screen => new Violation { Surface = screen.Surface, Screen = screen.Name }))
            : Proved();
    }
}
