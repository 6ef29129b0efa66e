namespace LoginVerification.Exploration.Tests.Chances;

/// <summary>Policies so small that their chains can be solved on paper.</summary>
internal static class SmallPolicies
{
    public static Surface Web { get; } = Surface.Parse("web");

    public static CountryCode Israel { get; } = CountryCode.Parse("IL");

    /// <summary>Nobody gives up and nothing goes wrong, and every option weighs the same.</summary>
    public static EnrolmentBehaviour Even { get; } = new()
    {
        SmsLoss = 0,
        Mistype = 0,
        GiveUp = 0,
        GiveUpAtRefusal = 0,
        Weights = new MoveWeights { Action = 1, VisibleLink = 1, HiddenLink = 1, ExternalLink = 1, Surface = 1, ShownWayOut = 1, StartAnew = 1, RegisterDevice = 0 },
    };

    /// <summary>One screen that takes everything.</summary>
    public static EnrolmentPolicy OneScreen { get; } = Of(Home("web", Everything));

    /// <summary>A home that leads to one screen that takes everything, and back.</summary>
    public static EnrolmentPolicy TwoScreens { get; } = Of(new SurfaceDocument
    {
        Name = "web",
        Home = "home",
        Screens =
        [
            new ScreenDocument { Name = "home", Links = [new ScreenLink { To = "phone" }] },
            new ScreenDocument { Name = "phone", Actions = Everything, Links = [new ScreenLink { To = "home" }] },
        ],
    });

    /// <summary>Two surfaces of one screen each; the web refuses Israel.</summary>
    public static EnrolmentPolicy TwoSurfaces { get; } = Of([Home("web", Everything), Home("app", Everything)], NoIsraelOnWeb);

    /// <summary>The same, and a third surface that takes nothing.</summary>
    public static EnrolmentPolicy ThreeSurfaces(bool showsWaysOut) => Of([Home("web", Everything, showsWaysOut), Home("app", Everything), Home("tv", [])], NoIsraelOnWeb);

    /// <summary>One screen; after one wrong try a code is dead.</summary>
    public static EnrolmentPolicy OneTry { get; } = EnrolmentPolicy.Create(OneScreen.Document with { Code = OneScreen.Document.Code with { WrongTries = 1 } });

    /// <summary>Not small: surfaces alike, each with a home that leads to all its pages and back, every fifth of which takes everything.</summary>
    public static EnrolmentPolicy Wide(int surfaces, int pages) => Of(
    [
        .. Enumerable.Range(0, surfaces).Select(surface => new SurfaceDocument
        {
            Name = $"s{surface}",
            Home = "home",
            Screens =
            [
                new ScreenDocument { Name = "home", Links = [.. Enumerable.Range(0, pages).Select(page => new ScreenLink { To = $"p{page}" })] },
                .. Enumerable.Range(0, pages).Select(page => new ScreenDocument { Name = $"p{page}", Actions = page % 5 == 0 ? Everything : [], Links = [new ScreenLink { To = "home" }] }),
            ],
        }),
    ]);

    private static GatingRule NoIsraelOnWeb => new()
    {
        Name = "web-countries",
        Actions = [EnrolmentAction.SubmitPhone],
        Surfaces = Selection.Only(Web),
        Countries = Selection.Except(Israel),
    };

    private static ValueList<ScreenAction> Everything =>
    [
        new ScreenAction { Action = EnrolmentAction.SubmitPhone, When = ScreenCondition.In(EnrolmentState.NoPhone) },
        new ScreenAction { Action = EnrolmentAction.ConfirmCode, When = ScreenCondition.In(EnrolmentState.PhonePending) },
        new ScreenAction { Action = EnrolmentAction.ResendCode, When = ScreenCondition.In(EnrolmentState.PhonePending) },
        new ScreenAction { Action = EnrolmentAction.EnableVerification, When = ScreenCondition.In(EnrolmentState.PhoneVerified) },
    ];

    private static SurfaceDocument Home(string name, ValueList<ScreenAction> actions, bool showsWaysOut = false) =>
        new() { Name = name, Home = "home", Screens = [new ScreenDocument { Name = "home", Actions = actions, ShowsWaysOut = showsWaysOut }] };

    private static EnrolmentPolicy Of(params SurfaceDocument[] surfaces) => Of(surfaces, []);

    private static EnrolmentPolicy Of(SurfaceDocument[] surfaces, params GatingRule[] rules) =>
        EnrolmentPolicy.Create(new PolicyDocument { Name = "small", Surfaces = [.. surfaces], Rules = [.. rules] });
}
