namespace LoginVerification.Exploration;

internal sealed class LinkTargetServes() : GraphProperty(
    nameof(LinkTargetServes), PropertyKind.Agreement,
    "a visible link leads numbers of a served class to a screen where the gates let some action through, or that has none")
{
    protected override bool ShowsAtOnce => true;

    protected override PropertyVerdict Look(GraphEvidence evidence)
    {
        var model = evidence.Model;
        var isShown = false;
        foreach (var position in evidence.Graph.Representatives)
        {
            var state = evidence.StateAt(position);
            if (!evidence.IsServed(state))
                continue;
            foreach (var (to, link) in VisibleLinks(model, state))
            {
                isShown = true;
                if (Serves(model, state.Class, to))
                    continue;
                var where = $"{model.ScreenOf(state)}, {model.ClassOf(state).Name}";
                return Violated($"{where}: \"{link.Label ?? link.To}\" leads to {to}, where every action is refused", evidence.StoryTo(position));
            }
        }

        return isShown ? Proved() : Vacuous("no visible link is ever shown");
    }

    private static IEnumerable<(Screen To, ScreenLink Link)> VisibleLinks(PolicyModel model, ModelState state) => model.ScreenOf(state).Exits
        .Where(exit => exit.Link is { Kind: LinkKind.Visible } && exit.When.Contains(model.CaseOf(state)))
        .Select(exit => (model.Screens[exit.To], exit.Link!));

    private static bool Serves(PolicyModel model, ClassId number, Screen screen) =>
        screen.Offers.Count == 0 || screen.Offers.Any(offer => model.LetsThrough(number, screen.Surface, offer.Action));
}
