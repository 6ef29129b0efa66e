namespace LoginVerification.Exploration;

/// <summary>Groups all countries, named carriers and kinds of line by the rules that tell them apart.</summary>
internal static class NumberClasses
{
    private static readonly IReadOnlyList<LineType> Lines = [LineType.Mobile, .. Enum.GetValues<LineType>().Where(line => line is not LineType.Mobile)];

    /// <summary>A witness that everybody knows, where a class has many.</summary>
    private const string FirstCountry = "US";

    /// <summary>The classes of a policy. The witness is mobile if it can be.</summary>
    public static IReadOnlyList<NumberClass> Of(EnrolmentPolicy policy)
    {
        var rules = policy.Document.Rules;
        var countries = KnownCountries.All.Prepend(FirstCountry).Distinct().Select(code => CountryCode.Parse(code)).ToArray();
        return
        [
            .. Lines.SelectMany(line => countries.SelectMany(country => CarriersOf(country, rules).Select(carrier => new NumberClass(country, carrier, line) { IsServed = false, Countries = 1 })))
                .GroupBy(number => Signature(number.Numbers[0], rules))
                .Select(alike => alike.First() with { IsServed = IsServed(alike.First().Numbers[0], policy), Countries = alike.Select(number => number.Country).Distinct().Count(), IsOfOtherCarriers = alike.First().Carrier is null && CarriersOf(alike.First().Country, rules).Count() > 1 }),
        ];
    }

    /// <summary>The class of a country and a carrier, for a mobile line.</summary>
    public static int IndexOf(IReadOnlyList<NumberClass> classes, CountryCode country, Carrier? carrier, EnrolmentPolicy policy)
    {
        var rules = policy.Document.Rules;
        var signature = Signature(Laboratory.NumbersOf(country, carrier, LineType.Mobile)[0], rules);
        return classes.Index().First(known => Signature(known.Item.Numbers[0], rules) == signature).Index;
    }

    /// <summary>The carriers that a rule names for the country, and one that none names.</summary>
    public static IEnumerable<Carrier?> CarriersOf(CountryCode country, IReadOnlyList<GatingRule> rules) =>
        rules.SelectMany(rule => rule.Carriers.TryGetValue(country.Value, out var carriers) ? carriers.Items : []).Distinct().Prepend(null);

    /// <summary>What each rule says to a number: one letter a rule.</summary>
    private static string Signature(PhoneDetails phone, IReadOnlyList<GatingRule> rules) =>
        string.Concat(rules.Select(rule => rule.Refuses(phone) is { } code ? (char)('a' + (int)code) : '-'));

    private static bool IsServed(PhoneDetails phone, EnrolmentPolicy policy) =>
        policy.Document.Surfaces.Where(surface => surface.Screens.Any(screen => screen.Actions.Any(offer => offer.Action is EnrolmentAction.SubmitPhone)))
            .Any(surface => policy.Gate.Check(Surface.Parse(surface.Name), new Choice(EnrolmentAction.SubmitPhone), phone) is null);
}
