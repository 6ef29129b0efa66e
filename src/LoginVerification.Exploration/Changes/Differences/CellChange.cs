namespace LoginVerification.Exploration;

/// <summary>What becomes of one cell of the matrix: of users who begin at a surface's home with a number of a country and a carrier. Immutable; compares by value.</summary>
/// <param name="Surface">The surface at whose home they begin.</param>
/// <param name="Country">The country of the number.</param>
/// <param name="Carrier">The carrier, or <see cref="PolicyRoute.AnyOtherCarrier"/>; null where neither policy tells the country's carriers apart.</param>
/// <param name="Left">How many steps there were to VerificationEnabled; null where there was no way.</param>
/// <param name="Right">How many there are; null where there is no way.</param>
public sealed record CellChange(Surface Surface, CountryCode Country, string? Carrier, int? Left, int? Right)
{
    /// <summary>
    /// What the account is; null where that makes no difference. An attribute with a value that only one of the policies declares stands there as each has it:
    /// <c>paid=yes</c> as it was, <c>now paid=member</c>.
    /// </summary>
    public ValueList<AttributeValue>? Account { get; init; }

    /// <summary>Whether they begin with a registered device; null where that makes no difference.</summary>
    public bool? Device { get; init; }

    /// <summary>The first refusal that they met on the surface; null where they met none.</summary>
    public RefusalCode? LeftRefusal { get; init; }

    /// <summary>The first one that they meet; null where they meet none.</summary>
    public RefusalCode? RightRefusal { get; init; }
}
