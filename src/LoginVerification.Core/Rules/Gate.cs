using System.Collections.Frozen;

namespace LoginVerification.Policies;

/// <summary>Answers whether a surface offers an action, and whether the gating rules allow it. Built once from a policy.</summary>
internal sealed class Gate
{
    private static readonly int ActionCount = Enum.GetValues<EnrolmentAction>().Length;

    /// <summary>Stands for any country that no rule names.</summary>
    private static readonly CountryCode Unnamed = CountryCode.Parse("ZZ");

    private readonly ScreenMap? screens;
    private readonly CaseSet[] offers;
    private readonly (GatingRule Rule, RefusalSource.Rule Source)[][] rules;
    private readonly GatingRule[] allRules;
    private readonly FrozenDictionary<Surface, PhoneDetails> servedNumbers;

    public Gate(PolicyDocument policy, ScreenMap screens)
    {
        this.screens = screens;
        Surfaces = screens.Surfaces;
        allRules = [.. policy.Rules];
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
            .Select(surface => (surface: surface.Item, number: FindServedNumber(surface.Index)))
            .Where(served => served.number is not null)
            .ToFrozenDictionary(served => served.surface, served => served.number!);
    }

    private Gate()
    {
        Surfaces = [];
        allRules = [];
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

    /// <summary>A surface where some number can be submitted, the user's own one first; null when the policy serves nobody.</summary>
    public Surface? ServingSurface(Surface? own) =>
        own is not null && servedNumbers.ContainsKey(own) ? own : Surfaces.FirstOrDefault(servedNumbers.ContainsKey);

    /// <summary>A number that is nobody's and that some surface serves, the user's own one first.</summary>
    public PhoneDetails SomeServedNumber(Surface own) => ServingSurface(own) is { } surface ? servedNumbers[surface] : Witness(Unnamed, null);

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

    /// <summary>A number that may be submitted on the surface: of a country that no rule names, or else of one that some rule does.</summary>
    private PhoneDetails? FindServedNumber(int index)
    {
        var slot = Slot(index, EnrolmentAction.SubmitPhone);
        if (offers[slot].IsEmpty)
            return null;
        var speaking = rules[slot].Select(entry => entry.Rule).ToList();
        return speaking.SelectMany(rule => rule.Countries.Items).Prepend(Unnamed).Distinct()
            .Select(country => FindServedNumber(country, speaking))
            .FirstOrDefault(number => number is not null);
    }

    /// <summary>A carrier is asked for within its own country alone, so that no country is tried with the carriers of another.</summary>
    private static PhoneDetails? FindServedNumber(CountryCode country, List<GatingRule> speaking)
    {
        var number = Witness(country, null);
        if (!speaking.TrueForAll(rule => rule.Countries.Allows(country) && rule.LineTypes.Allows(number.LineType)))
            return null;
        var carriers = speaking.Select(rule => rule.Carriers.GetValueOrDefault(country.Value, Selection<Carrier>.Any)).ToList();
        return CommonItem.TryFind(carriers, out var carrier) ? number with { Carrier = carrier } : null;
    }

    private static PhoneDetails Witness(CountryCode country, Carrier? carrier) =>
        new(UnassignedNumbers.At(0), country, LineType.Mobile) { Carrier = carrier };

    private static int Slot(int surface, EnrolmentAction action) => (surface * ActionCount) + (int)action;
}
