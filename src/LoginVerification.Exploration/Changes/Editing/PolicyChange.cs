namespace LoginVerification.Exploration;

/// <summary>One change that somebody may make to a policy. Immutable and thread-safe.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="Description">The same in words.</param>
/// <param name="Document">The policy with the change; it need not be valid.</param>
internal sealed record PolicyChange(PolicyChangeKind Kind, string Description, PolicyDocument Document);

/// <summary>What can be done to a policy.</summary>
internal enum PolicyChangeKind
{
    DropLink,
    ShowLink,
    HideLink,
    LinkCondition,
    AddLink,
    DropOffer,
    OfferCondition,
    Landing,
    AddOffer,
    CompleteSurface,
    AllowReplacement,
    WaysOut,
    RetireAction,
    DropRule,
    LoosenRule,
    TightenRule,
    CloseGate,
    Mode,
    Limit,
    SmsDelivery,
    DropSurface,
}
