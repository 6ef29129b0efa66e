namespace LoginVerification.Exploration;

/// <summary>Changes of when a gating rule speaks: what makes it speak of fewer loosens it, what makes it speak of more tightens it.</summary>
internal static class RuleConditionChanges
{
    public static IEnumerable<(string Text, GatingRule Rule)> Loosened(GatingRule rule, PolicyDocument policy)
    {
        var when = rule.When ?? new RuleCondition();
        if (when.Channels.Kind is SelectionKind.Any && rule.Actions.All(action => action is EnrolmentAction.EnableVerification or EnrolmentAction.ChangeChannel))
        {
            foreach (var channel in Enum.GetValues<VerificationChannel>())
                yield return ($"only for the channel {channel}", rule with { When = when with { Channels = Selection.Only(channel) } });
        }

        if (when.Device is null)
        {
            yield return ("only without a device", rule with { When = when with { Device = false } });
            yield return ("only with a device", rule with { When = when with { Device = true } });
        }

        foreach (var attribute in policy.AccountAttributes)
        {
            var spoken = when.Account.TryGetValue(attribute.Name, out var stated) ? stated : attribute.Values;
            foreach (var value in spoken.Where(_ => spoken.Count > 1))
                yield return ($"not for {attribute.Name}={value}", rule with { When = when with { Account = With(when.Account, attribute.Name, [.. spoken.Where(other => other != value)]) } });
        }
    }

    /// <summary>Without one part of its condition each.</summary>
    public static IEnumerable<(string Text, GatingRule Rule)> Tightened(GatingRule rule)
    {
        if (rule.When is not { } when)
            yield break;
        if (when.Channels.Kind is not SelectionKind.Any)
            yield return ("whichever the channel", Speaking(when with { Channels = Selection.Any<VerificationChannel>() }));
        if (when.AsksForNumber)
            yield return ("whatever the number", Speaking(when with { Countries = Selection.Any<CountryCode>(), Carriers = new Dictionary<string, Selection<Carrier>>(), LineTypes = Selection.Any<LineType>() }));
        if (when.Device is not null)
            yield return ("with a device or without", Speaking(when with { Device = null }));
        foreach (var attribute in when.Account.Keys.Order(StringComparer.Ordinal))
            yield return ($"whatever {attribute} is", Speaking(when with { Account = when.Account.Where(other => other.Key != attribute).ToDictionary() }));

        GatingRule Speaking(RuleCondition condition) => rule with { When = condition.IsEmpty ? null : condition };
    }

    private static Dictionary<string, IReadOnlyList<string>> With(IReadOnlyDictionary<string, IReadOnlyList<string>> account, string attribute, IReadOnlyList<string> values) =>
        new(account) { [attribute] = values };
}
