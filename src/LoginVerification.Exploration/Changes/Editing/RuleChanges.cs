namespace LoginVerification.Exploration;

/// <summary>Changes of the gating rules.</summary>
internal static class RuleChanges
{
    private const string AddedName = "added";

    public static IEnumerable<PolicyChange> Of(PolicyDocument policy) => [.. policy.Rules.Index().SelectMany(rule => Of(policy, rule.Index)), .. ClosedGates(policy)];

    private static IEnumerable<PolicyChange> Of(PolicyDocument policy, int index)
    {
        var rule = policy.Rules[index];
        return
        [
            new(PolicyChangeKind.DropRule, $"ungate: drop the rule {rule.Name}", Put(null)),
            new(PolicyChangeKind.TightenRule, $"rule {rule.Name} on all surfaces", Put(rule with { Surfaces = Selection.Any<Surface>() })),
            .. rule.Actions.Where(_ => rule.Actions.Count > 1)
                .Select(action => new PolicyChange(PolicyChangeKind.LoosenRule, $"rule {rule.Name}: not for {action}", Put(rule with { Actions = [.. rule.Actions.Where(other => other != action)] }))),
            .. Enum.GetValues<EnrolmentAction>().Except(rule.Actions)
                .Select(action => new PolicyChange(PolicyChangeKind.TightenRule, $"rule {rule.Name}: for {action}, too", Put(rule with { Actions = [.. rule.Actions, action] }))),
            .. Loosened(rule, policy).Concat(RuleConditionChanges.Loosened(rule, policy)).Select(change => new PolicyChange(PolicyChangeKind.LoosenRule, $"rule {rule.Name}: {change.Text}", Put(change.Rule))),
            .. RuleConditionChanges.Tightened(rule).Select(change => new PolicyChange(PolicyChangeKind.TightenRule, $"rule {rule.Name}: {change.Text}", Put(change.Rule))),
        ];

        PolicyDocument Put(GatingRule? changed) => policy with { Rules = policy.Rules.Replaced(index, changed) };
    }

    private static IEnumerable<(string Text, GatingRule Rule)> Loosened(GatingRule rule, PolicyDocument policy)
    {
        foreach (var surface in policy.Surfaces.Select(surface => Surface.Parse(surface.Name)).Where(rule.Surfaces.Allows))
        {
            if (Without(rule.Surfaces, surface) is { } rest)
                yield return ($"not on {surface}", rule with { Surfaces = rest });
        }

        if (rule.Countries.Kind is not SelectionKind.Any)
            yield return ("any country", rule with { Countries = Selection.Any<CountryCode>() });
        if (rule.Countries is { Kind: SelectionKind.Except, Items.Count: > 1 })
        {
            foreach (var country in rule.Countries.Items)
                yield return ($"let {country} through", rule with { Countries = Selection.Except<CountryCode>([.. rule.Countries.Items.Where(other => other != country)]) });
        }

        foreach (var country in rule.Carriers.Keys.Order(StringComparer.Ordinal))
            yield return ($"any carrier of {country}", rule with { Carriers = rule.Carriers.Where(other => other.Key != country).ToDictionary() });
        if (rule.LineTypes.Kind is not SelectionKind.Any)
            yield return ("any kind of line", rule with { LineTypes = Selection.Any<LineType>() });
        if (rule.Channels.Kind is not SelectionKind.Any)
            yield return ("any channel", rule with { Channels = Selection.Any<VerificationChannel>() });
    }

    /// <summary>The surfaces of a rule but one; null where none is left.</summary>
    private static Selection<Surface>? Without(Selection<Surface> surfaces, Surface surface) => surfaces.Kind switch
    {
        SelectionKind.Only when surfaces.Items.Count == 1 => null,
        SelectionKind.Only => Selection.Only<Surface>([.. surfaces.Items.Where(other => other != surface)]),
        _ => Selection.Except<Surface>([.. surfaces.Items, surface]),
    };

    /// <summary>A country, a kind of line that is refused already, everybody with a mobile, and each channel.</summary>
    private static IEnumerable<PolicyChange> ClosedGates(PolicyDocument policy) =>
    [
        .. policy.Surfaces.Select(surface => Gated(policy, $"close France on {surface.Name}", new GatingRule
        {
            Name = AddedName, Actions = [EnrolmentAction.SubmitPhone], Surfaces = Selection.Only(Surface.Parse(surface.Name)), Countries = Selection.Except(CountryCode.Parse("FR")),
        })),
        Gated(policy, "close France everywhere", new GatingRule { Name = AddedName, Actions = [EnrolmentAction.SubmitPhone], Countries = Selection.Except(CountryCode.Parse("FR")) }),
        .. Enum.GetValues<EnrolmentAction>().SelectMany(action => new[]
        {
            Gated(policy, $"{action} for pagers alone", new GatingRule { Name = AddedName, Actions = [action], LineTypes = Selection.Only(LineType.Pager) }),
            Gated(policy, $"{action} for all but premium lines", new GatingRule { Name = AddedName, Actions = [action], LineTypes = Selection.Except(LineType.PremiumRate) }),
        }),
        .. Enum.GetValues<VerificationChannel>().Select(channel => Gated(policy, $"close the channel {channel}", new GatingRule
        {
            Name = AddedName, Actions = [EnrolmentAction.EnableVerification, EnrolmentAction.ChangeChannel], Channels = Selection.Except(channel),
        })),
    ];

    private static PolicyChange Gated(PolicyDocument policy, string change, GatingRule rule) => new(PolicyChangeKind.CloseGate, change, policy with { Rules = [.. policy.Rules, rule] });
}
