namespace LoginVerification.Exploration;

internal sealed class LinksCanBeFollowed() : GraphProperty(
    nameof(LinksCanBeFollowed), PropertyKind.Agreement, "each link is shown in some state that can be reached")
{
    protected override PropertyVerdict Look(GraphEvidence evidence)
    {
        var model = evidence.Model;
        var links = model.Screens.Screens.SelectMany(screen => screen.Exits.Where(exit => exit.Link is not null).Select(exit => (Screen: screen, Exit: exit))).ToList();
        if (links.Count == 0)
            return Vacuous("no screen has a link");
        var cases = evidence.Representatives.ToLookup(state => state.Screen, state => model.CaseOf(state));
        var hidden = links.Where(link => !cases[link.Screen.Id].Any(link.Exit.When.Contains)).ToList();
        return hidden is [var first, ..]
            ? Violated(
                $"never shown: {string.Join(", ", hidden.Select(link => $"{NameOf(link.Exit)} on {link.Screen}"))}",
                hidden.Select(link => new Violation { Surface = link.Screen.Surface, Screen = link.Screen.Name, Target = model.Screens[link.Exit.To].ToString() }),
                Story(evidence, first.Screen, first.Exit))
            : Proved();
    }

    /// <summary>The shortest way to the screen, if one leads there.</summary>
    private static IReadOnlyList<Step> Story(GraphEvidence evidence, Screen screen, ScreenExit exit)
    {
        var seen = evidence.Graph.Find(id => evidence.Model.Codec.Unpack(id).Screen == screen.Id);
        var outcome = seen is null ? $"nobody ever comes to {screen}, which has it" : "the link is never shown here";
        var position = seen ?? new Position(0);
        return [.. Counterexample.To(evidence.Graph, position), Steps.Missing(evidence.Model, evidence.StateAt(position), NameOf(exit), outcome)];
    }

    private static string NameOf(ScreenExit exit) => $"\"{exit.Link!.Label ?? exit.Link.To}\"";
}
