namespace LoginVerification.Exploration.Tests.Naive;

/// <summary>What a policy says of a place: its page, what holds there, and what the rules take.</summary>
internal sealed class NaivePolicy(PolicyDocument document)
{
    public PolicyDocument Document => document;

    public IReadOnlyDictionary<string, NaiveClass> Classes { get; } = NaiveClasses.Of(document);

    /// <summary>Whether some page asks whether the SMS arrived.</summary>
    public bool AsksForDelivery { get; } = document.Surfaces.SelectMany(surface => surface.Screens)
        .Any(screen => screen.Links.Select(link => link.When).Concat(screen.Actions.Select(action => action.When)).Any(when => when?.SmsDelivered is not null));

    public ScreenDocument ScreenOf(NaivePlace place) =>
        document.Surfaces.First(surface => surface.Name == place.Surface).Screens.First(screen => screen.Name == place.Screen);

    public static bool Holds(ScreenCondition? when, NaivePlace place) =>
        when is null
        || ((when.State is null || when.State.Any(state => state.ToString() == place.Account.State))
            && (when.Pending is null || when.Pending == place.Account.HasPending)
            && (when.Verified is null || when.Verified == place.Account.HasVerified)
            && (when.SmsDelivered is null || when.SmsDelivered == (place.Sms == NaivePlace.Arrived))
            && (when.Channel is null || when.Channel.Any(channel => channel == place.Account.Protection))
            && (when.Device is null || when.Device == place.Device));

    /// <summary>Whether an SMS to the number of a place can be lost.</summary>
    public bool LosesSms(NaivePlace place) => NaiveClasses.LosesSms(document, Classes[place.Class].Phones[0]);

    /// <summary>The kinds of numbers that some surface takes: a screen of it asks for numbers, and no rule is against this one, be it with a device or without.</summary>
    public IReadOnlyList<string> Served() =>
    [
        .. Classes.Keys.Where(known => document.Surfaces.Any(surface =>
            surface.Screens.Any(screen => screen.Actions.Any(offer => offer.Action == EnrolmentAction.SubmitPhone))
            && new[] { false, true }.Any(device => Takes(surface, Classes[known], device)))),
    ];

    /// <summary>A condition on channels is never true of a number that is submitted.</summary>
    private bool Takes(SurfaceDocument surface, NaiveClass known, bool device) => RulesOf(surface.Name, EnrolmentAction.SubmitPhone)
        .Where(rule => rule.When is not { } when || (when.Channels.Kind is SelectionKind.Any && (when.Device is null || when.Device == device)))
        .Where(rule => NaiveClasses.Concerns(rule, known.Phones[0], known.Account))
        .All(rule => NaiveClasses.Allows(rule, known.Phones[0], known.Account));

    /// <summary>Whether the screen offers to enable or to change to the app channel, and no rule is against it once there is a device.</summary>
    public bool OffersTheApp(ScreenDocument screen, NaivePlace place)
    {
        var (phone, account) = (Classes[place.Class].Phones[0], Classes[place.Class].Account);
        return screen.Actions.Any(offer =>
            offer.Action is EnrolmentAction.EnableVerification or EnrolmentAction.ChangeChannel
            && Holds(offer.When, place)
            && RulesOf(place.Surface, offer.Action)
                .Where(rule => rule.When is null || (NaiveClasses.Has(rule.When.Channels, VerificationChannel.AppPush) && rule.When.Device != false && NaiveClasses.Concerns(rule, phone, account)))
                .All(rule => NaiveClasses.Allows(rule, phone, account) && NaiveClasses.Has(rule.Channels, VerificationChannel.AppPush)));
    }

    private IEnumerable<GatingRule> RulesOf(string surface, EnrolmentAction action) =>
        document.Rules.Where(rule => rule.Actions.Contains(action) && NaiveClasses.Has(rule.Surfaces, Surface.Parse(surface)));
}
