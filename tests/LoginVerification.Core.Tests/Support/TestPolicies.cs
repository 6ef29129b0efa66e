using NodaTime;

namespace LoginVerification.Tests;

/// <summary>
/// The policy that the tests run under, with the default values of the design. Web refuses Israel where mobile web takes it; android
/// asks over the app alone and removes nothing; the lobby is a surface that only tells.
/// </summary>
internal static class TestPolicies
{
    public const string RefusedCarrier = "NoNet";

    public static readonly Surface Web = Surface.Parse("web");
    public static readonly Surface MobileWeb = Surface.Parse("mobileWeb");
    public static readonly Surface Android = Surface.Parse("android");
    public static readonly Surface Lobby = Surface.Parse("lobby");

    public static PolicyDocument Document { get; } = new()
    {
        Name = "test",
        Surfaces =
        [
            Settings(Web, removes: true),
            Settings(MobileWeb, removes: true),
            Settings(Android, removes: false),
            new SurfaceDocument { Name = Lobby.Name, Home = "board", Screens = [new ScreenDocument { Name = "board" }] },
        ],
        Rules =
        [
            new GatingRule
            {
                Name = "web-countries",
                Actions = [EnrolmentAction.SubmitPhone, EnrolmentAction.ResendCode, EnrolmentAction.ConfirmCode],
                Surfaces = Selection.Only(Web),
                Countries = Selection.Except<CountryCode>(CountryCode.Parse("IL")),
            },
            new GatingRule
            {
                Name = "no-premium",
                Actions = [EnrolmentAction.SubmitPhone],
                LineTypes = Selection.Except(LineType.PremiumRate),
            },
            new GatingRule
            {
                Name = "british-carriers",
                Actions = [EnrolmentAction.SubmitPhone],
                Carriers = new Dictionary<string, Selection<Carrier>> { ["GB"] = Selection.Except<Carrier>(Carrier.Parse(RefusedCarrier)) },
            },
            new GatingRule
            {
                Name = "android-app-only",
                Actions = [EnrolmentAction.EnableVerification, EnrolmentAction.ChangeChannel],
                Surfaces = Selection.Only(Android),
                Channels = Selection.Only(VerificationChannel.AppPush),
            },
        ],
    };

    public static EnrolmentPolicy Default { get; } = EnrolmentPolicy.Create(Document);

    /// <summary>The same, but one account alone may have a number, so that a second one soon learns it.</summary>
    public static EnrolmentPolicy OneAccountPerNumber { get; } = EnrolmentPolicy.Create(Document with { AccountsPerNumber = 1 });

    /// <summary>The same, but pending numbers outlive the window of the sends, so that all its bounds can be met on one number.</summary>
    public static EnrolmentPolicy SlowLapse { get; } = EnrolmentPolicy.Create(Document with { PendingLapsesAfter = Duration.FromDays(30) });

    private static SurfaceDocument Settings(Surface surface, bool removes) => new()
    {
        Name = surface.Name,
        Home = "settings",
        Screens =
        [
            new ScreenDocument
            {
                Name = "settings",
                Actions =
                [
                    new ScreenAction { Action = EnrolmentAction.SubmitPhone, Then = "code" },
                    new ScreenAction { Action = EnrolmentAction.EnableVerification },
                    new ScreenAction { Action = EnrolmentAction.ChangeChannel },
                    new ScreenAction { Action = EnrolmentAction.DisableVerification },
                    .. removes ? [new ScreenAction { Action = EnrolmentAction.RemovePhone }] : Array.Empty<ScreenAction>(),
                ],
                Links = [new ScreenLink { To = "code", When = new ScreenCondition { Pending = true } }],
            },
            new ScreenDocument
            {
                Name = "code",
                Actions =
                [
                    new ScreenAction { Action = EnrolmentAction.ConfirmCode, Then = "settings" },
                    new ScreenAction { Action = EnrolmentAction.ResendCode },
                    new ScreenAction { Action = EnrolmentAction.CancelPending, Then = "settings" },
                ],
                Links = [new ScreenLink { To = "settings" }],
            },
        ],
    };
}
