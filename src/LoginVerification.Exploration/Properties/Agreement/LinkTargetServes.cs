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
             select (position, state, exit.To, exit.Link, exit.Move)).ToList();
        if (shown.Count == 0)
            return Vacuous("no visible link is ever shown");
        var leading = shown.Where(link => !Serves(model, link.state, link.To)).ToList();
        return leading is [var first, ..]
            ? Violated(
                $"{model.ScreenOf(first.state)}, {model.ClassOf(first.state).Name}: \"{first.Link.Label ?? first.Link.To}\" leads to {first.To}, where every action is refused",
                leading.Select(link => evidence.ViolationIn(link.state) with { Target = link.To.ToString(), State = null }),
                [.. evidence.CounterexampleTo(first.position, first.Move), .. Refusal(model, first.state with { Screen = first.To.Id })])
            : Proved();
    }

    private static IEnumerable<(Screen To, ScreenLink Link, Move Move)> VisibleLinks(PolicyModel model, ModelState state) => model.ScreenOf(state).Exits.Index()
        .Where(exit => exit.Item.Link is { Kind: LinkKind.Visible } && exit.Item.When.Contains(model.CaseOf(state)))
        .Select(exit => (model.Screens[exit.Item.To], exit.Item.Link!, new Move(MoveKind.Exit, exit.Index)));

    /// <summary>One of the refusals where the link leads; none where nothing is offered in this very state.</summary>
    private static IEnumerable<Step> Refusal(PolicyModel model, ModelState landed)
    {
        var stopped = model.Guards.StoppedByRulesIn(landed, model.CaseOf(landed));
        return stopped.IsEmpty ? [] : [Steps.Refused(model, landed, model.Inputs[stopped.First.Index])];
    }

    private static bool Serves(PolicyModel model, in ModelState state, Screen screen) =>
        screen.Offers.Count == 0 || IsLetThrough(model, state.Class, state.Device, screen);

    private static bool IsLetThrough(PolicyModel model, ClassId number, bool device, Screen screen) =>
        screen.Offers.Any(offer => model.LetsThrough(number, device, screen.Surface, offer.Action));
}
