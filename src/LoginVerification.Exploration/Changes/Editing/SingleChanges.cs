namespace LoginVerification.Exploration;

/// <summary>Every single change of a policy that somebody may make to its screens, rules, modes and limits: one vocabulary, to find what breaks a policy and what repairs it.</summary>
internal static class SingleChanges
{
    public static IEnumerable<PolicyChange> Of(PolicyDocument policy) =>
    [
        .. ScreenChanges.Of(policy), .. Retired(policy), .. RuleChanges.Of(policy), .. SettingChanges.Of(policy),
        .. policy.Surfaces.Select(surface => new PolicyChange(
            PolicyChangeKind.DropSurface, $"drop the surface {surface.Name}", policy with { Surfaces = [.. policy.Surfaces.Where(other => other != surface)] })),
        .. AddedScreenParts.Of(policy), .. ReplacementChange.Of(policy),
    ];

    /// <summary>An action that no screen offers any more, and of which no rule speaks.</summary>
    private static IEnumerable<PolicyChange> Retired(PolicyDocument policy) =>
        Enum.GetValues<EnrolmentAction>().Select(action => new PolicyChange(
            PolicyChangeKind.RetireAction,
            $"retire {action} everywhere",
            policy.WithScreens(screen => screen with { Actions = [.. screen.Actions.Where(offer => offer.Action != action)] }) with
            {
                Rules = [.. policy.Rules.Select(rule => rule with { Actions = [.. rule.Actions.Where(other => other != action)] }).Where(rule => rule.Actions.Count > 0)],
            }));
}
