namespace LoginVerification.Exploration;

internal sealed class LinkTargetServes() : GraphProperty(
    nameof(LinkTargetServes), PropertyKind.Agreement,
    "a visible link leads numbers of a served class to a screen where the gates let some action through, or that has none")
{
    protected override bool ShowsAtOnce => true;

    protected override PropertyVerdict Look(GraphEvidence evidence)
    {
        var model = evidence.Model;
        var shown =
            (from position in evidence.Graph.Representatives
             let state = evidence.StateAt(position)
             where evidence.IsServed(state)
             from exit in VisibleLinks(model, state)
             select (position, state, exit.To, exit.Link)).ToList();
        if (shown.Count == 0)
            return Vacuous("no visible link is ever shown");
        var leading = shown.Where(link => !Serves(model, link.state.Class, link.To)).ToList();
        return leading is [var first, ..]
            ? Violated(
                $"{model.ScreenOf(first.state)}, {model.ClassOf(first.state).Name}: \"{first.Link.Label ?? first.Link.To}\" leads to {first.To}, where every action is refused",
                leading.Select(link => evidence.ViolationIn(link.state) with { Target = link.To.ToString(), State = null }),
                evidence.CounterexampleTo(first.position))
            : Proved();
    }

    private static IEnumerable<(Screen To, ScreenLink Link)> VisibleLinks(PolicyModel model, ModelState state) => model.ScreenOf(state).Exits
        .Where(exit => exit.Link is { Kind: LinkKind.Visible } && exit.When.Contains(model.CaseOf(state)))
        .Select(exit => (model.Screens[exit.To], exit.Link!));

    private static bool Serves(PolicyModel model, ClassId number, Screen screen) =>
        screen.Offers.Count == 0 || screen.Offers.Any(offer => model.LetsThrough(number, screen.Surface, offer.Action));
}
