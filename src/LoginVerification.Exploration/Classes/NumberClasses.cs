namespace LoginVerification.Exploration;

/// <summary>
/// The equivalence classes of numbers under a policy: two numbers are alike if every gating rule answers both the same. Rules ask a number
/// for its country, carrier and kind of line alone, so that trying all of those that are known or named meets every class.
/// </summary>
internal static class NumberClasses
{
    /// <summary>A witness that everybody knows, where a class has many.</summary>
    private const string FirstCountry = "US";

    private static readonly IReadOnlyList<CountryCode> Countries = [.. KnownCountries.All.Prepend(FirstCountry).Distinct().Select(code => CountryCode.Parse(code))];

    /// <summary>The classes of a policy. The witness is mobile if it can be: what a mobile of its country is read as.</summary>
    public static IReadOnlyList<NumberClass> Of(EnrolmentPolicy policy)
    {
        var mobiles = from country in Countries
                      where CountryPlans.MobileIn(country) is LineType.Mobile or LineType.FixedLineOrMobile && CountryPlans.MainOf(country) is null
                      select (country, line: CountryPlans.MobileIn(country)!.Value);
        var others = from line in Enum.GetValues<LineType>()
                     from country in Countries
                     where IsReadAs(line, country)
                     select (country, line);
        var numbers = from plan in mobiles.Concat(others)
                      from carrier in CarriersOf(plan.country, policy)
                      select SampleNumbers.Of(plan.country, carrier, plan.line)[0];
        return [.. numbers.GroupBy(number => AnswersTo(number, policy)).Select(alike => ClassOf([.. alike], policy))];
    }

    /// <summary>The class of a country and a carrier, for a mobile line as it is read there; null where there are no numbers.</summary>
    public static ClassId? IdOf(IReadOnlyList<NumberClass> classes, CountryCode country, Carrier? carrier, EnrolmentPolicy policy)
    {
        var read = CountryPlans.MainOf(country) ?? country;
        if (CountryPlans.MobileIn(read) is not { } line)
            return null;
        var answers = AnswersTo(SampleNumbers.Of(read, carrier, line)[0], policy);
        return new ClassId(classes.Index().First(known => AnswersTo(known.Item.Numbers[0], policy) == answers).Index);
    }

    /// <summary>The carriers that a rule names for the country, and one that none names.</summary>
    public static IEnumerable<Carrier?> CarriersOf(CountryCode country, EnrolmentPolicy policy) => policy.Document.Rules
        .SelectMany(rule => new[] { rule.Carriers, rule.When?.Carriers }.OfType<IReadOnlyDictionary<string, Selection<Carrier>>>())
        .SelectMany(carriers => carriers.TryGetValue(country.Value, out var selection) ? selection.Items : [])
        .Distinct().Prepend(null);

    /// <summary>Whether some number of the country that is no mobile can be read as a kind of line. Where mobiles are not told from fixed lines, neither of them alone is ever read.</summary>
    private static bool IsReadAs(LineType line, CountryCode country) => CountryPlans.MobileIn(country) is { } mobile && line switch
    {
        LineType.Mobile => false,
        LineType.FixedLine or LineType.FixedLineOrMobile => mobile is not LineType.FixedLineOrMobile,
        _ => true,
    };

    /// <param name="alike">The numbers of the class, the witness first.</param>
    /// <param name="policy">The policy.</param>
    private static NumberClass ClassOf(IReadOnlyList<PhoneDetails> alike, EnrolmentPolicy policy)
    {
        var witness = alike[0];
        return new NumberClass(witness.Country, witness.Carrier, witness.LineType)
        {
            IsServed = IsServed(witness, policy),
            Countries = alike.Select(number => number.Country).Distinct().Count(),
            IsOfOtherCarriers = witness.Carrier is null && CarriersOf(witness.Country, policy).Count() > 1,
        };
    }

    /// <summary>What each rule says to a number: one letter a rule. It tells the classes apart.</summary>
    private static string AnswersTo(PhoneDetails phone, EnrolmentPolicy policy) => string.Concat(policy.Document.Rules.Select(rule => AnswerTo(phone, rule)));

    /// <summary>A rule that does not speak of a number allows it, and over every channel.</summary>
    private static char AnswerTo(PhoneDetails phone, GatingRule rule) =>
        !rule.Concerns(phone) ? rule.Channels.Kind is SelectionKind.Any ? '-' : ' '
        : rule.Refuses(phone) is { } code ? (char)('a' + (int)code)
        : '-';

    private static bool IsServed(PhoneDetails phone, EnrolmentPolicy policy) => policy.Screens.Screens
        .Where(screen => !screen.WhenOffered(EnrolmentAction.SubmitPhone).IsEmpty)
        .Any(screen => Gate.Askers.Any(asker => policy.Gate.Check(screen.Surface, new Choice(EnrolmentAction.SubmitPhone), phone, asker) is null));
}
