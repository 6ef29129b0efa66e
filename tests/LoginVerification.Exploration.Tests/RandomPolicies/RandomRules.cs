namespace LoginVerification.Exploration.Tests.RandomPolicies;

/// <summary>Random gating rules, of numbers that there are in each of the countries.</summary>
internal sealed class RandomRules(Dice dice, IReadOnlyList<AccountAttribute> attributes, IReadOnlyList<SurfaceDocument> surfaces)
{
    private static readonly CountryCode[] Countries = [CountryCode.Parse("IL"), CountryCode.Parse("PT")];
    private static readonly LineType[] LineTypes = [LineType.Mobile, LineType.FixedLine];
    private static readonly Carrier[] Carriers = [Carrier.Parse("Azul"), Carrier.Parse("Norte")];

    public IReadOnlyList<GatingRule> Rules() => [.. Enumerable.Range(0, dice.Between(1, 3)).Select(index => Rule($"rule-{index}"))];

    private GatingRule Rule(string name) => new()
    {
        Name = name,
        Actions = dice.SomeOf(Enum.GetValues<EnrolmentAction>()),
        When = dice.Happens(40) ? Condition() : null,
        Surfaces = dice.Happens(30) ? Selected([.. surfaces.Select(surface => Surface.Parse(surface.Name))]) : Selection.Any<Surface>(),
        Countries = Sometimes(45, Countries),
        Carriers = SomeCarriers(35),
        LineTypes = Sometimes(35, LineTypes),
        Channels = Sometimes(30, Enum.GetValues<VerificationChannel>()),
    };

    private RuleCondition Condition() => new()
    {
        Channels = Sometimes(30, Enum.GetValues<VerificationChannel>()),
        Countries = Sometimes(30, Countries),
        Carriers = SomeCarriers(15),
        LineTypes = Sometimes(20, LineTypes),
        Device = dice.Maybe(35),
        Account = attributes.Where(_ => dice.Happens(60)).ToDictionary(known => known.Name, known => dice.SomeOf(known.Values)),
    };

    private Dictionary<string, Selection<Carrier>> SomeCarriers(int percent) => dice.Happens(percent)
        ? new() { [dice.OneOf(Countries).Value] = Selected(Carriers) }
        : [];

    private Selection<T> Sometimes<T>(int percent, IReadOnlyList<T> items)
        where T : notnull => dice.Happens(percent) ? Selected(items) : Selection.Any<T>();

    private Selection<T> Selected<T>(IReadOnlyList<T> items)
        where T : notnull => dice.Happens(50) ? Selection.Only(dice.SomeOf(items)) : Selection.Except(dice.SomeOf(items));
}
