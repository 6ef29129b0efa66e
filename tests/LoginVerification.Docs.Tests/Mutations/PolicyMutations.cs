using NodaTime;

namespace LoginVerification.Policies.Tests;

/// <summary>Every single change of a policy that somebody may make to its screens, rules, modes and limits.</summary>
internal static class PolicyMutations
{
    public static IEnumerable<Mutation> Of(PolicyDocument policy) =>
    [
        .. Screens(policy), .. Retired(policy), .. Rules(policy), .. ClosedGates(policy), .. Modes(policy), .. Limits(policy),
        .. policy.Surfaces.Select(surface => new Mutation($"drop the surface {surface.Name}", policy with { Surfaces = [.. policy.Surfaces.Where(other => other != surface)] })),
    ];

    private static IEnumerable<Mutation> Screens(PolicyDocument policy) =>
        from surface in policy.Surfaces
        from screen in surface.Screens
        from change in Links(screen).Concat(Actions(screen)).Append(("toggle showsWaysOut", screen with { ShowsWaysOut = !screen.ShowsWaysOut }))
        select new Mutation($"{surface.Name}/{screen.Name}: {change.Item1}", With(policy, surface, screen, change.Item2));

    private static IEnumerable<(string, ScreenDocument)> Links(ScreenDocument screen) =>
        screen.Links.Index().SelectMany(link => new (string, ScreenLink?)[]
        {
            ("drop", null),
            (link.Item.Kind is LinkKind.Visible ? "hide" : "show", link.Item with { Kind = link.Item.Kind is LinkKind.Visible ? LinkKind.Hidden : LinkKind.Visible }),
            ("show only while enabled", link.Item with { When = ScreenCondition.In(EnrolmentState.VerificationEnabled) }),
            ("always show", link.Item with { When = null }),
        }.Select(change => ($"{change.Item1} \"{link.Item.Label}\"", screen with { Links = Replaced(screen.Links, link.Index, change.Item2) })));

    private static IEnumerable<(string, ScreenDocument)> Actions(ScreenDocument screen) =>
        screen.Actions.Index().SelectMany(offer => new (string, ScreenAction?)[]
        {
            ($"drop {offer.Item.Action}", null),
            ($"always offer {offer.Item.Action}", offer.Item with { When = null }),
            ($"stay after {offer.Item.Action}", offer.Item with { Then = null }),
        }.Select(change => (change.Item1, screen with { Actions = Replaced(screen.Actions, offer.Index, change.Item2) })));

    /// <summary>An action that no screen offers any more, and of which no rule speaks.</summary>
    private static IEnumerable<Mutation> Retired(PolicyDocument policy) =>
        Enum.GetValues<EnrolmentAction>().Select(action => new Mutation($"retire {action} everywhere", policy with
        {
            Surfaces =
            [
                .. policy.Surfaces.Select(surface => surface with
                {
                    Screens = [.. surface.Screens.Select(screen => screen with { Actions = [.. screen.Actions.Where(offer => offer.Action != action)] })],
                }),
            ],
            Rules = [.. policy.Rules.Select(rule => rule with { Actions = [.. rule.Actions.Where(other => other != action)] }).Where(rule => rule.Actions.Count > 0)],
        }));

    private static IEnumerable<Mutation> Rules(PolicyDocument policy) =>
        policy.Rules.Index().SelectMany(rule => new[]
        {
            new Mutation($"ungate: drop the rule {rule.Item.Name}", policy with { Rules = Replaced(policy.Rules, rule.Index, null) }),
            new Mutation($"rule {rule.Item.Name} on all surfaces", policy with { Rules = Replaced(policy.Rules, rule.Index, Everywhere(rule.Item)) }),
        }.Concat(rule.Item.Actions.Where(_ => rule.Item.Actions.Count > 1).Select(action => new Mutation(
            $"rule {rule.Item.Name}: not for {action}",
            policy with { Rules = Replaced(policy.Rules, rule.Index, rule.Item with { Actions = [.. rule.Item.Actions.Where(other => other != action)] }) }))));

    /// <summary>A country, a kind of line that is refused already, everybody with a mobile, and each channel.</summary>
    private static IEnumerable<Mutation> ClosedGates(PolicyDocument policy) =>
    [
        .. policy.Surfaces.Select(surface => Gated(policy, $"close France on {surface.Name}", new GatingRule
        {
            Name = "added", Actions = [EnrolmentAction.SubmitPhone], Surfaces = Selection.Only(Surface.Parse(surface.Name)), Countries = Selection.Except(CountryCode.Parse("FR")),
        })),
        Gated(policy, "close France everywhere", new GatingRule { Name = "added", Actions = [EnrolmentAction.SubmitPhone], Countries = Selection.Except(CountryCode.Parse("FR")) }),
        .. Enum.GetValues<EnrolmentAction>().SelectMany(action => new[]
        {
            Gated(policy, $"{action} for pagers alone", new GatingRule { Name = "added", Actions = [action], LineTypes = Selection.Only(LineType.Pager) }),
            Gated(policy, $"{action} for all but premium lines", new GatingRule { Name = "added", Actions = [action], LineTypes = Selection.Except(LineType.PremiumRate) }),
        }),
        .. Enum.GetValues<VerificationChannel>().Select(channel => Gated(policy, $"close the channel {channel}", new GatingRule
        {
            Name = "added", Actions = [EnrolmentAction.EnableVerification, EnrolmentAction.ChangeChannel], Channels = Selection.Except(channel),
        })),
    ];

    private static IEnumerable<Mutation> Modes(PolicyDocument policy) =>
    [
        .. Enum.GetValues<RemovePhoneMode>().Where(mode => mode != policy.RemovePhoneWhileEnabled)
            .Select(mode => new Mutation($"removePhoneWhileEnabled: {mode}", policy with { RemovePhoneWhileEnabled = mode })),
        .. Enum.GetValues<StopMode>().Where(mode => mode != policy.OnStop).Select(mode => new Mutation($"onStop: {mode}", policy with { OnStop = mode })),
        .. Enum.GetValues<InvalidationMode>().Where(mode => mode != policy.OnPhoneInvalidated)
            .Select(mode => new Mutation($"onPhoneInvalidated: {mode}", policy with { OnPhoneInvalidated = mode })),
    ];

    private static IEnumerable<Mutation> Limits(PolicyDocument policy) =>
    [
        new("one wrong code more", policy with { Code = policy.Code with { WrongTries = policy.Code.WrongTries + 1 } }),
        new("8 digits", policy with { Code = policy.Code with { Digits = 8 } }),
        new("a code lives 30 s", policy with { Code = policy.Code with { Life = Duration.FromSeconds(30) } }),
        new("one send a number", policy with { Sending = policy.Sending with { PerNumber = 1 } }),
        new("one send more a number", policy with { Sending = policy.Sending with { PerNumber = policy.Sending.PerNumber + 1 } }),
        new("the next code waits an hour", policy with { Sending = policy.Sending with { ResendWait = Duration.FromHours(1) } }),
        new("sends count for an hour", policy with { Sending = policy.Sending with { Window = Duration.FromHours(1) } }),
        new("a lock after each failure", policy with { Lock = policy.Lock with { EveryFailures = 1 } }),
        new("the final lock at the first temporary one", policy with { Lock = policy.Lock with { FinalFailures = policy.Lock.EveryFailures } }),
        new("a pending number lapses after 30 days", policy with { PendingLapsesAfter = Duration.FromDays(30) }),
        new("an authentication is recent for an hour", policy with { ReauthenticateWithin = Duration.FromHours(1) }),
        new("one account a number", policy with { AccountsPerNumber = 1 }),
    ];

    private static Mutation Gated(PolicyDocument policy, string change, GatingRule rule) => new(change, policy with { Rules = [.. policy.Rules, rule] });

    private static GatingRule Everywhere(GatingRule rule) => new()
    {
        Name = rule.Name,
        Actions = rule.Actions,
        Countries = rule.Countries,
        Carriers = rule.Carriers,
        LineTypes = rule.LineTypes,
        Channels = rule.Channels,
    };

    private static PolicyDocument With(PolicyDocument policy, SurfaceDocument surface, ScreenDocument screen, ScreenDocument changed) => policy with
    {
        Surfaces = [.. policy.Surfaces.Select(other => other == surface ? surface with { Screens = [.. surface.Screens.Select(page => page == screen ? changed : page)] } : other)],
    };

    private static IReadOnlyList<T> Replaced<T>(IReadOnlyList<T> items, int index, T? replacement)
        where T : class =>
        [.. items.Take(index), .. replacement is null ? [] : new[] { replacement }, .. items.Skip(index + 1)];
}
