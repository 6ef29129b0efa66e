namespace LoginVerification.Exploration;

/// <summary>What properties of one policy can ask about, and the values that there are. Immutable and thread-safe.</summary>
internal sealed class Vocabulary
{
    private readonly EnrolmentPolicy policy;
    private readonly IReadOnlyList<NumberClass> classes;

    public Vocabulary(EnrolmentPolicy policy)
    {
        this.policy = policy;
        classes = NumberClasses.Of(policy);
        OfStates = [.. Choices(), .. policy.Document.AccountAttributes.Select(AccountTerm), .. Flags];
        OfSteps =
        [
            .. AboutSteps,
            .. OfStates.Select(term => At(PropertyWords.Before, term, moment => moment)),
            .. OfStates.Select(term => At(PropertyWords.After, term, moment => new Moment(moment.After))),
        ];
    }

    /// <summary>What can be asked of a state.</summary>
    public IReadOnlyList<Term> OfStates { get; }

    /// <summary>What can be asked of a step: about itself, and about the states before and after it.</summary>
    public IReadOnlyList<Term> OfSteps { get; }

    private static IReadOnlyList<Term> Flags { get; } =
    [
        Flag("pending", "a number waits for its code", state => state.Pending),
        Flag("verified", "a number is verified", state => state.Verified),
        Flag("needsReverification", "the verified number was reported to have changed hands", state => state.NeedsReverification),
        Flag("locked", "wrong codes lock the account", state => state.Locked),
        Flag("coolingDown", "a verified number was removed so recently that none is taken yet", state => state.CoolingDown),
        Flag("device", "a device is registered for the app channel", state => state.DeviceRegistered),
        Flag("served", "some surface takes such numbers", state => state.Class.IsServed),
    ];

    private static IReadOnlyList<Term> AboutSteps { get; } =
    [
        new Term("action", "the command; `None` where nobody gives one", (moment, value) => NameOf(moment.Step.Command) == value) { Values = Commands() },
        new Term("actor", "who takes the step", (moment, value) => moment.Step.Actor.ToString() == value) { Values = Enum.GetNames<Actor>() },
        new Term("event", "what happens; a step can have several, and then has each", (moment, value) => moment.Step.Events.Any(happened => happened.ToString() == value))
        {
            Values = Enum.GetNames<LifecycleTrigger>(),
        },
    ];

    private IReadOnlyList<Term> Choices() =>
    [
        Choice("state", "the lifecycle's state", state => state.State.ToString(), Enum.GetNames<EnrolmentState>()),
        Choice("surface", "where the user is", state => state.Surface.Name, [.. policy.Screens.Surfaces.Select(surface => surface.Name)]),
        Choice("screen", "on which screen, of whatever surface", state => state.Screen, [.. policy.Screens.Screens.Select(screen => screen.Name).Distinct()]),
        Choice("channel", "the channel that protects", state => state.Channel?.ToString() ?? PropertyWords.None, [PropertyWords.None, .. Enum.GetNames<VerificationChannel>()]),
        Choice("sms", "what became of the newest SMS", state => state.Message.ToString(), Enum.GetNames<SmsDelivery>()),
        Choice("class", "whose numbers they are", state => state.Class.Name, [.. classes.Select(known => known.Name)]),
        Choice("country", "the country of the numbers, where rules tell it from all others", state => state.Class.Country.Value, CountriesApart()) with
        {
            Missing = $"The rules tell no other country from all others. Write class = and one of: {string.Join(", ", classes.Select(known => $"\"{known.Name}\""))}.",
        },
    ];

    /// <summary>An attribute of accounts. Where a class has accounts that differ in it, no state of the class knows its value.</summary>
    private Term AccountTerm(AccountAttribute attribute)
    {
        var mixed = classes.Where(known => known.Account.All(had => had.Name != attribute.Name)).Select(known => $"\"{known.Name}\"").ToList();
        return Choice($"{PropertyWords.Account}{attribute.Name}", "the account's attribute", state => state.AccountValue(attribute.Name) ?? "", mixed.Count == 0 ? attribute.Values : []) with
        {
            Missing = mixed.Count == 0 ? null : $"No rule tells accounts by it in {string.Join(", ", mixed)}. Write class = and the name of a class that has one value.",
        };
    }

    /// <summary>Countries with numbers in no class that has those of another one, too: only of them it is known in every state whether numbers are theirs.</summary>
    private IReadOnlyList<string> CountriesApart() =>
    [
        .. classes.Where(known => known.Countries == 1).Select(known => known.Country).Distinct()
            .Where(country => NumberClasses.IdsOf(classes, country, policy).All(id => classes[id.Index].Countries == 1))
            .Select(country => country.Value),
    ];

    private static IReadOnlyList<string> Commands() =>
    [
        .. Enum.GetNames<EnrolmentAction>().Concat(Probes.OfTheWorld.Select(probe => NameOf(probe.Command))).Distinct(),
        PropertyWords.None,
    ];

    private static string NameOf(EnrolmentCommand? command) => command?.GetType().Name ?? PropertyWords.None;

    private static Term Choice(string name, string meaning, Func<StateView, string> read, IReadOnlyList<string> values) =>
        new(name, meaning, (moment, value) => read(moment.Before) == value) { Values = values };

    private static Term Flag(string name, string meaning, Func<StateView, bool> holds) => new(name, meaning, (moment, _) => holds(moment.Before));

    private static Term At(string prefix, Term term, Func<Moment, Moment> shift) =>
        term with { Name = prefix + term.Name, Has = (moment, value) => term.Has(shift(moment), value) };
}
