namespace LoginVerification.Exploration;

/// <summary>Groups all countries, named carriers and kinds of line by the rules that tell them apart.</summary>
internal static class NumberClasses
{
    private static readonly IReadOnlyList<LineType> Lines = [LineType.Mobile, .. Enum.GetValues<LineType>().Where(line => line is not LineType.Mobile)];

    /// <summary>The classes of a policy. The witness is mobile if it can be, and of a country that the rules name.</summary>
    public static IReadOnlyList<NumberClass> Of(Policy policy)
    {
        var rules = policy.Document.Rules;
        var named = rules.SelectMany(rule => rule.Countries.Items.Select(country => country.Value).Concat(rule.Carriers.Keys)).Distinct().Order(StringComparer.Ordinal);
        var countries = named.Concat(KnownCountries.All).Distinct().Select(code => new CountryCode(code)).ToArray();
        return
        [
            .. Lines.SelectMany(line => countries.SelectMany(country => CarriersOf(country, rules).Select(carrier => (country, carrier, line))))
                .GroupBy(kind => Signature(kind.country, kind.carrier, kind.line, rules))
                .Select(alike => new NumberClass(alike.First().country, alike.First().carrier, alike.First().line)
                {
                    IsServed = IsServed(Laboratory.NumbersOf(alike.First().country, alike.First().carrier, alike.First().line)[0], policy),
                    Countries = alike.Select(kind => kind.country).Distinct().Count(),
                }),
        ];
    }

    /// <summary>The class of a country and a carrier, for a mobile line.</summary>
    public static int IndexOf(IReadOnlyList<NumberClass> classes, CountryCode country, Carrier? carrier, Policy policy)
    {
        var rules = policy.Document.Rules;
        var signature = Signature(country, carrier, LineType.Mobile, rules);
        return classes.Index().First(known => Signature(known.Item.Country, known.Item.Carrier, known.Item.LineType, rules) == signature).Index;
    }

    /// <summary>The carriers that a rule names for the country, and one that none names.</summary>
    public static IEnumerable<Carrier?> CarriersOf(CountryCode country, IReadOnlyList<GatingRule> rules) =>
        rules.SelectMany(rule => rule.Carriers.TryGetValue(country.Value, out var carriers) ? carriers.Items : []).Distinct().Prepend(null);

    private static string Signature(CountryCode country, Carrier? carrier, LineType line, IReadOnlyList<GatingRule> rules)
    {
        var phone = Laboratory.NumbersOf(country, carrier, line)[0];
        return string.Create(rules.Count, (rules, phone), static (text, state) =>
        {
            for (var i = 0; i < text.Length; i++)
                text[i] = state.rules[i].Refuses(state.phone) is { } code ? (char)('a' + (int)code) : '-';
        });
    }

    private static bool IsServed(PhoneDetails phone, Policy policy) =>
        policy.Document.Surfaces.Where(surface => surface.Screens.Any(screen => screen.Actions.Any(offer => offer.Action is EnrolmentAction.SubmitPhone)))
            .Any(surface => policy.Gate.Check(new Surface(surface.Name), EnrolmentAction.SubmitPhone, null, phone) is null);
}
