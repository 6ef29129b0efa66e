using PhoneNumbers;
using Xunit.Abstractions;

namespace LoginVerification.PhoneNumbers.Tests;

/// <summary>libphonenumber's own example numbers, of every region that it supports.</summary>
public sealed class ExampleNumberTests(ITestOutputHelper output)
{
    private static readonly PhoneNumberUtil _library = PhoneNumberUtil.GetInstance();
    private static readonly string[] _regions = [.. _library.GetSupportedRegions().Order(StringComparer.Ordinal)];

    private static readonly Dictionary<string, string> _withoutMobileExample = new()
    {
        ["TA"] = "Tristan da Cunha has no mobile network, so its plan has no mobile numbers",
    };

    private static readonly Dictionary<string, (string ReadAs, string Why)> _sharedDigits = new()
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

    [Fact]
    public void Every_regions_mobile_number_is_read_as_that_region_when_it_is_stated()
    {
        var read = 0;
        foreach (var (region, e164, number) in MobileExamples())
        {
            var international = Reading.Details(e164, region);
            Assert.Equal((region, e164, region), (region, international.Number.E164, international.Country.Value));
            Assert.Contains(international.LineType, new[] { LineType.Mobile, LineType.FixedLineOrMobile });
            Assert.Equal(international, Reading.Details(_library.Format(number, PhoneNumberFormat.NATIONAL), region));
            Assert.Equal(international, Reading.Details(_library.Format(number, PhoneNumberFormat.INTERNATIONAL), region));
            read++;
        }

        Report($"Example mobile numbers read with the region stated: {read} of {_regions.Length} regions, {_withoutMobileExample.Count} exception.");
        Assert.Equal(_regions.Length, read + _withoutMobileExample.Count);
    }

    [Fact]
    public void Every_regions_mobile_number_is_read_as_that_region_or_as_the_one_that_shares_its_digits_when_none_is_stated()
    {
        var own = 0;
        var shared = new List<string>();
        foreach (var (region, e164, _) in MobileExamples())
        {
            var details = Reading.Details(e164);
            var expected = _sharedDigits.TryGetValue(region, out var exception) ? exception.ReadAs : region;
            Assert.Equal((region, e164, expected), (region, details.Number.E164, details.Country.Value));
            if (expected == region)
                own++;
            else
                shared.Add(region);
        }

        Report($"Example mobile numbers read with no region stated: {own} as their own region, {shared.Count} as the one that shares their digits.");
        Assert.Equal(_sharedDigits.Keys.Order(StringComparer.Ordinal), shared);
    }

    [Fact]
    public void Every_exception_is_needed_and_has_its_reason()
    {
        Assert.All(_withoutMobileExample, row =>
        {
            Assert.Contains(row.Key, _regions);
            Assert.Null(_library.GetExampleNumberForType(row.Key, PhoneNumberType.MOBILE));
            Assert.NotEmpty(row.Value);
        });
        Assert.All(_sharedDigits, row =>
        {
            Assert.NotEqual(row.Key, row.Value.ReadAs);
            Assert.NotEmpty(row.Value.Why);
        });
    }

    [Fact]
    public void Every_regions_example_of_every_kind_of_line_is_read_with_that_kind()
    {
        var read = 0;
        foreach (var region in _regions)
        {
            foreach (var type in _library.GetSupportedTypesForRegion(region))
            {
                if (_library.GetExampleNumberForType(region, type) is not { } number)
                    continue;
                var e164 = _library.Format(number, PhoneNumberFormat.E164);
                var details = Reading.Details(e164, region);
                Assert.Equal(region, details.Country.Value);
                var alike = type is PhoneNumberType.MOBILE or PhoneNumberType.FIXED_LINE ? LineType.FixedLineOrMobile : KindOf(type);
                Assert.True(details.LineType == KindOf(type) || details.LineType == alike, $"{region} {type} is read as {details.LineType}");
                Assert.Equal(details, Reading.Details(details.Number.E164, region));
                read++;
            }
        }

        Report($"Example numbers of every kind of line: {read}.");
        Assert.True(read > 1000);
    }

    [Fact]
    public void Reading_the_E164_text_again_gives_the_same()
    {
        foreach (var (region, e164, _) in MobileExamples())
        {
            var stated = Reading.Details(e164, region);
            Assert.Equal(stated, Reading.Details(stated.Number.E164, region));
            var open = Reading.Details(e164);
            Assert.Equal(open, Reading.Details(open.Number.E164));
            Assert.Equal(open, Reading.Details(open.Number.E164, open.Country.Value));
        }
    }

    [Fact]
    public void Many_threads_read_the_same()
    {
        var examples = MobileExamples().ToArray();
        var reader = new LibPhoneNumberReader();
        Parallel.For(0, 4 * examples.Length, at =>
        {
            var (region, e164, _) = examples[at % examples.Length];
            var reading = Assert.IsType<PhoneReading.Readable>(reader.Read(e164, CountryCode.Parse(region)));
            Assert.Equal(e164, reading.Details.Number.E164);
        });
    }

    private static IEnumerable<(string Region, string E164, global::PhoneNumbers.PhoneNumber Number)> MobileExamples() =>
        from region in _regions
        let number = _library.GetExampleNumberForType(region, PhoneNumberType.MOBILE)
        where number is not null
        select (region, _library.Format(number, PhoneNumberFormat.E164), number);

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
