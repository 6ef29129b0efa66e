using System.Collections.Frozen;

namespace LoginVerification.Policies;

/// <summary>Answers whether a surface offers an action, and whether the gating rules allow it. Built once from a policy.</summary>
internal sealed class Gate
{
    private static readonly int ActionCount = Enum.GetValues<EnrolmentAction>().Length;

    private readonly ScreenMap? screens;
    private readonly CaseSet[] offers;
    private readonly (GatingRule Rule, RefusalSource.Rule Source)[][] rules;
    private readonly GatingRule[] allRules;
    private readonly FrozenDictionary<Surface, PhoneDetails> servedNumbers;
    private readonly Witnesses witnesses;
    private readonly Lazy<IReadOnlyList<CountryCode>>[] countries;

    public Gate(PolicyDocument policy, ScreenMap screens)
    {
        this.screens = screens;
        Surfaces = screens.Surfaces;
        allRules = [.. policy.Rules];
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

        servedNumbers = Surfaces.Index()
            .Where(surface => !offers[Slot(surface.Index, EnrolmentAction.SubmitPhone)].IsEmpty)
            .Select(surface => (surface: surface.Item, number: Witnesses.Find([.. rules[Slot(surface.Index, EnrolmentAction.SubmitPhone)].Select(entry => entry.Rule)])))
            .Where(served => served.number is not null)
            .ToFrozenDictionary(served => served.surface, served => served.number!);
        countries = [.. Surfaces.Select((_, surface) => new Lazy<IReadOnlyList<CountryCode>>(() => CountriesAt(surface)))];
    }

    private Gate()
    {
        countries = [];
        Surfaces = [];
        allRules = [];
        witnesses = new Witnesses(allRules);
        offers = [];
        rules = [];
        servedNumbers = FrozenDictionary<Surface, PhoneDetails>.Empty;
    }

    /// <summary>Offers everything on any surface and refuses nothing, so that the limits alone decide.</summary>
    public static Gate Open { get; } = new();

    public IReadOnlyList<Surface> Surfaces { get; }

    /// <summary>Refuses a surface that the policy does not declare: a programmer's mistake, never a user's.</summary>
    public void EnsureDeclares(Surface surface) => screens?.IndexOf(surface);

    /// <summary>Whether some screen of the surface offers the action to this enrolment.</summary>
    public bool Offers(Surface surface, EnrolmentAction action, Enrolment enrolment) =>
        screens is null || offers[Slot(screens.IndexOf(surface), action)].MayHold(enrolment);

    /// <summary>The first rule that refuses, or null when every rule that speaks of the action allows it.</summary>
    public Refusal? Check(Surface surface, Choice choice, PhoneDetails? phone)
    {
        if (screens is null)
            return null;
        foreach (var (rule, source) in rules[Slot(screens.IndexOf(surface), choice.Action)])
        {
            if (phone is not null && rule.Refuses(phone) is { } code)
                return new Refusal(code, source);
            if (choice.Channel is { } asked && !rule.Channels.Allows(asked))
                return new Refusal(RefusalCode.ChannelNotServed, source);
        }

        return null;
    }

    /// <summary>See <see cref="EnrolmentPolicy.ServedCountries"/>. Worked out when it is first asked for.</summary>
    public IReadOnlyList<CountryCode> ServedCountries(Surface surface) => screens is null ? [] : countries[screens.IndexOf(surface)].Value;

    /// <summary>A number that is nobody's and that some surface serves, the user's own one first.</summary>
    public PhoneDetails SomeServedNumber(Surface own) =>
        Surfaces.OrderBy(surface => surface != own).Select(servedNumbers.GetValueOrDefault).FirstOrDefault(number => number is not null) ?? witnesses.Any;

    /// <summary>
    /// Numbers that are nobody's, one of each class, which rules let be submitted and confirmed and serve one of the choices, each of it somewhere.
    /// What the surface serves comes first. That the screens lead from one to the other is not asked here.
    /// </summary>
    public IEnumerable<PhoneDetails> NumbersFor(IReadOnlyList<Choice> choices, Surface own) =>
        witnesses.All.Prepend(SomeServedNumber(own)).DistinctBy(Classify).Where(number =>
            IsAllowedSomewhere([new Choice(EnrolmentAction.SubmitPhone)], number)
            && IsAllowedSomewhere([new Choice(EnrolmentAction.ConfirmCode)], number)
            && IsAllowedSomewhere(choices, number));

    /// <summary>What tells numbers apart: one bit a rule, set where the rule allows the number.</summary>
    public ulong Classify(PhoneDetails phone)
    {
        var allowed = 0UL;
        for (var i = 0; i < allRules.Length; i++)
        {
            if (allRules[i].Refuses(phone) is null)
                allowed |= 1UL << i;
        }

        return allowed;
    }

    private IReadOnlyList<CountryCode> CountriesAt(int surface)
    {
        var submit = Slot(surface, EnrolmentAction.SubmitPhone);
        return offers[submit].IsEmpty ? [] : [.. Witnesses.Countries().Where(number => rules[submit].All(entry => entry.Rule.ServesCountryOf(number.Details))).Select(number => number.Stated)];
    }

    private bool IsAllowedSomewhere(IReadOnlyList<Choice> choices, PhoneDetails number) =>
        choices.Any(choice => Surfaces.Any(surface => Check(surface, choice, number) is null));

    private static int Slot(int surface, EnrolmentAction action) => (surface * ActionCount) + (int)action;
}
