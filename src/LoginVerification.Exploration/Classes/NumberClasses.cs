namespace LoginVerification.Exploration;

/// <summary>
/// The equivalence classes of numbers and accounts under a policy: two are alike if every gating rule answers both the same, and an SMS can be lost to both or to neither. Rules ask a number
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
        // Kinds of accounts go round last, so that classes that differ in nothing else stand side by side.
        var classes = Numbers(policy).SelectMany(number => policy.Gate.AccountKinds, (number, account) => (Number: number, Account: account))
            .GroupBy(member => AnswersTo(member.Number, member.Account, policy)).ToList();
        var words = new ClassWords([policy], [.. classes.Select(alike => alike.First())]);
        return [.. classes.Select(alike => ClassOf([.. alike], words, policy))];
    }

    /// <summary>The numbers and accounts that no rule of either of two policies tells apart, served as the first one has it, with their class under each.</summary>
    public static IReadOnlyList<(NumberClass Common, ClassId Left, ClassId Right)> Common(EnrolmentPolicy left, EnrolmentPolicy right)
    {
        var members = from number in Numbers(left, right)
                      from account in CommonAccount.Of(left, right)
                      group (Number: number, Account: account.Both) by (Left: AnswersTo(number, account.Left, left), Right: AnswersTo(number, account.Right, right));
        var classes = members.ToList();
        var words = new ClassWords([left, right], [.. classes.Select(alike => alike.First())]);
        var (lefts, rights) = (Places(left), Places(right));
        return [.. classes.Select(alike => (ClassOf([.. alike], words, left, right), lefts[alike.Key.Left], rights[alike.Key.Right]))];

        static Dictionary<string, ClassId> Places(EnrolmentPolicy policy) =>
            Of(policy).Index().ToDictionary(known => AnswersTo(known.Item.Numbers[0], known.Item.Witness, policy), known => new ClassId(known.Index));
    }

    /// <summary>A number of each country, kind of line and carrier that somebody can have and policies can speak of, mobiles first.</summary>
    private static IEnumerable<PhoneDetails> Numbers(params EnrolmentPolicy[] policies)
    {
        var mobiles = from country in Countries
                      where CountryPlans.MobileIn(country) is LineType.Mobile or LineType.FixedLineOrMobile && CountryPlans.MainOf(country) is null
                      select (country, line: CountryPlans.MobileIn(country)!.Value);
        var others = from line in Enum.GetValues<LineType>()
                     from country in Countries
                     where CountryPlans.IsReadAs(line, country)
                     select (country, line);
        return from plan in mobiles.Concat(others)
               from carrier in policies.SelectMany(policy => CarriersOf(plan.country, policy)).Distinct()
               select SampleNumbers.Of(plan.country, carrier, plan.line)[0];
    }

    /// <summary>The class of a country and a carrier, for a mobile line as it is read there, and an account, else that with the first values; null where there are no numbers.</summary>
    public static ClassId? IdOf(IReadOnlyList<NumberClass> classes, CountryCode country, Carrier? carrier, EnrolmentPolicy policy, ValueList<AttributeValue>? account = null)
    {
        var read = CountryPlans.MainOf(country) ?? country;
        if (CountryPlans.MobileIn(read) is not { } line)
            return null;
        var answers = AnswersTo(SampleNumbers.Of(read, carrier, line)[0], account ?? policy.Gate.AccountKinds[0], policy);
        return new ClassId(classes.Index().First(known => AnswersTo(known.Item.Numbers[0], known.Item.Witness, policy) == answers).Index);
    }

    /// <summary>Every class that has numbers of a country, of whatever carrier and kind of line.</summary>
    public static IReadOnlyList<ClassId> IdsOf(IReadOnlyList<NumberClass> classes, CountryCode country, EnrolmentPolicy policy)
    {
        var answers = from line in Enum.GetValues<LineType>()
                      where CountryPlans.MobileIn(country) == line || CountryPlans.IsReadAs(line, country)
                      from carrier in CarriersOf(country, policy)
                      from account in policy.Gate.AccountKinds
                      select AnswersTo(SampleNumbers.Of(country, carrier, line)[0], account, policy);
        var had = answers.ToHashSet();
        return [.. classes.Index().Where(known => had.Contains(AnswersTo(known.Item.Numbers[0], known.Item.Witness, policy))).Select(known => new ClassId(known.Index))];
    }

    /// <summary>Every class that has accounts of some kinds.</summary>
    public static IReadOnlySet<ClassId> IdsOf(IReadOnlyList<NumberClass> classes, IReadOnlyList<ValueList<AttributeValue>> accounts, EnrolmentPolicy policy)
    {
        var had = Numbers(policy).SelectMany(number => accounts, (number, account) => AnswersTo(number, account, policy)).ToHashSet();
        return classes.Index().Where(known => had.Contains(AnswersTo(known.Item.Numbers[0], known.Item.Witness, policy))).Select(known => new ClassId(known.Index)).ToHashSet();
    }

    /// <summary>The carriers that a rule names for the country, and one that none names.</summary>
    public static IEnumerable<Carrier?> CarriersOf(CountryCode country, EnrolmentPolicy policy) => policy.Document.Rules.SelectMany(rule => rule.CarriersNamedIn(country)).Distinct().Prepend(null);

    /// <param name="alike">The numbers of the class, the witness first.</param>
    /// <param name="words">What makes a class, in words.</param>
    /// <param name="policies">The policies that treat them alike; the first one serves them or not.</param>
    private static NumberClass ClassOf(IReadOnlyList<(PhoneDetails Number, ValueList<AttributeValue> Account)> alike, ClassWords words, params IReadOnlyList<EnrolmentPolicy> policies)
    {
        var (witness, account) = alike[0];
        return new NumberClass(witness.Country, witness.Carrier, witness.LineType)
        {
            IsServed = IsServed(witness, [.. account.Where(known => policies[0].Document.AccountAttributes.Any(attribute => attribute.Name == known.Name))], policies[0]),
            Countries = alike.Select(member => member.Number.Country).Distinct().Count(),
            Members = MembersOf(alike.Select(member => member.Number), policies),
            Description = words.Of(witness, account),
            Account = account.Where(attribute => alike.All(member => member.Account.Contains(attribute))).ToValueList(),
            Witness = account,
        };
    }

    /// <summary>By country: the carriers that have the same kinds of line are one member.</summary>
    private static IReadOnlyList<ClassMember> MembersOf(IEnumerable<PhoneDetails> alike, IReadOnlyList<EnrolmentPolicy> policies)
    {
        return
        [
            .. from number in alike
               group number.LineType by (number.Country, number.Carrier) into lines
               let known = lines.Distinct().Order().ToList()
               group lines.Key.Carrier by (lines.Key.Country, Lines: string.Join(' ', known)) into carriers
               select new ClassMember(carriers.Key.Country, Names(carriers.Key.Country, carriers), [.. carriers.Key.Lines.Split(' ').Select(Enum.Parse<LineType>)]),
        ];

        IReadOnlyList<string> Names(CountryCode country, IEnumerable<Carrier?> carriers) => policies.Any(policy => CarriersOf(country, policy).Skip(1).Any())
            ? [.. carriers.Select(carrier => carrier?.Name ?? ClassMember.AnyOtherCarrier)]
            : [];
    }

    /// <summary>What each rule says to a number of an account, one letter a rule, and whether an SMS to it can be lost. It tells the classes apart.</summary>
    private static string AnswersTo(PhoneDetails phone, ValueList<AttributeValue> account, EnrolmentPolicy policy) =>
        string.Concat(policy.Document.Rules.Select(rule => (char)('a' + (int)rule.AnswerTo(phone, account))).Append(policy.Document.SmsDelivery.Uncertain.Allows(phone.Country) ? '~' : '-'));

    private static bool IsServed(PhoneDetails phone, ValueList<AttributeValue> account, EnrolmentPolicy policy) => policy.Screens.Screens
        .Where(screen => !screen.WhenOffered(EnrolmentAction.SubmitPhone).IsEmpty)
        .Any(screen => policy.Gate.Askers.Any(asker => account.Equals(asker.Account) && policy.Gate.Check(screen.Surface, new Choice(EnrolmentAction.SubmitPhone), phone, asker) is null));
}
