namespace LoginVerification.Policies;

/// <summary>When a gating rule speaks at all. All parts that are stated have to hold; where one does not, the rule says nothing. Immutable and thread-safe.</summary>
public sealed record RuleCondition
{
    /// <summary>The choice is of one of these channels; whichever it is, by default. For an action that takes no channel it does not hold.</summary>
    public Selection<VerificationChannel> Channels { get; init; } = Selection<VerificationChannel>.Any;

    /// <summary>The number is of one of these countries; of any by default.</summary>
    public Selection<CountryCode> Countries { get; init; } = Selection<CountryCode>.Any;

    /// <summary>The number is of one of these carriers, by ISO 3166-1 country; of a country that is not named, of any. An unknown carrier passes <c>except</c> and fails <c>only</c>.</summary>
    public IReadOnlyDictionary<string, Selection<Carrier>> Carriers { get; init; } = new Dictionary<string, Selection<Carrier>>();

    /// <summary>The number is of one of these kinds of line; of any by default.</summary>
    public Selection<LineType> LineTypes { get; init; } = Selection<LineType>.Any;

    /// <summary>A device is registered for the app channel, or none is; either, if nothing is stated.</summary>
    public bool? Device { get; init; }

    /// <summary>Each of these attributes of the account has one of the values; whatever it is, if nothing is stated. It holds also where nobody knows.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Account { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>While a device is registered for the app channel, or while none is.</summary>
    /// <param name="registered">Whether one is.</param>
    public static RuleCondition WithDevice(bool registered) => new() { Device = registered };

    /// <summary>For choices of these channels.</summary>
    /// <param name="channels">At least one.</param>
    public static RuleCondition For(params IReadOnlyList<VerificationChannel> channels) => new() { Channels = Selection.Only(channels) };

    /// <summary>For accounts whose attribute has one of these values.</summary>
    /// <param name="attribute">An attribute that the policy declares.</param>
    /// <param name="values">At least one of its values.</param>
    public static RuleCondition ForAccounts(string attribute, params IReadOnlyList<string> values) => new() { Account = new Dictionary<string, IReadOnlyList<string>> { [attribute] = values } };

    /// <summary>Whether it states nothing, so that it would always hold.</summary>
    internal bool IsEmpty => Channels.Kind is SelectionKind.Any && !AsksForNumber && Device is null && Account.Count == 0;

    /// <summary>Whether it asks for something of the number.</summary>
    internal bool AsksForNumber => Countries.Kind is not SelectionKind.Any || Carriers.Count > 0 || LineTypes.Kind is not SelectionKind.Any;

    /// <summary>Whether all that is stated holds.</summary>
    internal bool Holds(VerificationChannel? channel, PhoneDetails? phone, Asker asker) =>
        HoldsOf(channel) && HoldsOf(phone) && HoldsOf(asker);

    /// <summary>Whether it holds of a number. Without a number, nothing that is stated of one does.</summary>
    internal bool HoldsOf(PhoneDetails? phone) => phone is null
        ? !AsksForNumber
        : HoldsOfMobilesLike(phone) && (!Carriers.TryGetValue(phone.Country.Value, out var carriers) || carriers.Allows(phone.Carrier));

    /// <summary>The same, for whatever carrier.</summary>
    internal bool HoldsOfMobilesLike(PhoneDetails phone) => Countries.Allows(phone.Country) && LineTypes.Allows(phone.LineType);

    /// <summary>Whether it holds of who asks.</summary>
    internal bool HoldsOf(Asker asker) => (Device is null || Device == asker.DeviceRegistered) && HoldsOfAccount(asker);

    /// <summary>Whether it holds of an account, devices aside.</summary>
    internal bool HoldsOfAccount(Asker asker)
    {
        foreach (var (attribute, values) in Account)
        {
            if (asker.ValueOf(attribute) is { } value && !values.Contains(value))
                return false;
        }

        return true;
    }

    private bool HoldsOf(VerificationChannel? channel) => Channels.Kind is SelectionKind.Any || (channel is { } asked && Channels.Allows(asked));
}
