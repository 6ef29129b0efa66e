namespace LoginVerification.Exploration;

/// <summary>Says what makes a class of numbers, by the rules that tell numbers of the policy apart. Immutable.</summary>
internal sealed class ClassWords
{
    private readonly IReadOnlyList<GatingRule> rules;

    /// <param name="policy">The policy.</param>
    /// <param name="witnesses">One number of each class.</param>
    public ClassWords(EnrolmentPolicy policy, IReadOnlyList<PhoneDetails> witnesses) =>
        rules = [.. policy.Document.Rules.Where(rule => witnesses.Select(rule.Refuses).Distinct().Skip(1).Any())];

    /// <summary>For example <c>every number that the rules a and b allow, and the rule c refuses for its carrier</c>.</summary>
    public string Of(PhoneDetails witness)
    {
        var parts = rules.GroupBy(rule => rule.Refuses(witness), rule => rule.Name).OrderBy(alike => alike.Key is not null).Select(alike => Part([.. alike], alike.Key)).ToList();
        return parts.Count == 0 ? "every number" : $"every number that {string.Join(", and ", parts)}";
    }

    private static string Part(IReadOnlyList<string> names, RefusalCode? refusal)
    {
        var one = names.Count == 1;
        var who = $"the {(one ? "rule" : "rules")} {(one ? names[0] : $"{string.Join(", ", names.SkipLast(1))} and {names[^1]}")}";
        return refusal switch
        {
            null => $"{who} {(one ? "allows" : "allow")}",
            RefusalCode.CountryNotServed => $"{who} {(one ? "refuses" : "refuse")} for its country",
            RefusalCode.CarrierNotServed => $"{who} {(one ? "refuses" : "refuse")} for its carrier",
            _ => $"{who} {(one ? "refuses" : "refuse")} for its kind of line",
        };
    }
}
