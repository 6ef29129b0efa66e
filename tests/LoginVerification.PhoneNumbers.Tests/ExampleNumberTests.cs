using PhoneNumbers;
using Xunit.Abstractions;
using Example = PhoneNumbers.PhoneNumber;

namespace LoginVerification.PhoneNumbers.Tests;

/// <summary>
/// libphonenumber's own example numbers, of every region and kind of line that it supports, in every form that people write.
/// Every exception is listed with its reason, and a listed one that is none any more fails as well.
/// </summary>
public sealed class ExampleNumberTests(ITestOutputHelper output)
{
    private static readonly PhoneNumberUtil _library = PhoneNumberUtil.GetInstance();
    private static readonly string[] _regions = [.. _library.GetSupportedRegions().Order(StringComparer.Ordinal)];

    private static readonly Dictionary<string, string> _withoutMobileExample = new()
    {
        ["TA"] = "Tristan da Cunha has no mobile network, so its plan has no mobile numbers",
    };

    private static readonly Dictionary<string, (string ReadAs, string Why)> _sharedMobiles = new()
    {
        ["AX"] = ("FI", "Åland's mobile numbers are Finnish ones"),
        ["BL"] = ("GP", "Saint Barthélemy shares the mobile ranges of Guadeloupe"),
        ["CC"] = ("AU", "the Cocos Islands use Australian mobile numbers"),
        ["CX"] = ("AU", "Christmas Island uses Australian mobile numbers"),
        ["EH"] = ("MA", "Western Sahara uses Moroccan mobile numbers"),
        ["IM"] = ("GB", "the example's digits fit Britain's mobile ranges as well"),
        ["MF"] = ("GP", "Saint Martin shares the mobile ranges of Guadeloupe"),
        ["SJ"] = ("NO", "Svalbard uses Norwegian mobile numbers"),
        ["VA"] = ("IT", "the Vatican uses Italian mobile numbers"),
    };

    // Area code 201, 555-0123: the regulator keeps it free for drama.
    private const string ReservedExample = "+12015550123";

    // Without the plus the digits are a number of the country itself, or could be; only a mobile number is taken for an international one.
    private static readonly Dictionary<(string Region, PhoneNumberType Type), string> _misreadWithoutPlus = new()
    {
        [("BR", PhoneNumberType.SHARED_COST)] = "area 55 has fixed lines with these digits",
        [("BR", PhoneNumberType.TOLL_FREE)] = "area 55 is in the national plan, and a free number receives no SMS",
        [("DE", PhoneNumberType.PAGER)] = "area 491 has fixed lines with these digits",
        [("DE", PhoneNumberType.SHARED_COST)] = "area 491 has fixed lines with these digits",
        [("DE", PhoneNumberType.UAN)] = "area 491 has fixed lines with these digits",
        [("ID", PhoneNumberType.FIXED_LINE)] = "area 622 has fixed lines with these digits",
        [("NL", PhoneNumberType.TOLL_FREE)] = "area 318 has fixed lines with these digits",
        [("SE", PhoneNumberType.FIXED_LINE)] = "area 46 has fixed lines with these digits",
        [("VN", PhoneNumberType.UAN)] = "84 begins Vietnamese mobile numbers as well",
        [("XK", PhoneNumberType.FIXED_LINE)] = "area 38 has fixed lines with these digits",
        [("XK", PhoneNumberType.PREMIUM_RATE)] = "area 38 has fixed lines with these digits",
        [("XK", PhoneNumberType.TOLL_FREE)] = "area 38 has fixed lines with these digits",
    };

    [Fact]
    public void Every_example_is_read_in_each_form_of_its_own_country()
    {
        var (read, misread) = (0, new List<(string, PhoneNumberType)>());
        foreach (var (region, type, number) in Examples())
        {
            var expected = Expected(number, type);
            string[] forms =
            [
                _library.Format(number, PhoneNumberFormat.E164),
                _library.Format(number, PhoneNumberFormat.INTERNATIONAL),
                _library.Format(number, PhoneNumberFormat.NATIONAL),
                _library.GetNationalSignificantNumber(number),
            ];
            foreach (var form in forms)
            {
                IsReadAs(expected, form, region, $"{region} {type}");
                read++;
            }

            if (Reading.Of(_library.Format(number, PhoneNumberFormat.E164)[1..], region) is PhoneReading.Readable { Details: var details } && details == expected)
                read++;
            else
                misread.Add((region, type));
        }

        Report($"Read with their own country stated: {read} forms of {Examples().Count()} examples; {misread.Count} without the plus are not.");
        Assert.Equal(_misreadWithoutPlus.Keys.Order(), misread.Order());
        Assert.DoesNotContain(misread, exception => exception.Item2 is PhoneNumberType.MOBILE);
    }

    [Fact]
    public void Every_example_with_plus_is_read_alike_whatever_country_is_stated()
    {
        var read = 0;
        foreach (var (region, type, number) in Examples())
        {
            var expected = Expected(number, type);
            foreach (var stated in _regions.Append(null).Append("AQ").Append("ZZ"))
            {
                IsReadAs(expected, expected.Number.E164, stated, $"{region} {type}");
                read++;
            }
        }

        Report($"Read with plus, no country, any region, AQ or ZZ stated: {read}.");
    }

    // Hong Kong's companies have prefixes of their own (001, 002, 009, …), so that 00 and a calling code can be one of these and another.
    [Fact]
    public void Every_mobile_example_is_read_as_each_other_country_dials_it()
    {
        var (read, unclear) = (0, new List<(string From, PhoneReading Reading)>());
        foreach (var (_, type, number) in MobileExamples())
        {
            foreach (var from in _regions)
            {
                var text = _library.FormatOutOfCountryCallingNumber(number, from);
                if (Reading.Of(text, from) is PhoneReading.Readable { Details: var details } && details == Expected(number, type))
                    read++;
                else
                    unclear.Add((from, Reading.Of(text, from)));
            }
        }

        Report($"Mobile examples as dialled from each region, with that region stated: {read} read, {unclear.Count} unclear.");
        Assert.All(unclear, example => Assert.Equal(("HK", new PhoneReading.Unreadable(NumberFault.CountryMissing)), example));
        Assert.NotEmpty(unclear);
    }

    [Fact]
    public void A_national_form_with_a_wrong_country_is_refused_or_read_as_what_its_digits_are_there()
    {
        var (right, another, refused) = (0, 0, 0);
        foreach (var (_, type, number) in MobileExamples())
        {
            var expected = Expected(number, type);
            string[] forms = [_library.Format(number, PhoneNumberFormat.NATIONAL), expected.Number.E164[1..]];
            foreach (var (form, stated) in forms.SelectMany(form => _regions.Select(stated => (form, stated))))
            {
                if (Reading.Of(form, stated) is not PhoneReading.Readable { Details: var details })
                {
                    refused++;
                    continue;
                }

                Assert.Equal(details, Reading.Details(details.Number.E164));
                if (details == expected)
                    right++;
                else
                    another++;
            }
        }

        Report($"Mobile examples without plus, any region stated: {right} read as what they are, {another} as another number that the digits are there, {refused} refused.");
        Assert.True(right >= 2 * MobileExamples().Count());
    }

    [Fact]
    public void An_example_whose_last_digits_are_missing_is_refused()
    {
        var refused = 0;
        foreach (var (region, type, number) in Examples())
        {
            var e164 = _library.Format(number, PhoneNumberFormat.E164);
            while (_library.IsValidNumber(_library.Parse(e164, null)))
                e164 = e164[..^1];
            Assert.True(Reading.Of(e164) is PhoneReading.Unreadable, $"{region} {type}");
            refused++;
        }

        Report($"Examples cut until they are no number: {refused}, all refused.");
    }

    [Fact]
    public void An_example_of_no_country_is_a_calling_code_of_no_country()
    {
        var codes = _library.GetSupportedGlobalNetworkCallingCodes();
        foreach (var code in codes)
        {
            var e164 = _library.Format(_library.GetExampleNumberForNonGeoEntity(code), PhoneNumberFormat.E164);
            Reading.IsRefused(NumberFault.CountryMismatch, e164);
            Reading.IsRefused(NumberFault.CountryMismatch, e164, "US");
        }

        Report($"Examples of calling codes of no country: {codes.Count}, all refused.");
    }

    [Fact]
    public void A_mobile_example_belongs_to_its_region_or_to_the_one_that_shares_its_digits()
    {
        var shared = MobileExamples().Where(example => Owner(example.Number) != example.Region).ToDictionary(example => example.Region, example => Owner(example.Number));
        Assert.Equal(_sharedMobiles.ToDictionary(row => row.Key, row => row.Value.ReadAs), shared);
        Assert.Equal(_regions.Except(_withoutMobileExample.Keys), MobileExamples().Select(example => example.Region));
        Report($"Mobile examples: {MobileExamples().Count()} of {_regions.Length} regions, {shared.Count} with the digits of another.");
    }

    private static IEnumerable<(string Region, PhoneNumberType Type, Example Number)> Examples() =>
        from region in _regions
        from type in _library.GetSupportedTypesForRegion(region)
        let number = _library.GetExampleNumberForType(region, type)
        where number is not null
        select (region, type, number);

    private static IEnumerable<(string Region, PhoneNumberType Type, Example Number)> MobileExamples() =>
        Examples().Where(example => example.Type is PhoneNumberType.MOBILE);

    private static string Owner(Example number) => _library.GetRegionCodeForNumber(number);

    private static PhoneDetails Expected(Example number, PhoneNumberType type) => new(
        PhoneNumber.Parse(_library.Format(number, PhoneNumberFormat.E164)),
        CountryCode.Parse(Owner(number)),
        _library.GetNumberType(number) is PhoneNumberType.FIXED_LINE_OR_MOBILE ? LineType.FixedLineOrMobile : KindOf(type))
    {
        IsReserved = _library.Format(number, PhoneNumberFormat.E164) is ReservedExample,
    };

    private static void IsReadAs(PhoneDetails expected, string text, string? stated, string which) =>
        Assert.True(Reading.Of(text, stated) is PhoneReading.Readable { Details: var details } && details == expected, $"{which}: \"{text}\" with {stated}");

    private static LineType KindOf(PhoneNumberType type) => type switch
    {
        PhoneNumberType.PERSONAL_NUMBER => LineType.Personal,
        _ => Enum.Parse<LineType>(type.ToString().Replace("_", "", StringComparison.Ordinal), ignoreCase: true),
    };

    private void Report(string line)
    {
        output.WriteLine(line);
        Console.WriteLine(line);
    }
}
