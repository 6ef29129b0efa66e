namespace LoginVerification.Policies;

/// <summary>
/// Finds rules that leave numbers no channel where they were probably meant for SMS alone, and conditions that hold of no number that comes in.
/// It asks the rules about one number of each kind that they tell apart, and about every kind of account.
/// </summary>
internal sealed class RuleReach
{
    /// <summary>Of a country with more carriers than these, only some are tried.</summary>
    private const int MostCarriers = 64;

    private static readonly VerificationChannel[] Channels = Enum.GetValues<VerificationChannel>();

    private static readonly bool[] Devices = [true, false];

    private readonly PolicyDocument policy;
    private readonly IReadOnlyList<PhoneDetails> numbers;
    private readonly IReadOnlyList<ValueList<AttributeValue>> accounts;
    private readonly ILookup<EnrolmentAction, Surface> offering;

    /// <param name="policy">A valid policy.</param>
    public RuleReach(PolicyDocument policy)
    {
        this.policy = policy;
        numbers = [.. Numbers().OrderByDescending(IsMobile).DistinctBy(number => RuleBits.Of(number, policy.Rules))];
        accounts = new AccountKinds(policy.AccountAttributes).All;
        offering = policy.Surfaces
            .SelectMany(surface => surface.Screens.SelectMany(screen => screen.Actions), (surface, offer) => (Surface: Surface.Parse(surface.Name), offer.Action))
            .Distinct().ToLookup(entry => entry.Action, entry => entry.Surface);
    }

    public IEnumerable<PolicyFailure> Warnings() => policy.Rules.Index().SelectMany(rule => WithoutChannel(rule.Item, $"$.rules[{rule.Index}]").Concat(NeverSpeaks(rule.Item, $"$.rules[{rule.Index}]")));

    private IEnumerable<PolicyFailure> WithoutChannel(GatingRule rule, string path)
    {
        if (rule.When is { } when && !Channels.All(when.Channels.Allows))
            return [];
        var left = from action in rule.Actions
                   where RuleEffect.TakesChannel(action)
                   from number in numbers
                   where rule.Concerns(number) && rule.Refuses(number) is not null && accounts.Any(account => LeavesNoChannel(rule, action, number, account))
                   select $"A number of {Told(number)} is taken, and then the rule refuses {action} over every channel, even the app, which needs no SMS. {Mend(rule)}";
        return left.Take(1).Select(message => new PolicyFailure(path, message));
    }

    private IEnumerable<PolicyFailure> NeverSpeaks(GatingRule rule, string path)
    {
        if (rule.When is not { AsksForNumber: true } when)
            yield break;
        var spokenOf = numbers.Where(when.HoldsOf).ToList();
        if (spokenOf.Count == 0)
            yield return new PolicyFailure($"{path}.when", "The condition never holds: no phone number is of such a country, carrier and kind of line at once. Widen one of them, or take the rule out.");
        else if (!rule.Actions.Contains(EnrolmentAction.SubmitPhone) && offering.Contains(EnrolmentAction.SubmitPhone) && !accounts.Any(account => spokenOf.Any(number => IsTaken(number, account))))
            yield return new PolicyFailure($"{path}.when", $"The condition never holds of a number that a user submits: no surface takes one of {Told(spokenOf[0])}. Change \"when\", or let such numbers be submitted.");
    }

    private bool LeavesNoChannel(GatingRule rule, EnrolmentAction action, PhoneDetails number, ValueList<AttributeValue> account) =>
        (rule.When?.HoldsOfAccount(new Asker(DeviceRegistered: true, account)) ?? true)
        && IsTaken(number, account)
        && !Channels.Any(channel => IsAllowed(new Choice(action, channel), number, account, policy.Rules))
        && IsAllowed(new Choice(action, VerificationChannel.AppPush), number, account, [.. policy.Rules.Where(other => other != rule)]);

    /// <summary>Whether a user can have the number verified, as far as the rules say.</summary>
    private bool IsTaken(PhoneDetails number, ValueList<AttributeValue> account) =>
        IsAllowed(new Choice(EnrolmentAction.SubmitPhone), number, account, policy.Rules) && IsAllowed(new Choice(EnrolmentAction.ConfirmCode), number, account, policy.Rules);

    /// <summary>Whether some surface that offers an action allows it, with a device or without.</summary>
    private bool IsAllowed(Choice choice, PhoneDetails number, ValueList<AttributeValue> account, IReadOnlyList<GatingRule> rules) =>
        offering[choice.Action].Any(surface => Devices.Any(device => rules.All(rule =>
            !rule.Surfaces.Allows(surface) || !rule.Actions.Contains(choice.Action) || rule.Refuses(choice, number, new Asker(device, account)) is null)));

    /// <summary>Of every country, carrier and kind of line; first those that everybody knows, for one of them is told.</summary>
    private IEnumerable<PhoneDetails> Numbers() =>
        from code in KnownCountries.All.Prepend("GB").Prepend("US").Distinct()
        let country = CountryCode.Parse(code)
        from line in Enum.GetValues<LineType>()
        where CountryPlans.MobileIn(country) == line || CountryPlans.IsReadAs(line, country)
        from carrier in policy.Rules.SelectMany(rule => rule.CarriersNamedIn(country)).Distinct().Take(MostCarriers).Prepend(null)
        select new PhoneDetails(UnassignedNumbers.At(0), country, line) { Carrier = carrier };

    private static string Mend(GatingRule rule) =>
        "If it is meant for SMS alone, write "
        + (rule.When is null ? "\"when\": {\"channels\": {\"only\": [\"Sms\"]}}" : "\"channels\": {\"only\": [\"Sms\"]} in \"when\"")
        + (rule.Channels.Kind is SelectionKind.Any ? "." : " in place of the rule's \"channels\".");

    /// <summary>With the kind of line where it is not a mobile's.</summary>
    private static string Told(PhoneDetails number) =>
        string.Join(' ', new[] { number.Country.Value, number.Carrier?.Name, IsMobile(number) ? null : $"{number.LineType}" }.OfType<string>());

    private static bool IsMobile(PhoneDetails number) => CountryPlans.MobileIn(number.Country) == number.LineType;
}
