using System.Collections.Concurrent;

namespace LoginVerification.Policies;

/// <summary>Answers whether a surface offers an action, and whether the gating rules allow it. Built once from a policy.</summary>
internal sealed class Gate
{
    private static readonly int ActionCount = Enum.GetValues<EnrolmentAction>().Length;

    private readonly ScreenMap? screens;
    private readonly CaseSet[] offers;
    private readonly (GatingRule Rule, RefusalSource.Rule Source)[][] rules;
    private readonly GatingRule[] allRules;
    private readonly AccountKinds accounts;
    private readonly ConcurrentDictionary<(int Surface, Asker Asker), PhoneDetails?> servedNumbers = [];
    private readonly Witnesses witnesses;
    private readonly Lazy<IReadOnlyList<CountryCode>>[] countries;
    private readonly ConcurrentDictionary<(int Surface, Asker Asker), ValueList<CountryCode>> servedCountries = [];

    public Gate(PolicyDocument policy, ScreenMap screens)
    {
        this.screens = screens;
        Surfaces = screens.Surfaces;
        allRules = [.. policy.Rules];
        accounts = new AccountKinds(policy.AccountAttributes);
        witnesses = new Witnesses(allRules);
        var named = allRules.Select(rule => (Rule: rule, Source: new RefusalSource.Rule(rule.Name))).ToArray();
        offers = new CaseSet[Surfaces.Count * ActionCount];
        rules = new (GatingRule, RefusalSource.Rule)[Surfaces.Count * ActionCount][];
        foreach (var screen in screens.Screens)
        {
            foreach (var offer in screen.Offers)
            {
                ref var offered = ref offers[Slot(screens.IndexOf(screen.Surface), offer.Action)];
                offered = offered.Or(offer.When);
            }
        }

        for (var index = 0; index < Surfaces.Count; index++)
        {
            foreach (var action in Enum.GetValues<EnrolmentAction>())
                rules[Slot(index, action)] = [.. named.Where(rule => rule.Rule.Surfaces.Allows(Surfaces[index]) && rule.Rule.Actions.Contains(action))];
        }

        countries = [.. Surfaces.Select((_, surface) => new Lazy<IReadOnlyList<CountryCode>>(() => CountriesAt(surface, [.. Askers])))];
    }

    private Gate()
    {
        countries = [];
        Surfaces = [];
        allRules = [];
        accounts = new AccountKinds([]);
        witnesses = new Witnesses(allRules);
        offers = [];
        rules = [];
    }

    /// <summary>Offers everything on any surface and refuses nothing, so that the limits alone decide.</summary>
    public static Gate Open { get; } = new();

    public IReadOnlyList<Surface> Surfaces { get; }

    /// <summary>Everybody whom rules can tell apart, the number aside.</summary>
    public IEnumerable<Asker> Askers => accounts.All.SelectMany(account => new[] { new Asker(DeviceRegistered: false, account), new Asker(DeviceRegistered: true, account) });

    /// <summary>Every kind of account that rules can tell apart: first the one that has the first value of each attribute.</summary>
    public IReadOnlyList<ValueList<AttributeValue>> AccountKinds => accounts.All;

    /// <summary>Who asks, by what is known of the account.</summary>
    public Asker AskerOf(bool deviceRegistered, ValueList<AttributeValue> stated) => new(deviceRegistered, accounts.Of(stated));

    /// <summary>Refuses a surface that the policy does not declare: a programmer's mistake, never a user's.</summary>
    public void EnsureDeclares(Surface surface) => screens?.IndexOf(surface);

    /// <summary>Whether some screen of the surface offers the action to this enrolment.</summary>
    public bool Offers(Surface surface, EnrolmentAction action, Enrolment enrolment, Asker asker) =>
        screens is null || offers[Slot(screens.IndexOf(surface), action)].MayHold(enrolment, asker.DeviceRegistered);

    /// <summary>The first rule that refuses, or null when every rule that speaks of the action allows it.</summary>
    public Refusal? Check(Surface surface, Choice choice, PhoneDetails? phone, Asker asker)
    {
        if (screens is null)
            return null;
        foreach (var (rule, source) in rules[Slot(screens.IndexOf(surface), choice.Action)])
        {
            if (rule.Refuses(choice, phone, asker) is { } code)
                return new Refusal(code, source);
        }

        return null;
    }

    /// <summary>See <see cref="EnrolmentPolicy.ServedCountries"/>. Worked out when it is first asked for.</summary>
    public IReadOnlyList<CountryCode> ServedCountries(Surface surface) => screens is null ? [] : countries[screens.IndexOf(surface)].Value;

    /// <summary>The same for who asks.</summary>
    public ValueList<CountryCode> ServedCountries(Surface surface, Asker asker) =>
        screens is null ? [] : servedCountries.GetOrAdd((screens.IndexOf(surface), asker), at => CountriesAt(at.Surface, at.Asker));

    /// <summary>Whether the carrier of a submitted number makes a difference on a surface.</summary>
    public bool AsksForCarrier(Surface surface) => screens is not null && rules[Slot(screens.IndexOf(surface), EnrolmentAction.SubmitPhone)].Any(entry => entry.Rule.NamesCarriers);

    /// <summary>Whether another carrier of the same number could turn a rule's "no" into a "yes".</summary>
    public bool DependsOnCarrier(Refusal refusal) => refusal.Code is RefusalCode.CarrierNotServed
        || (refusal.Source is RefusalSource.Rule { Name: var name } && allRules.Any(rule => rule.Name == name && rule.When is { Carriers.Count: > 0 }));

    /// <summary>A number that is nobody's and that some surface serves to who asks, the user's own one first.</summary>
    public PhoneDetails SomeServedNumber(Surface own, Asker asker) =>
        Surfaces.Index().OrderBy(surface => surface.Item != own).Select(surface => servedNumbers.GetOrAdd((surface.Index, asker), FindServed)).FirstOrDefault(number => number is not null) ?? witnesses.Any;

    /// <summary>
    /// Numbers that are nobody's, one of each class, which rules let be submitted and confirmed and serve one of the choices, each of it somewhere.
    /// What the surface serves comes first. That the screens lead from one to the other is not asked here.
    /// </summary>
    public IEnumerable<PhoneDetails> NumbersFor(IReadOnlyList<Choice> choices, Surface own, Asker asker) =>
        witnesses.All.Prepend(SomeServedNumber(own, asker)).DistinctBy(Classify).Where(number =>
            IsAllowedSomewhere([new Choice(EnrolmentAction.SubmitPhone)], number, asker)
            && IsAllowedSomewhere([new Choice(EnrolmentAction.ConfirmCode)], number, asker)
            && IsAllowedSomewhere(choices, number, asker));

    /// <summary>What tells numbers apart.</summary>
    public RuleBits Classify(PhoneDetails phone) => RuleBits.Of(phone, allRules);

    /// <summary>The countries that a surface serves to one of these or another.</summary>
    private ValueList<CountryCode> CountriesAt(int surface, params IReadOnlyList<Asker> askers)
    {
        var submit = Slot(surface, EnrolmentAction.SubmitPhone);
        var offered = askers.Where(asker => offers[submit].MayHold(asker.DeviceRegistered)).ToList();
        return [.. Witnesses.Countries().Where(number => offered.Any(asker => rules[submit].All(entry => entry.Rule.ServesCountryOf(number.Details, asker)))).Select(number => number.Stated)];
    }

    private PhoneDetails? FindServed((int Surface, Asker Asker) at)
    {
        var submit = Slot(at.Surface, EnrolmentAction.SubmitPhone);
        return offers[submit].MayHold(at.Asker.DeviceRegistered) ? Witnesses.Find([.. rules[submit].Select(entry => entry.Rule)], new Choice(EnrolmentAction.SubmitPhone), at.Asker) : null;
    }

    private bool IsAllowedSomewhere(IReadOnlyList<Choice> choices, PhoneDetails number, Asker asker) =>
        choices.Any(choice => Surfaces.Any(surface => Check(surface, choice, number, asker) is null));

    private static int Slot(int surface, EnrolmentAction action) => (surface * ActionCount) + (int)action;
}
