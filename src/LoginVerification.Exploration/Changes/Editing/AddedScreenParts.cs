namespace LoginVerification.Exploration;

/// <summary>Changes that give a screen what it lacks: links, offers, landings, ways out.</summary>
internal static class AddedScreenParts
{
    private const string AddedLabel = "added";

    /// <summary>What a surface has to offer for an enrolment to be completed on it.</summary>
    private static readonly EnrolmentAction[] StepsOfEnrolment = [EnrolmentAction.SubmitPhone, EnrolmentAction.ConfirmCode, EnrolmentAction.EnableVerification];

    public static IEnumerable<PolicyChange> Of(PolicyDocument policy) =>
        policy.Surfaces.SelectMany(surface => surface.Screens.SelectMany(screen => (IEnumerable<PolicyChange>)[
            .. Links(policy, surface, screen), .. Offers(policy, surface, screen), .. Landings(policy, surface, screen),
        ]).Concat(Completed(policy, surface))).Concat(ShownWaysOut(policy));

    private static IEnumerable<PolicyChange> Links(PolicyDocument policy, SurfaceDocument surface, ScreenDocument screen) =>
        from target in surface.Screens
        where target != screen && !screen.Links.Any(link => ScreenTarget.Parse(link.To, surface.Name) == new ScreenTarget(surface.Name, target.Name))
        let link = new ScreenLink { To = target.Name, Label = AddedLabel, When = WhenOfUse(target) }
        select new PolicyChange(
            PolicyChangeKind.AddLink, $"{surface.Name}/{screen.Name}: link to {target.Name}", policy.With(surface, screen, screen with { Links = [.. screen.Links, link] }));

    /// <summary>Of what no screen of the surface offers, anything; and a code can be asked for on any screen.</summary>
    private static IEnumerable<PolicyChange> Offers(PolicyDocument policy, SurfaceDocument surface, ScreenDocument screen) =>
        from action in Enum.GetValues<EnrolmentAction>()
        where action is EnrolmentAction.ConfirmCode ? !Offers(screen, action) : !surface.Screens.Any(other => Offers(other, action))
        select new PolicyChange(PolicyChangeKind.AddOffer, $"{surface.Name}/{screen.Name}: offer {action}", policy.With(surface, screen, Offering(policy, screen, action)));

    private static IEnumerable<PolicyChange> Landings(PolicyDocument policy, SurfaceDocument surface, ScreenDocument screen) =>
        from offer in screen.Actions.Index()
        from target in surface.Screens
        where target != screen && target.Name != offer.Item.Then
        select new PolicyChange(
            PolicyChangeKind.Landing,
            $"{surface.Name}/{screen.Name}: go to {target.Name} after {offer.Item.Action}",
            policy.With(surface, screen, screen with { Actions = screen.Actions.Replaced(offer.Index, offer.Item with { Then = target.Name }) }));

    /// <summary>A surface on which the steps of an enrolment are offered, and no link is hidden.</summary>
    private static IEnumerable<PolicyChange> Completed(PolicyDocument policy, SurfaceDocument surface)
    {
        var missing = StepsOfEnrolment.Where(action => !surface.Screens.Any(screen => Offers(screen, action))).ToList();
        var hidden = surface.Screens.SelectMany(screen => screen.Links).Any(link => link.Kind is LinkKind.Hidden);
        if (missing.Count == 0 && !hidden)
            yield break;
        var shown = surface with
        {
            Screens =
            [
                .. surface.Screens
                    .Select(screen => screen.Name == surface.Home ? missing.Aggregate(screen, (page, action) => Offering(policy, page, action)) : screen)
                    .Select(screen => screen with { Links = [.. screen.Links.Select(link => link.Kind is LinkKind.Hidden ? link with { Kind = LinkKind.Visible } : link)] }),
            ],
        };
        var offers = missing.Count > 0 ? [$"offer {string.Join(", ", missing)} at its home"] : Array.Empty<string>();
        yield return new PolicyChange(
            PolicyChangeKind.CompleteSurface, $"complete {surface.Name}: {string.Join(", and ", hidden ? [.. offers, "show its hidden links"] : offers)}", policy.With(surface, shown));
    }

    private static IEnumerable<PolicyChange> ShownWaysOut(PolicyDocument policy) =>
        policy.Surfaces.SelectMany(surface => surface.Screens).Count(screen => !screen.ShowsWaysOut) > 1
            ? [new PolicyChange(PolicyChangeKind.WaysOut, "show ways out on every screen", policy.WithScreens(screen => screen with { ShowsWaysOut = true }))]
            : [];

    private static bool Offers(ScreenDocument screen, EnrolmentAction action) => screen.Actions.Any(offer => offer.Action == action);

    private static ScreenDocument Offering(PolicyDocument policy, ScreenDocument screen, EnrolmentAction action) =>
        screen with { Actions = [.. screen.Actions, new ScreenAction { Action = action, When = UsualConditionOf(policy, action) }] };

    /// <summary>As the policy has it elsewhere, or else when the action can be accepted.</summary>
    private static ScreenCondition? UsualConditionOf(PolicyDocument policy, EnrolmentAction action) =>
        policy.Surfaces.SelectMany(surface => surface.Screens).SelectMany(screen => screen.Actions).FirstOrDefault(offer => offer.Action == action) is { } known
            ? known.When
            : action switch
            {
                EnrolmentAction.SubmitPhone => null,
                EnrolmentAction.ConfirmCode or EnrolmentAction.ResendCode or EnrolmentAction.CancelPending => ScreenCondition.WhilePending,
                EnrolmentAction.EnableVerification => ScreenCondition.In(EnrolmentState.PhoneVerified),
                EnrolmentAction.RemovePhone => new ScreenCondition { Verified = true },
                _ => ScreenCondition.In(EnrolmentState.VerificationEnabled),
            };

    /// <summary>The states in which a screen offers something, where its offers are told by states alone; else always.</summary>
    private static ScreenCondition? WhenOfUse(ScreenDocument screen) =>
        screen.Actions.Count > 0 && screen.Actions.All(offer => offer.When is { State: not null } when && when with { State = null } == new ScreenCondition())
            ? ScreenCondition.In([.. screen.Actions.SelectMany(offer => offer.When!.State!).Distinct().Order()])
            : null;
}
