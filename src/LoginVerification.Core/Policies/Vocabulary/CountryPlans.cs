using System.Collections.Frozen;

namespace LoginVerification.Policies;

/// <summary>
/// What the numbering plans of the known countries mean to a policy: as which kind of line a mobile reads there, and whose its digits are.
/// </summary>
/// <remarks>
/// Facts of libphonenumber's metadata, kept as data so that a policy can be judged without it. A test of the reader reads example
/// numbers of every country and says what to write here when the metadata changes.
/// </remarks>
internal static class CountryPlans
{
    private static readonly FrozenSet<string> WithoutNumbers = Of("AQ BV GS HM PN TF UM");

    // One pattern for both, so that nobody can tell them apart from the digits.
    private static readonly FrozenSet<string> NotToldApart = Of("CA CL DO FM GU MP MX PR US VI");

    // Tristan da Cunha has no mobile network.
    private static readonly FrozenSet<string> FixedAlone = Of("TA");

    private static readonly FrozenDictionary<string, CountryCode> Mains = new (string Main, string Others)[]
    {
        ("AU", "CC CX"),
        ("FI", "AX"),
        ("GP", "BL MF"),
        ("IT", "VA"),
        ("MA", "EH"),
        ("NO", "SJ"),
    }.SelectMany(plan => plan.Others.Split(' ').Select(other => (Other: other, Main: CountryCode.Parse(plan.Main))))
        .ToFrozenDictionary(pair => pair.Other, pair => pair.Main, StringComparer.Ordinal);

    /// <summary>
    /// As what a mobile of a known country reads: <see cref="LineType.Mobile"/>, or <see cref="LineType.FixedLineOrMobile"/> where its
    /// plan does not tell the two apart. Where there is no mobile network, what every number there reads as. Null where there are no numbers.
    /// </summary>
    public static LineType? MobileIn(CountryCode country) =>
        WithoutNumbers.Contains(country.Value) ? null
        : FixedAlone.Contains(country.Value) ? LineType.FixedLine
        : NotToldApart.Contains(country.Value) ? LineType.FixedLineOrMobile
        : LineType.Mobile;

    /// <summary>Whether some number of the country that is no mobile can be read as a kind of line. Where mobiles are not told from fixed lines, neither of them alone is ever read.</summary>
    public static bool IsReadAs(LineType line, CountryCode country) => MobileIn(country) is { } mobile && line switch
    {
        LineType.Mobile => false,
        LineType.FixedLine or LineType.FixedLineOrMobile => mobile is not LineType.FixedLineOrMobile,
        _ => true,
    };

    /// <summary>
    /// The country as whose every mobile of this one is read, because they share the digits (SJ: NO); null where mobiles are its own.
    /// A country that shares some of its digits (IM with GB) has others of its own, and is none of these.
    /// </summary>
    public static CountryCode? MainOf(CountryCode country) => Mains.GetValueOrDefault(country.Value);

    private static FrozenSet<string> Of(string codes) => codes.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
