namespace LoginVerification.Policies;

/// <summary>Checks a policy once, before it is frozen: each part by itself, then the parts against each other.</summary>
internal static class PolicyValidation
{
    private static readonly PolicyDocumentValidator Parts = new();

    public static IReadOnlyList<PolicyError> Validate(PolicyDocument document) =>
        [.. Failures(document).Select(failure => new PolicyError(failure.Path, null, failure.Message))];

    public static IEnumerable<PolicyFailure> Failures(PolicyDocument document)
    {
        var parts = Parts.Validate(document).Errors.Select(error => new PolicyFailure(JsonPath.FromProperty(error.PropertyName), error.ErrorMessage));
        return IsWithinLimits(document)
            ? [.. parts, .. new Navigation(document).Failures(), .. RuleEffect.Failures(document), .. RuleConflicts.Failures(document), .. AttributeNames.Failures(document)]
            : parts;
    }

    /// <summary>What is legal in a valid policy, and can hardly be meant.</summary>
    public static IEnumerable<PolicyFailure> Warnings(PolicyDocument document) =>
    [
        .. new DeadOffers(document).Warnings(),
        .. IdleCountries.Warnings(document),
        .. AttributeNames.Warnings(document),
        .. new RuleReach(document).Warnings(),
        .. IdleCoolDown.Warnings(document),
        .. IdleResearch(document),
        .. IdleEarlierCodes(document),
    ];

    /// <summary>What a valid policy for research has to change before a host may run it, as path and mend.</summary>
    public static IReadOnlyList<PolicyFailure> BeyondUsualBounds(PolicyDocument document) =>
        [.. Failures(document with { Research = false }).Select(failure => failure with { Message = failure.Message.Replace(PolicyRuleExtensions.ResearchHint, "", StringComparison.Ordinal) })];

    private static PolicyFailure[] IdleResearch(PolicyDocument document) => document.Research && BeyondUsualBounds(document).Count == 0
        ? [new PolicyFailure("$.research", "Nothing here is beyond the usual bounds, and yet no host starts with it. Take \"research\" out, or say what is to be explored.")]
        : [];

    private static PolicyFailure[] IdleEarlierCodes(PolicyDocument document) => document.Code.OnResend is ResendMode.NewBesideEarlier && document.Sending.ResendWait >= document.Code.Life
        ? [new PolicyFailure("$.code.onResend", "A code is dead before the next one can be sent, so that none is ever alive beside it. Write \"new\", or a \"sending.resendWait\" that is shorter than \"code.life\".")]
        : [];

    /// <summary>Whether comparing everything with everything takes a moment only.</summary>
    private static bool IsWithinLimits(PolicyDocument document) =>
        document.Surfaces.Count <= PolicyLimits.MaxSurfaces
        && document.Rules.Count <= PolicyLimits.MaxRules
        && document.Surfaces.All(surface => surface.Screens.Count <= PolicyLimits.MaxScreens);
}

/// <summary>Something that a policy of the right shape gets wrong.</summary>
internal sealed record PolicyFailure(string Path, string Message, FailureBasis Basis = FailureBasis.Itself);
