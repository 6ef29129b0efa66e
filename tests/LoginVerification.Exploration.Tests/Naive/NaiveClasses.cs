namespace LoginVerification.Exploration.Tests.Naive;

/// <summary>Kinds of numbers and accounts that some rule tells apart, each with two numbers and a third one for codes that are meant for it.</summary>
internal static class NaiveClasses
{
    public static IReadOnlyDictionary<string, NaiveClass> Of(PolicyDocument policy) => Members(policy)
        .SelectMany(phones => Accounts(policy), (phones, account) => new NaiveClass(phones, account))
        .GroupBy(known => NameOf(policy, known.Phones[0], known.Account))
        .ToDictionary(alike => alike.Key, alike => alike.First());

    /// <summary>The kinds that numbers of one account can be of.</summary>
    public static IReadOnlyList<string> OfAccount(PolicyDocument policy, IReadOnlyDictionary<string, string> account) =>
        [.. Members(policy).Select(phones => NameOf(policy, phones[0], account)).Distinct()];

    private static IEnumerable<IReadOnlyList<PhoneDetails>> Members(PolicyDocument policy)
    {
        var countries = policy.Rules.SelectMany(rule => rule.Countries.Items.Concat(rule.When?.Countries.Items ?? []).Select(country => country.Value).Concat(rule.Carriers.Keys).Concat(rule.When?.Carriers.Keys ?? [])).Concat(policy.SmsDelivery.Uncertain.Items.Select(country => country.Value)).Append("ZZ").Distinct();
        var carriers = policy.Rules.SelectMany(rule => rule.Carriers.Values.Concat(rule.When?.Carriers.Values ?? [])).SelectMany(named => named.Items).Append(null).Distinct();
        return countries.SelectMany(country => carriers.SelectMany(carrier => Enum.GetValues<LineType>().Select(line => PhonesOf(country, carrier, line))));
    }

    private static IEnumerable<Dictionary<string, string>> Accounts(PolicyDocument policy)
    {
        IEnumerable<Dictionary<string, string>> all = [[]];
        foreach (var attribute in policy.AccountAttributes)
            all = [.. all.SelectMany(account => attribute.Values.Select(value => new Dictionary<string, string>(account) { [attribute.Name] = value }))];
        return all;
    }

    /// <summary>The kind that a number of an account is of.</summary>
    public static string NameOf(PolicyDocument policy, PhoneDetails phone, IReadOnlyDictionary<string, string> account) =>
        string.Join(" ", policy.Rules.Select(rule => $"{rule.Name}: {Verdict(rule, phone, account)}").Append(LosesSms(policy, phone) ? "may lose SMS" : "gets each SMS"));

    public static bool LosesSms(PolicyDocument policy, PhoneDetails phone) => Has(policy.SmsDelivery.Uncertain, phone.Country);

    public static bool Allows(GatingRule rule, PhoneDetails phone, IReadOnlyDictionary<string, string> account) => Verdict(rule, phone, account) == "fine";

    public static bool Concerns(GatingRule rule, PhoneDetails phone, IReadOnlyDictionary<string, string> account) => rule.When is not { } when
        || (when.Account.All(asked => asked.Value.Contains(account[asked.Key])) && Has(when.Countries, phone.Country) && Has(when.LineTypes, phone.LineType) && (!when.Carriers.TryGetValue(phone.Country.Value, out var asked) || Has(asked, phone.Carrier)));

    private static string Verdict(GatingRule rule, PhoneDetails phone, IReadOnlyDictionary<string, string> account) =>
        !Concerns(rule, phone, account) ? rule.Channels.Kind is SelectionKind.Any ? "fine" : "silent"
        : !Has(rule.Countries, phone.Country) ? "wrong country"
        : rule.Carriers.TryGetValue(phone.Country.Value, out var carriers) && !Has(carriers, phone.Carrier) ? "wrong carrier"
        : !Has(rule.LineTypes, phone.LineType) ? "wrong line"
        : "fine";

    public static bool Has<T>(Selection<T> selection, T? item)
        where T : notnull => selection.Kind switch
        {
            SelectionKind.Any => true,
            SelectionKind.Only => selection.Items.Any(known => known.Equals(item)),
            _ => !selection.Items.Any(known => known.Equals(item)),
        };

    private static IReadOnlyList<PhoneDetails> PhonesOf(string country, Carrier? carrier, LineType line) =>
        [.. new[] { "+999000000011", "+999000000012", "+999000000013" }.Select(number => new PhoneDetails(PhoneNumber.Parse(number), CountryCode.Parse(country), line) { Carrier = carrier })];
}
