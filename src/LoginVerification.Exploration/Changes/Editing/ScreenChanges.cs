namespace LoginVerification.Exploration;

/// <summary>Changes of what stands on the screens.</summary>
internal static class ScreenChanges
{
    public static IEnumerable<PolicyChange> Of(PolicyDocument policy) =>
        from surface in policy.Surfaces
        from screen in surface.Screens
        from change in Links(screen).Concat(Actions(screen)).Append((PolicyChangeKind.WaysOut, "toggle showsWaysOut", screen with { ShowsWaysOut = !screen.ShowsWaysOut }))
        select new PolicyChange(change.Item1, $"{surface.Name}/{screen.Name}: {change.Item2}", policy.With(surface, screen, change.Item3));

    private static IEnumerable<(PolicyChangeKind, string, ScreenDocument)> Links(ScreenDocument screen) =>
        screen.Links.Index().SelectMany(link => new (PolicyChangeKind Kind, string Text, ScreenLink? Changed)[]
        {
            (PolicyChangeKind.DropLink, "drop", null),
            link.Item.Kind is LinkKind.Visible
                ? (PolicyChangeKind.HideLink, "hide", link.Item with { Kind = LinkKind.Hidden })
                : (PolicyChangeKind.ShowLink, "show", link.Item with { Kind = LinkKind.Visible }),
            (PolicyChangeKind.LinkCondition, "show only while enabled", link.Item with { When = ScreenCondition.In(EnrolmentState.VerificationEnabled) }),
            (PolicyChangeKind.LinkCondition, "always show", link.Item with { When = null }),
        }.Concat(ScreenConditionChanges.Widened(link.Item.When).Select(change => (Kind: PolicyChangeKind.LinkCondition, Text: $"{change.Text}, show", Changed: (ScreenLink?)(link.Item with { When = change.When }))))
        .Select(change => (change.Kind, $"{change.Text} \"{link.Item.Label}\"", screen with { Links = screen.Links.Replaced(link.Index, change.Changed) })));

    private static IEnumerable<(PolicyChangeKind, string, ScreenDocument)> Actions(ScreenDocument screen) =>
        screen.Actions.Index().SelectMany(offer => new (PolicyChangeKind Kind, string Text, ScreenAction? Changed)[]
        {
            (PolicyChangeKind.DropOffer, $"drop {offer.Item.Action}", null),
            (PolicyChangeKind.OfferCondition, $"always offer {offer.Item.Action}", offer.Item with { When = null }),
            (PolicyChangeKind.Landing, $"stay after {offer.Item.Action}", offer.Item with { Then = null }),
        }.Concat(ScreenConditionChanges.Widened(offer.Item.When).Select(change => (Kind: PolicyChangeKind.OfferCondition, Text: $"{change.Text}, offer {offer.Item.Action}", Changed: (ScreenAction?)(offer.Item with { When = change.When }))))
        .Select(change => (change.Kind, change.Text, screen with { Actions = screen.Actions.Replaced(offer.Index, change.Changed) })));
}
