namespace LoginVerification.Exploration;

/// <summary>Says what makes a class of numbers and accounts, by the rules that tell them apart. Immutable.</summary>
internal sealed class ClassWords
{
    private readonly IReadOnlyList<GatingRule> rules;
    private readonly IReadOnlyList<EnrolmentPolicy> losing;

    /// <param name="policies">The policies whose rules tell the classes apart.</param>
    /// <param name="witnesses">One number of each class, and its account.</param>
    public ClassWords(IReadOnlyList<EnrolmentPolicy> policies, IReadOnlyList<(PhoneDetails Number, ValueList<AttributeValue> Account)> witnesses)
    {
        rules =
        [
            .. policies.SelectMany(policy => policy.Document.Rules)
                .Select(rule => (Rule: rule, Answers: witnesses.Select(witness => rule.AnswerTo(witness.Number, witness.Account)).ToList()))
                .Where(asked => asked.Answers.Distinct().Skip(1).Any())
                .DistinctBy(asked => (asked.Rule.Name, string.Join(' ', asked.Answers)))
                .Select(asked => asked.Rule),
        ];
        losing = [.. policies.Where(policy => witnesses.Select(witness => LosesSms(policy, witness.Number)).Distinct().Skip(1).Any())];
    }

    /// <summary>For example <c>every number that the rules a and b allow, and the rule c refuses for its carrier</c>.</summary>
    public string Of(PhoneDetails witness, ValueList<AttributeValue> account)
    {
        var parts = rules.GroupBy(rule => rule.AnswerTo(witness, account), rule => rule.Name).OrderBy(alike => alike.Key).Select((alike, index) => $"{(index == 0 ? "that " : "")}{Part([.. alike], alike.Key)}")
            .Concat(losing.Select(policy => LosesSms(policy, witness)).Distinct().Select(loses => loses ? "to which an SMS can be lost" : "to which every SMS arrives")).ToList();
        return $"every number {string.Join(", and ", parts)}".TrimEnd();
    }

    private static bool LosesSms(EnrolmentPolicy policy, PhoneDetails number) => policy.Document.SmsDelivery.Uncertain.Allows(number.Country);

    private static string Part(IReadOnlyList<string> names, RuleAnswer answer)
    {
        var one = names.Count == 1;
        var who = $"the {(one ? "rule" : "rules")} {(one ? names[0] : $"{string.Join(", ", names.SkipLast(1))} and {names[^1]}")}";
        return answer switch
        {
            RuleAnswer.Allows => $"{who} {(one ? "allows" : "allow")}",
            RuleAnswer.Silent => $"{who} {(one ? "does" : "do")} not speak of",
            RuleAnswer.NotTheCountry => $"{who} {(one ? "refuses" : "refuse")} for its country",
            RuleAnswer.NotTheCarrier => $"{who} {(one ? "refuses" : "refuse")} for its carrier",
            _ => $"{who} {(one ? "refuses" : "refuse")} for its kind of line",
        };
    }
}
