namespace LoginVerification.Exploration;

/// <summary>Numbers that fare alike.</summary>
/// <param name="Class">Their class.</param>
/// <param name="Country">The country whose loss and price hold; null for the general ones.</param>
/// <param name="Name">They in words.</param>
/// <param name="Account">What their accounts are, as far as that is told.</param>
internal sealed record NumberGroup(ClassId Class, CountryCode? Country, string Name, ValueList<AttributeValue> Account);
