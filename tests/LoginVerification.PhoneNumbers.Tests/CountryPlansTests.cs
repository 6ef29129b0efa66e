using PhoneNumbers;

namespace LoginVerification.PhoneNumbers.Tests;

/// <summary>Core's table of numbering plans, held against what the reader makes of libphonenumber's example numbers.</summary>
public sealed class CountryPlansTests
{
    private static readonly PhoneNumberUtil _library = PhoneNumberUtil.GetInstance();

    // Digits of its own, where the example that the metadata chose has digits of its neighbour.
    private static readonly Dictionary<string, string> _ownMobile = new() { ["IM"] = "+447624123456" };

    public static TheoryData<string> Countries => [.. KnownCountries.All];

    [Theory]
    [MemberData(nameof(Countries))]
    public void The_table_says_as_what_a_mobile_of_the_country_is_read(string country)
    {
        var (line, main) = Read(country);
        var listed = CountryPlans.MobileIn(CountryCode.Parse(country));
        Assert.True(line == listed, $"CountryPlans.MobileIn({country}) is {Shown(listed)}; the reader says {Shown(line)}. Move {country} to {ListOf(line)}.");
        var listedMain = CountryPlans.MainOf(CountryCode.Parse(country))?.Value;
        Assert.True(main == listedMain, $"CountryPlans.MainOf({country}) is {Shown(listedMain)}; the reader says {Shown(main)}. Write {country} in the row of Mains for {Shown(main)}, or in none if there is none.");
    }

    [Fact]
    public void Every_country_that_the_reader_can_name_is_in_the_table_of_countries() =>
        Assert.Empty(_library.GetSupportedRegions().Except(KnownCountries.All));

    [Fact]
    public void A_main_country_has_digits_of_its_own() =>
        Assert.All(KnownCountries.All, country =>
        {
            if (CountryPlans.MainOf(CountryCode.Parse(country)) is { } main)
                Assert.Null(CountryPlans.MainOf(main));
        });

    private static (LineType? Line, string? Main) Read(string country)
    {
        if (_library.GetCountryCodeForRegion(country) is 0)
            return (null, null);
        var e164 = _ownMobile.TryGetValue(country, out var own) ? own : Example(country);
        var details = Reading.Details(e164);
        return (details.LineType, details.Country.Value == country ? null : details.Country.Value);
    }

    private static string Example(string country) => _library.Format(
        _library.GetExampleNumberForType(country, PhoneNumberType.MOBILE) ?? _library.GetExampleNumber(country),
        PhoneNumberFormat.E164);

    private static string ListOf(LineType? line) => line switch
    {
        null => "WithoutNumbers",
        LineType.FixedLineOrMobile => "NotToldApart",
        LineType.FixedLine => "FixedAlone",
        _ => "no list",
    };

    private static string Shown<T>(T? value) => value?.ToString() ?? "null";
}
