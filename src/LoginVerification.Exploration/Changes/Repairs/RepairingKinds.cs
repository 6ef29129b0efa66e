namespace LoginVerification.Exploration;

/// <summary>Which kinds of changes can repair a property: where to look first, and never what makes a repair.</summary>
internal static class RepairingKinds
{
    private static readonly PolicyChangeKind[] Modes = [PolicyChangeKind.Mode];
    private static readonly PolicyChangeKind[] Limits = [PolicyChangeKind.Limit];
    private static readonly PolicyChangeKind[] Gates = [PolicyChangeKind.DropRule, PolicyChangeKind.LoosenRule, PolicyChangeKind.TightenRule];
    private static readonly PolicyChangeKind[] Ways =
        [PolicyChangeKind.DropRule, PolicyChangeKind.LoosenRule, PolicyChangeKind.ShowLink, PolicyChangeKind.AddLink, PolicyChangeKind.AddOffer, PolicyChangeKind.OfferCondition, PolicyChangeKind.LinkCondition, PolicyChangeKind.Mode];

    private static readonly Dictionary<string, PolicyChangeKind[]> ByProperty = new()
    {
        [nameof(TriesBounded)] = Limits,
        [nameof(SendsBounded)] = Limits,
        [nameof(GuessesAreBounded)] = Limits,
        [nameof(CodeBoundToNumber)] = Limits,
        [nameof(SameSurfaceCompletion)] = [PolicyChangeKind.DropRule, PolicyChangeKind.LoosenRule, PolicyChangeKind.ShowLink, PolicyChangeKind.CompleteSurface],
        [nameof(AcceptanceAgrees)] = Gates,
        [nameof(EnableGateAgreesWithAddGate)] = Gates,
        [nameof(SentImpliesEnterable)] = [PolicyChangeKind.ShowLink, PolicyChangeKind.AddLink, PolicyChangeKind.LinkCondition, PolicyChangeKind.AddOffer, PolicyChangeKind.OfferCondition, PolicyChangeKind.Landing],
        [nameof(LinkTargetServes)] = [.. Gates, PolicyChangeKind.DropLink, PolicyChangeKind.LinkCondition, PolicyChangeKind.AddOffer],
        [nameof(RefusalHasWayOut)] = [.. Gates, PolicyChangeKind.WaysOut, PolicyChangeKind.AllowReplacement, PolicyChangeKind.RetireAction, PolicyChangeKind.AddOffer],
        [nameof(EveryScreenReachable)] = [PolicyChangeKind.AddLink, PolicyChangeKind.LinkCondition, PolicyChangeKind.OfferCondition, PolicyChangeKind.Landing],
        [nameof(EveryRuleFires)] = Gates,
        [nameof(OffersCanHappen)] = [PolicyChangeKind.DropOffer, PolicyChangeKind.OfferCondition, PolicyChangeKind.DropRule, PolicyChangeKind.LoosenRule, PolicyChangeKind.AddLink],
        [nameof(LinksCanBeFollowed)] = [PolicyChangeKind.DropLink, PolicyChangeKind.LinkCondition, PolicyChangeKind.AddLink],
    };

    public static IReadOnlyCollection<PolicyChangeKind> Of(PolicyProperty property) =>
        ByProperty.TryGetValue(property.Name, out var kinds) ? kinds
        : property.Kind is PropertyKind.Lifecycle or PropertyKind.SignIn ? Modes
        : Ways;
}
