using System.Diagnostics;
using LoginVerification.Exploration;

namespace LoginVerification.Cli;

/// <summary>The drawings of a policy: who moves the lifecycle, and the screens of each surface with what users do there.</summary>
internal static class PolicyDrawings
{
    public static IReadOnlyList<Drawing> Of(EnrolmentPolicy policy, LifecycleExploration lifecycle) =>
    [
        OfLifecycle(lifecycle.Moves),
        .. policy.Screens.Surfaces.Select(surface => (Surface: surface, Drawing: OfScreens(policy.Screens, surface)))
            // Surfaces that share their screens are one drawing.
            .GroupBy(one => one.Drawing.Dot)
            .Select(alike => alike.First().Drawing with { Title = $"Screens of {string.Join(", ", alike.Select(one => one.Surface))}" }),
    ];

    private static Drawing OfLifecycle(IReadOnlyList<LifecycleMove> moves)
    {
        var dot = new DotText();
        foreach (var state in Enum.GetValues<EnrolmentState>())
            dot.Node($"{state}", $"{state}", state is EnrolmentState.VerificationEnabled ? "goal" : "place");
        var arrows = moves.GroupBy(move => (move.From, move.To, move.Actor)).ToList();
        foreach (var arrow in arrows)
            dot.Edge($"{arrow.Key.From}", $"{arrow.Key.To}", arrow.Select(move => move.Action), Words.Camel(arrow.Key.Actor), Dash(arrow.Key.Actor));
        return new Drawing(
            "Who moves the lifecycle",
            "The states of an enrolment, and arrows between them by who makes the move: the user, time, the environment or the host's staff. The list below says each arrow in words.",
            dot.ToString(),
            [.. arrows.Select(arrow => $"{arrow.Key.From} to {arrow.Key.To}, {Words.Camel(arrow.Key.Actor)}: {string.Join(", ", arrow.Select(move => move.Action))}")]);
    }

    /// <summary>The screens of a surface by their own names, those of others with the surface before it.</summary>
    private static Drawing OfScreens(ScreenMap screens, Surface surface)
    {
        var own = screens.Screens.Where(screen => screen.Surface == surface).ToList();
        var arrows = own.SelectMany(screen => ArrowsFrom(screen, screens)).ToList();
        var dot = new DotText();
        foreach (var screen in own)
            dot.Node(screen.Name, screen.Id == screens.HomeOf(surface).Id ? $"{screen.Name} (home)" : screen.Name, "place");
        foreach (var screen in arrows.Select(arrow => arrow.To).Except(own).Distinct())
            dot.Node($"{screen}", $"{screen}", "elsewhere");
        foreach (var arrow in arrows.GroupBy(arrow => (arrow.From, arrow.To, arrow.Link)))
            dot.Edge(arrow.Key.From.Name, NameOf(arrow.Key.To), arrow.Select(one => one.Label), arrow.Key.Link is { } kind ? Words.Camel(kind) : "user", Dash(arrow.Key.Link));
        return new Drawing(
            $"Screens of {surface}",
            "The screens, and what users do there: actions that are accepted, and links that are visible, hidden or in an SMS. Opening a surface at its home is possible from everywhere, and not drawn. The list below says each arrow in words.",
            dot.ToString(),
            [.. arrows.Select(arrow => $"{arrow.From.Name} to {NameOf(arrow.To)}: {arrow.Label}{(arrow.Link is { } kind ? $" ({Labels.Of(kind)})" : "")}")]);

        string NameOf(Screen screen) => screen.Surface == surface ? screen.Name : $"{screen}";
    }

    private static IEnumerable<(Screen From, Screen To, string Label, LinkKind? Link)> ArrowsFrom(Screen screen, ScreenMap screens) =>
        screen.Offers.Select(offer => (screen, screens[offer.Landing], $"{offer.Action}", (LinkKind?)null))
            .Concat(screen.Exits.Where(exit => exit.Link is not null).Select(exit => (screen, screens[exit.To], exit.Link!.Label ?? Labels.Follow(exit.Link), (LinkKind?)exit.Link.Kind)));

    private static string Dash(Actor actor) => actor switch
    {
        Actor.User => "solid",
        Actor.Time => "dotted",
        Actor.Environment => "dashed",
        Actor.Operator => "bold",
        _ => throw new UnreachableException(),
    };

    private static string Dash(LinkKind? link) => link switch
    {
        null or LinkKind.Visible => "solid",
        LinkKind.Hidden => "dotted",
        LinkKind.External => "dashed",
        _ => throw new UnreachableException(),
    };
}
