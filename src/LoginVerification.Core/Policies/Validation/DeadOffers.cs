namespace LoginVerification.Policies;

/// <summary>
/// Finds offers that are always refused and links that are never there, by the cases in which a screen can be on view. A home can be opened in
/// any case, for numbers can be moved in from elsewhere; every other screen is on view as links, accepted actions and time lead there.
/// </summary>
/// <param name="policy">A valid policy: every target exists.</param>
internal sealed class DeadOffers(PolicyDocument policy)
{
    private readonly Dictionary<ScreenTarget, ScreenDocument> screens = policy.Surfaces
        .SelectMany(surface => surface.Screens.Select(screen => (At: new ScreenTarget(surface.Name, screen.Name), Screen: screen)))
        .ToDictionary(entry => entry.At, entry => entry.Screen);

    private readonly Dictionary<ScreenTarget, CaseSet> onView = [];
    private readonly Queue<ScreenTarget> changed = [];

    public IEnumerable<PolicyFailure> Warnings()
    {
        foreach (var surface in policy.Surfaces)
            Show(new ScreenTarget(surface.Name, surface.Home), CaseMoves.Possible);
        while (changed.TryDequeue(out var at))
            Leave(at);
        return
            from surface in policy.Surfaces.Index()
            from screen in surface.Item.Screens.Index()
            let path = $"$.surfaces[{surface.Index}].screens[{screen.Index}]"
            let cases = onView[new ScreenTarget(surface.Item.Name, screen.Item.Name)]
            from warning in Actions(screen.Item, cases, path).Concat(Links(screen.Item, cases, path))
            select warning;
    }

    private void Leave(ScreenTarget at)
    {
        var cases = onView[at];
        Show(at, CaseSet.Among(cases.Cases.SelectMany(CaseMoves.WhileLooking)));
        foreach (var offer in screens[at].Actions)
            Show(at with { Screen = offer.Then ?? at.Screen }, CaseSet.Among(After(offer, cases)));
        foreach (var link in screens[at].Links)
            Show(ScreenTarget.Parse(link.To, at.Surface), cases.And(CaseSet.Of(link.When)));
    }

    private void Show(ScreenTarget at, CaseSet cases)
    {
        var before = onView.GetValueOrDefault(at);
        var now = before.Or(cases);
        if (now == before && onView.ContainsKey(at))
            return;
        onView[at] = now;
        changed.Enqueue(at);
    }

    private IEnumerable<ConditionCase> After(ScreenAction offer, CaseSet cases) => cases.And(CaseSet.Of(offer.When)).Cases
        .SelectMany(at => CaseMoves.After(offer.Action, at, policy.RemovePhoneWhileEnabled));

    private IEnumerable<PolicyFailure> Actions(ScreenDocument screen, CaseSet cases, string path) =>
        from offer in screen.Actions.Index()
        where !After(offer.Item, cases).Any()
        select new PolicyFailure(
            $"{path}.actions[{offer.Index}]",
            $"Nobody can ever carry out {offer.Item.Action} here: {(cases.Overlaps(CaseSet.Of(offer.Item.When)) ? "in every case in which the screen offers it, it is refused" : "its condition never holds on this screen")}. Change \"when\", offer it on another screen, or take it out.");

    private static IEnumerable<PolicyFailure> Links(ScreenDocument screen, CaseSet cases, string path) =>
        from link in screen.Links.Index()
        where !cases.Overlaps(CaseSet.Of(link.Item.When))
        select new PolicyFailure($"{path}.links[{link.Index}]", "Nobody can ever follow this link: its condition never holds on this screen. Change \"when\", or take the link out.");
}
