namespace LoginVerification.Policies;

/// <summary>
/// On these surfaces, these actions are allowed for these countries, carriers, line types and channels, and for no others.
/// The number is the submitted, the pending or the verified one, as the action has it. Immutable and thread-safe.
/// </summary>
public sealed record GatingRule
{
    /// <summary>Its name, unique in the policy; refusals carry it.</summary>
    public required string Name { get; init; }

    /// <summary>The actions that it speaks of: at least one, and each is offered on some surface that it speaks of.</summary>
    public required IReadOnlyList<EnrolmentAction> Actions { get; init; }

    /// <summary>When it speaks; always, if nothing is stated.</summary>
    public RuleCondition? When { get; init; }

    /// <summary>The surfaces that it speaks of; any by default.</summary>
    public Selection<Surface> Surfaces { get; init; } = Selection<Surface>.Any;

    /// <summary>The countries that are allowed; any by default.</summary>
    public Selection<CountryCode> Countries { get; init; } = Selection<CountryCode>.Any;

    /// <summary>The carriers that are allowed, by ISO 3166-1 country; a country that is not named allows any. An unknown carrier passes <c>except</c> and fails <c>only</c>.</summary>
    public IReadOnlyDictionary<string, Selection<Carrier>> Carriers { get; init; } = new Dictionary<string, Selection<Carrier>>();

    /// <summary>The kinds of line that are allowed; any by default.</summary>
    public Selection<LineType> LineTypes { get; init; } = Selection<LineType>.Any;

    /// <summary>The channels that are allowed, for actions that take one; any by default.</summary>
    public Selection<VerificationChannel> Channels { get; init; } = Selection<VerificationChannel>.Any;

    /// <summary>Why the rule refuses; null where it does not speak, or allows.</summary>
    internal RefusalCode? Refuses(Choice choice, PhoneDetails? phone, Asker asker) =>
        When is not null && !When.Holds(choice.Channel, phone, asker) ? null
        : phone is not null && Refuses(phone) is { } code ? code
        : choice.Channel is { } asked && !Channels.Allows(asked) ? RefusalCode.ChannelNotServed
        : null;

    /// <summary>The carriers of a country that the rule names: among those that it allows or not, or in its condition. One may come twice.</summary>
    /// <param name="country">The country.</param>
    public IEnumerable<Carrier> CarriersNamedIn(CountryCode country)
    {
        ArgumentNullException.ThrowIfNull(country);
        return NamedCarriers.SelectMany(carriers => carriers.TryGetValue(country.Value, out var selection) ? selection.Items : []);
    }

    /// <summary>Whether the rule names carriers of any country.</summary>
    internal bool NamesCarriers => NamedCarriers.Any(carriers => carriers.Count > 0);

    private IEnumerable<IReadOnlyDictionary<string, Selection<Carrier>>> NamedCarriers => When is null ? [Carriers] : [Carriers, When.Carriers];

    /// <summary>Whether the rule speaks of the number, as far as the number decides that.</summary>
    internal bool Concerns(PhoneDetails phone) => When is null || When.HoldsOf(phone);

    /// <summary>Whether the rule allows the number where it speaks, channels aside; if not, which of its parts refuses.</summary>
    internal RefusalCode? Refuses(PhoneDetails phone) =>
        !Countries.Allows(phone.Country) ? RefusalCode.CountryNotServed
        : Carriers.TryGetValue(phone.Country.Value, out var carriers) && !carriers.Allows(phone.Carrier) ? RefusalCode.CarrierNotServed
        : !LineTypes.Allows(phone.LineType) ? RefusalCode.LineTypeNotServed
        : null;

    /// <summary>Whether the rule lets mobiles of the number's country be submitted, of whatever carrier.</summary>
    internal bool ServesCountryOf(PhoneDetails mobile, Asker asker) =>
        (Countries.Allows(mobile.Country) && LineTypes.Allows(mobile.LineType))
        || (When is not null && !(When.Channels.Kind is SelectionKind.Any && When.HoldsOf(asker) && When.HoldsOfMobilesLike(mobile) && !When.Carriers.ContainsKey(mobile.Country.Value)));
}
