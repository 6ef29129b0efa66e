namespace LoginVerification.Exploration;

/// <summary>The numbers of one country that are of a class. Immutable.</summary>
/// <param name="Country">The country.</param>
/// <param name="Carriers">Their carriers by name, with <see cref="AnyOtherCarrier"/> for all that no rule names; none where no rule tells the country's carriers apart.</param>
/// <param name="LineTypes">Their kinds of line.</param>
public sealed record ClassMember(CountryCode Country, IReadOnlyList<string> Carriers, IReadOnlyList<LineType> LineTypes)
{
    /// <summary>What stands in <see cref="Carriers"/> for all carriers that no rule names.</summary>
    public const string AnyOtherCarrier = "any other";

    /// <summary>The most carriers that are named one by one.</summary>
    private const int MostNames = 3;

    /// <summary>In words, with the first kind of line where no mobile is among them: <c>IL</c>, <c>GB Vodafone</c>, <c>GB Vodafone or 4 more</c>, <c>FR FixedLine</c>.</summary>
    public override string ToString()
    {
        var carriers = Carriers.Count == 0 ? "" : $" {(Carriers.Count <= MostNames ? string.Join(" or ", Carriers) : $"{Carriers[0]} or {Carriers.Count - 1} more")}";
        var lines = CountryPlans.MobileIn(Country) is { } mobile && LineTypes.Contains(mobile) ? "" : $" {LineTypes[0]}";
        return $"{Country}{carriers}{lines}";
    }
}
