namespace LoginVerification.Exploration;

internal sealed class EveryScreenReachable() : GraphProperty(nameof(EveryScreenReachable), PropertyKind.Agreement, "every screen can be reached, over all links")
{
    protected override PropertyVerdict Look(GraphEvidence evidence)
    {
        var reached = evidence.Representatives.Select(state => state.Screen).ToHashSet();
        var missed = evidence.Model.Screens.Screens.Where(screen => !reached.Contains(screen.Id)).ToList();
        return missed.Count > 0
            ? Violated(
                $"nobody ever comes to {string.Join(", ", missed)}",
                missed.Select(screen => new Violation { Surface = screen.Surface, Screen = screen.Name }),
                Nearest(evidence, missed))
            : Proved();
    }

    /// <summary>The shortest way to a screen that could lead to one of those that are missed, and what is missing there.</summary>
    private static IReadOnlyList<Step> Nearest(GraphEvidence evidence, List<Screen> missed)
    {
        var model = evidence.Model;
        foreach (var position in evidence.Graph.Representatives)
        {
            var state = evidence.StateAt(position);
            var screen = model.ScreenOf(state);
            foreach (var exit in screen.Exits.Where(exit => missed.Exists(one => one.Id == exit.To)))
                return Story(position, state, $"\"{exit.Link!.Label ?? exit.Link.To}\"", $"the link to {model.Screens[exit.To]} is never shown here");
            foreach (var offer in screen.Offers.Where(offer => missed.Exists(one => one.Id == offer.Landing)))
                return Story(position, state, $"{offer.Action}", $"what leads to {model.Screens[offer.Landing]} is never accepted here");
        }

        throw new InvalidOperationException("A valid policy names each screen on one that leads there.");

        IReadOnlyList<Step> Story(Position position, in ModelState state, string what, string outcome) =>
            [.. Counterexample.To(evidence.Graph, position), Steps.Missing(model, state, what, outcome)];
    }
}
