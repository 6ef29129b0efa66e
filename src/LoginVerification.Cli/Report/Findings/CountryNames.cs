using System.Collections.Frozen;
using LoginVerification.Exploration;
using NodaTime.TimeZones;

namespace LoginVerification.Cli;

/// <summary>Countries by their English names: those of the time zone database, which needs no culture data of the machine.</summary>
internal static class CountryNames
{
    private static readonly FrozenDictionary<string, string> Names = TzdbDateTimeZoneSource.Default.ZoneLocations!
        .Select(location => (location.CountryCode, location.CountryName))
        // Where nobody keeps a time of their own.
        .Concat([("AC", "Ascension Island"), ("BV", "Bouvet Island"), ("HM", "Heard Island & McDonald Islands"), ("TA", "Tristan da Cunha"), ("XK", "Kosovo")])
        .DistinctBy(named => named.Item1)
        .ToFrozenDictionary(named => named.Item1, named => named.Item2, StringComparer.Ordinal);

    /// <summary>A number, by the name of its country: <c>Britain (UK), Example Mobile</c>.</summary>
    public static string Of(NumberKind number) => $"{Of(number.Country)}{number.Carrier switch { null => "", PolicyRoute.AnyOtherCarrier => ", any other carrier", var carrier => $", {carrier}" }}";

    public static string Of(CountryCode country) => Names.GetValueOrDefault(country.Value, country.Value);
}
