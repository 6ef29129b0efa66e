namespace LoginVerification.Exploration;

/// <summary>The change that lets who has a number submit one: what asks for it, and what takes its code, is there not only before the first number.</summary>
internal static class ReplacementChange
{
    public static IEnumerable<PolicyChange> Of(PolicyDocument policy) =>
        [new(PolicyChangeKind.AllowReplacement, "let a verified number be replaced", policy.WithScreens(WithReplacement))];

    private static ScreenDocument WithReplacement(ScreenDocument screen) => screen with
    {
        Actions = [.. screen.Actions.Select(offer => offer with { When = Widened(offer.When) })],
        Links = [.. screen.Links.Select(link => link with { When = Widened(link.When) })],
    };

    /// <summary>Not only without a number but always, and not only before the first number is verified but as long as one is pending.</summary>
    private static ScreenCondition? Widened(ScreenCondition? when) => when switch
    {
        { State: [EnrolmentState.NoPhone] } => Without(when),
        { State: [EnrolmentState.PhonePending] } => Without(when) is { } rest ? rest with { Pending = true } : ScreenCondition.WhilePending,
        _ => when,
    };

    private static ScreenCondition? Without(ScreenCondition when) =>
        when with { State = null } is var rest && rest != new ScreenCondition() ? rest : null;
}
