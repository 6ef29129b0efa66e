namespace LoginVerification.Exploration.Tests.RandomPolicies;

/// <summary>Random surfaces: one or two, with one to three screens each, and every kind of link, offer and condition.</summary>
internal sealed class RandomScreens(Dice dice)
{
    private static readonly string[] SurfaceNames = ["web", "app"];
    private static readonly string[] ScreenNames = ["start", "middle", "end"];

    public IReadOnlyList<SurfaceDocument> Surfaces()
    {
        var sizes = SurfaceNames.Take(dice.Between(1, 2)).Select(name => (Name: name, Screens: ScreenNames[..dice.Between(1, 3)])).ToList();
        var targets = sizes.SelectMany(surface => surface.Screens.Select(screen => (Surface: surface.Name, Screen: screen))).ToList();
        return
        [
            .. sizes.Select(surface => new SurfaceDocument
            {
                Name = surface.Name,
                Home = dice.OneOf(surface.Screens),
                Screens = [.. surface.Screens.Select(screen => Screen(surface.Name, screen, surface.Screens, targets))],
            }),
        ];
    }

    private ScreenDocument Screen(string surface, string name, string[] beside, List<(string Surface, string Screen)> targets) => new()
    {
        Name = name,
        ShowsWaysOut = dice.Happens(70),
        Actions = [.. Enum.GetValues<EnrolmentAction>().Where(action => dice.Happens(IsOnTheWay(action) ? 60 : 30)).Select(action => Offer(action, beside))],
        Links = [.. Enumerable.Range(0, dice.Between(0, 2)).Select(index => Link(surface, $"link {index}", dice.OneOf(targets)))],
    };

    private static bool IsOnTheWay(EnrolmentAction action) => action is EnrolmentAction.SubmitPhone or EnrolmentAction.ConfirmCode or EnrolmentAction.EnableVerification;

    private ScreenAction Offer(EnrolmentAction action, string[] beside) =>
        new() { Action = action, When = dice.Happens(40) ? Condition() : null, Then = dice.Happens(40) ? dice.OneOf(beside) : null };

    private ScreenLink Link(string surface, string label, (string Surface, string Screen) target) => new()
    {
        To = target.Surface == surface ? target.Screen : $"{target.Surface}/{target.Screen}",
        Label = label,
        Kind = target.Surface == surface ? dice.OneOf(LinkKind.Visible, LinkKind.Visible, LinkKind.Hidden) : dice.OneOf(Enum.GetValues<LinkKind>()),
        When = dice.Happens(40) ? Condition() : null,
    };

    private ScreenCondition Condition() => new()
    {
        State = dice.Happens(35) ? dice.SomeOf(Enum.GetValues<EnrolmentState>()) : null,
        Pending = dice.Maybe(25),
        Verified = dice.Maybe(20),
        SmsDelivered = dice.Maybe(15),
        Channel = dice.Happens(15) ? dice.SomeOf(Enum.GetValues<VerificationChannel>()) : null,
        Device = dice.Maybe(20),
    };
}
