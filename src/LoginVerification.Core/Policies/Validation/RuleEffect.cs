namespace LoginVerification.Policies;

/// <summary>Checks that every part of every rule can refuse something: a rule that never fires is a slip, or a hole.</summary>
internal sealed class RuleEffect
{
    private const FailureBasis Whole = FailureBasis.Names | FailureBasis.Offers | FailureBasis.Rules;
    private static readonly EnrolmentAction[] TakeAChannel = [EnrolmentAction.EnableVerification, EnrolmentAction.ChangeChannel];
    private readonly GatingRule rule;
    private readonly string path;
    private readonly IReadOnlyList<SurfaceDocument> surfaces;
    private readonly ILookup<string, EnrolmentAction> offered;

    private RuleEffect(PolicyDocument policy, int index, ILookup<string, EnrolmentAction> offered)
    {
        rule = policy.Rules[index];
        path = $"$.rules[{index}]";
        surfaces = policy.Surfaces;
        this.offered = offered;
    }

    public static IEnumerable<PolicyFailure> Failures(PolicyDocument policy)
    {
        var offered = policy.Surfaces
            .SelectMany(surface => surface.Screens.SelectMany(screen => screen.Actions), (surface, offer) => (surface.Name, offer.Action))
            .ToLookup(entry => entry.Name, entry => entry.Action);
        return policy.Rules.Index().SelectMany(entry => new RuleEffect(policy, entry.Index, offered).Failures());
    }

    public static bool TakesChannel(EnrolmentAction action) => TakeAChannel.Contains(action);

    private IEnumerable<PolicyFailure> Failures() => [.. UnknownSurfaces(), .. IdleSurfaces(), .. ActionsNotOffered(), .. IdleParts(), .. rule.When is { } when ? IdleCondition(when) : []];

    private IEnumerable<PolicyFailure> UnknownSurfaces() =>
        from item in rule.Surfaces.Items.Index()
        where surfaces.All(surface => surface.Name != item.Item.Name)
        let known = surfaces.Select(surface => surface.Name)
        select new PolicyFailure(
            SurfaceItem(item.Index),
            $"There is no surface {Words.Quote(item.Item.Name)}.{Words.DidYouMean(item.Item.Name, known)} Write one of: {string.Join(", ", known)}.",
            FailureBasis.Names);

    private IEnumerable<PolicyFailure> IdleSurfaces() =>
        from item in rule.Surfaces.Items.Index()
        where rule.Surfaces.Kind == SelectionKind.Only && rule.Actions.Count > 0
        where surfaces.Any(surface => surface.Name == item.Item.Name) && !rule.Actions.Any(offered[item.Item.Name].Contains)
        select new PolicyFailure(
            SurfaceItem(item.Index),
            $"The surface {Words.Quote(item.Item.Name)} offers none of the rule's actions. Take it out, or offer one there.",
            Whole);

    private IEnumerable<PolicyFailure> ActionsNotOffered()
    {
        var spokenOf = surfaces.Where(surface => Surface.TryParse(surface.Name, out var named) && rule.Surfaces.Allows(named)).ToList();
        if (spokenOf.Count == 0 && rule.Surfaces.Kind == SelectionKind.Except && rule.Surfaces.Items.Count > 0)
            return [new PolicyFailure($"{path}.surfaces.except", "The rule speaks of no surface: all are excepted. Take out those that it is for.", Whole)];
        return
            from action in rule.Actions.Index()
            where spokenOf.Count > 0 && !spokenOf.Any(surface => offered[surface.Name].Contains(action.Item))
            select new PolicyFailure(
                $"{path}.actions[{action.Index}]",
                $"The rule never fires for {action.Item}: no surface that it speaks of offers it. Take it out, or offer it on a screen.",
                Whole);
    }

    private IEnumerable<PolicyFailure> IdleParts()
    {
        if (rule is { Countries.Kind: SelectionKind.Any, Carriers.Count: 0, LineTypes.Kind: SelectionKind.Any, Channels.Kind: SelectionKind.Any })
            yield return new(path, "The rule allows everything, so that it never fires. State \"countries\", \"carriers\", \"lineTypes\" or \"channels\", or take it out.", Whole);
        if (rule.Channels.Kind != SelectionKind.Any && rule.Actions.Count > 0 && !rule.Actions.Any(TakesChannel))
            yield return new($"{path}.channels", $"None of the rule's actions takes a channel. Take \"channels\" out, or add one of: {string.Join(", ", TakeAChannel)}.", Whole);
        foreach (var country in rule.Carriers.Keys.Where(country => CountryCode.TryParse(country, out var code) && !rule.Countries.Allows(code)))
            yield return new(JsonPath.Key($"{path}.carriers", country), $"The rule's \"countries\" leave {country} out, so that its carriers are never asked for. Take one of the two out.", Whole);
    }

    private IEnumerable<PolicyFailure> IdleCondition(RuleCondition when)
    {
        foreach (var action in rule.Actions.Index().Where(action => when.Channels.Kind != SelectionKind.Any && !TakesChannel(action.Item)))
            yield return new($"{path}.actions[{action.Index}]", $"The rule never speaks of {action.Item}: it takes no channel, and \"when\" asks for one. Take it out, or take \"channels\" out of \"when\".", Whole);
        foreach (var country in when.Carriers.Keys.Where(country => CountryCode.TryParse(country, out var code) && !when.Countries.Allows(code)))
            yield return new(JsonPath.Key($"{path}.when.carriers", country), $"The condition's \"countries\" leave {country} out, so that its carriers are never asked for. Take one of the two out.", Whole);
        if (NeverRefuses(when.Countries, rule.Countries, KnownCountries.All.Select(CountryCode.Parse)))
            yield return new($"{path}.countries", NeverRefused("countries"), Whole);
        if (NeverRefuses(when.LineTypes, rule.LineTypes, Enum.GetValues<LineType>()))
            yield return new($"{path}.lineTypes", NeverRefused("lineTypes"), Whole);
        if (NeverRefuses(when.Channels, rule.Channels, Enum.GetValues<VerificationChannel>()))
            yield return new($"{path}.channels", NeverRefused("channels"), Whole);
    }

    /// <summary>Whether a part of the rule allows all for which the rule speaks.</summary>
    private static bool NeverRefuses<T>(Selection<T> spokenOf, Selection<T> allowed, IEnumerable<T> all)
        where T : notnull =>
        allowed.Kind != SelectionKind.Any && spokenOf.Kind != SelectionKind.Any && all.Where(spokenOf.Allows).All(allowed.Allows);

    private static string NeverRefused(string part) => $"The rule allows all \"{part}\" for which it speaks, so that this part never fires. Change it, or change \"when\".";

    private string SurfaceItem(int index) => $"{path}.surfaces.{(rule.Surfaces.Kind == SelectionKind.Only ? "only" : "except")}[{index}]";
}
