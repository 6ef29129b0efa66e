namespace LoginVerification.Policies;

/// <summary>Checks that conditions ask for attributes and values that the policy declares, and finds attributes that none asks for.</summary>
internal static class AttributeNames
{
    private const FailureBasis Declared = FailureBasis.Attributes | FailureBasis.Rules;

    public static IEnumerable<PolicyFailure> Failures(PolicyDocument policy) =>
        from rule in policy.Rules.Index()
        from asked in rule.Item.When?.Account ?? new Dictionary<string, IReadOnlyList<string>>()
        let path = JsonPath.Key($"$.rules[{rule.Index}].when.account", asked.Key)
        from failure in Failures(policy.AccountAttributes, asked.Key, asked.Value, path)
        select failure;

    public static IEnumerable<PolicyFailure> Warnings(PolicyDocument policy) =>
        from attribute in policy.AccountAttributes.Index()
        where policy.Rules.All(rule => rule.When?.Account.ContainsKey(attribute.Item.Name) is not true)
        select new PolicyFailure($"$.accountAttributes[{attribute.Index}]", $"No rule asks for {Words.Quote(attribute.Item.Name)}, so that it changes nothing. Ask for it in \"when\" of a rule, or take it out.");

    private static IEnumerable<PolicyFailure> Failures(IReadOnlyList<AccountAttribute> declared, string name, IReadOnlyList<string> values, string path)
    {
        if (declared.FirstOrDefault(attribute => attribute.Name == name) is not { } known)
        {
            var names = declared.Select(attribute => attribute.Name).ToList();
            yield return new(path, $"There is no attribute {Words.Quote(name)}.{Words.DidYouMean(name, names)} {(names.Count == 0 ? "Declare it in \"accountAttributes\"" : $"Write one of: {string.Join(", ", names)}")}.", Declared);
            yield break;
        }

        if (values.Count == 0)
            yield return new(path, "The list of values is empty, so that the condition never holds. Name a value, or take the attribute out.");
        foreach (var (index, value) in values.Index())
        {
            if (!known.Values.Contains(value))
                yield return new($"{path}[{index}]", $"{Words.Quote(value)} is no value of {Words.Quote(name)}.{Words.DidYouMean(value, known.Values)} Write one of: {string.Join(", ", known.Values)}.", Declared);
            else if (values.Take(index).Contains(value))
                yield return new($"{path}[{index}]", $"{Words.Quote(value)} stands here a second time. Keep one of them.");
        }

        if (known.Values.All(values.Contains))
            yield return new(path, $"All values of {Words.Quote(name)} are named, so that it makes no difference. Take some out, or the attribute.", Declared);
    }
}
