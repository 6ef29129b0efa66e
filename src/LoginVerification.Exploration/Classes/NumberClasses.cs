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
        var classes = numbers.GroupBy(number => AnswersTo(number, policy)).ToList();
        var words = new ClassWords(policy, [.. classes.Select(alike => alike.First())]);
        return [.. classes.Select(alike => ClassOf([.. alike], policy, words))];
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

    /// <summary>Every class that has numbers of a country, of whatever carrier and kind of line.</summary>
    public static IReadOnlyList<ClassId> IdsOf(IReadOnlyList<NumberClass> classes, CountryCode country, EnrolmentPolicy policy)
    {
        var answers = from line in Enum.GetValues<LineType>()
                      where CountryPlans.MobileIn(country) == line || IsReadAs(line, country)
                      from carrier in CarriersOf(country, policy)
                      select AnswersTo(SampleNumbers.Of(country, carrier, line)[0], policy);
        var had = answers.ToHashSet();
        return [.. classes.Index().Where(known => had.Contains(AnswersTo(known.Item.Numbers[0], policy))).Select(known => new ClassId(known.Index))];
    }

    /// <summary>The carriers that a rule names for the country, and one that none names.</summary>
    public static IEnumerable<Carrier?> CarriersOf(CountryCode country, EnrolmentPolicy policy) => policy.Document.Rules
        .SelectMany(rule => rule.Carriers.TryGetValue(country.Value, out var carriers) ? carriers.Items : [])
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
    /// <param name="words">What makes a class, in words.</param>
    private static NumberClass ClassOf(IReadOnlyList<PhoneDetails> alike, EnrolmentPolicy policy, ClassWords words)
    {
        var witness = alike[0];
        return new NumberClass(witness.Country, witness.Carrier, witness.LineType)
        {
            IsServed = IsServed(witness, policy),
            Countries = alike.Select(number => number.Country).Distinct().Count(),
            Members = MembersOf(alike, policy),
            Description = words.Of(witness),
        };
    }

    /// <summary>By country: the carriers that have the same kinds of line are one member.</summary>
    private static IReadOnlyList<ClassMember> MembersOf(IReadOnlyList<PhoneDetails> alike, EnrolmentPolicy policy)
    {
        return
        [
            .. from number in alike
               group number.LineType by (number.Country, number.Carrier) into lines
               let known = lines.Distinct().Order().ToList()
               group lines.Key.Carrier by (lines.Key.Country, Lines: string.Join(' ', known)) into carriers
               select new ClassMember(carriers.Key.Country, Names(carriers.Key.Country, carriers), [.. carriers.Key.Lines.Split(' ').Select(Enum.Parse<LineType>)]),
        ];

        IReadOnlyList<string> Names(CountryCode country, IEnumerable<Carrier?> carriers) =>
            CarriersOf(country, policy).Skip(1).Any() ? [.. carriers.Select(carrier => carrier?.Name ?? ClassMember.AnyOtherCarrier)] : [];
    }

    /// <summary>What each rule says to a number: one letter a rule. It tells the classes apart.</summary>
    private static string AnswersTo(PhoneDetails phone, EnrolmentPolicy policy) =>
        string.Concat(policy.Document.Rules.Select(rule => rule.Refuses(phone) is { } code ? (char)('a' + (int)code) : '-'));

    private static bool IsServed(PhoneDetails phone, EnrolmentPolicy policy) => policy.Screens.Screens
        .Where(screen => !screen.WhenOffered(EnrolmentAction.SubmitPhone).IsEmpty)
        .Any(screen => policy.Gate.Check(screen.Surface, new Choice(EnrolmentAction.SubmitPhone), phone) is null);
}
