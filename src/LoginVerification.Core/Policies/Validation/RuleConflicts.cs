namespace LoginVerification.Policies;

/// <summary>
/// Finds rules that contradict each other: each allows something, and all that speak of the same action on the same surface
/// together allow nothing. Rules with a condition are left out: where they leave nothing, their condition may be there for just that.
/// </summary>
internal static class RuleConflicts
{
    public static IEnumerable<PolicyFailure> Failures(PolicyDocument policy)
    {
        // Most surfaces and actions are under the same rules as others, and a million bytes of rules are read once for all of those.
        var known = new Dictionary<(ulong Rules, bool TakesChannel), IReadOnlyList<RuleConflict>>();
        return
            from surface in policy.Surfaces
            let named = Surface.TryParse(surface.Name, out var parsed) ? parsed : null
            where named is not null
            from action in Enum.GetValues<EnrolmentAction>()
            let rules = policy.Rules.Index().Where(rule => rule.Item.When is null && rule.Item.Surfaces.Allows(named) && rule.Item.Actions.Contains(action)).ToList()
            from conflict in ConflictsOnce(rules, RuleEffect.TakesChannel(action), known)
            group (surface.Name, action) by conflict into places
            let first = places.First()
            select new PolicyFailure(
                $"$.rules[{places.Key.Rule}].{places.Key.Part}",
                $"On {Words.Quote(first.Name)}, {first.action} is left no {places.Key.What}: {places.Key.Rules} together allow none. Widen one of them, or part their surfaces or actions.",
                FailureBasis.Rules);
    }

    private static IReadOnlyList<RuleConflict> ConflictsOnce(
        List<(int Index, GatingRule Rule)> rules, bool takesChannel, Dictionary<(ulong Rules, bool TakesChannel), IReadOnlyList<RuleConflict>> known)
    {
        var key = (rules.Aggregate(0UL, (bits, rule) => bits | 1UL << rule.Index), takesChannel);
        return known.TryGetValue(key, out var found) ? found : known[key] = [.. Conflicts(rules, takesChannel)];
    }

    private static IEnumerable<RuleConflict> Conflicts(List<(int Index, GatingRule Rule)> rules, bool takesChannel)
    {
        var countries = Find(rules, rule => rule.Countries, "countries", "country");
        if (countries is null)
        {
            foreach (var conflict in CarrierConflicts(rules))
                yield return conflict;
        }

        if (countries is not null)
            yield return countries;
        if (Find(rules, rule => rule.LineTypes, "lineTypes", "line type") is { } lineTypes)
            yield return lineTypes;
        if (takesChannel && Find(rules, rule => rule.Channels, "channels", "channel") is { } channels)
            yield return channels;
    }

    private static IEnumerable<RuleConflict> CarrierConflicts(List<(int Index, GatingRule Rule)> rules) =>
        from country in rules.SelectMany(rule => rule.Rule.Carriers.Keys).Distinct()
        where CountryCode.TryParse(country, out var code) && rules.All(rule => rule.Rule.Countries.Allows(code))
        let conflict = Find(rules, rule => rule.Carriers.GetValueOrDefault(country, Selection<Carrier>.Any), JsonPath.Key("carriers", country), $"carrier of {country}")
        where conflict is not null
        select conflict;

    /// <summary>
    /// The first rule that, with those before it, leaves nothing of one part; a rule that does so alone is told elsewhere. The members of an enum
    /// alone can be exhausted by refusing them; of the rest, one item that all allow is answer enough.
    /// </summary>
    private static RuleConflict? Find<T>(List<(int Index, GatingRule Rule)> rules, Func<GatingRule, Selection<T>> part, string path, string what)
        where T : notnull
    {
        var narrowing = rules.Where(rule => part(rule.Rule).Kind != SelectionKind.Any).ToList();
        if (!typeof(T).IsEnum && CommonItem.TryFind([.. narrowing.Select(rule => part(rule.Rule))], out _))
            return null;
        AllowedSet<T>? allowed = null;
        List<string> names = [];
        foreach (var (index, rule) in narrowing)
        {
            var own = AllowedSet<T>.Of(part(rule));
            if (own.IsEmpty)
                return null;
            allowed = allowed?.And(own) ?? own;
            names.Add(Words.Quote(rule.Name));
            if (allowed.IsEmpty)
                return new RuleConflict(index, path, what, string.Join(" and ", names));
        }

        return null;
    }
}

/// <summary>A part of a rule that leaves nothing, together with earlier rules.</summary>
/// <param name="Rule">The index of the rule.</param>
/// <param name="Part">The part, as a path inside the rule.</param>
/// <param name="What">What nothing is left of, in words.</param>
/// <param name="Rules">The names of the rules, in words.</param>
internal sealed record RuleConflict(int Rule, string Part, string What, string Rules);
