using PhoneNumbers;
using Parsed = PhoneNumbers.PhoneNumber;
using Possibility = PhoneNumbers.PhoneNumberUtil.ValidationResult;

namespace LoginVerification.PhoneNumbers;

/// <summary>
/// Reads phone numbers with libphonenumber and its metadata. Pure, immutable and thread-safe: one instance serves an application.
/// </summary>
/// <remarks>
/// <para>
/// <b>Text.</b> The digits of any script are read, and so are <c>+</c> in front, blanks, dashes, dots, slashes, brackets and
/// invisible marks (all that Unicode calls Default_Ignorable_Code_Point). Anything else is <see cref="NumberFault.Unreadable"/>:
/// letters ("1-800-FLOWERS"), extensions ("x123"), <c>tel:</c> addresses; an SMS reaches none of these as typed, and dropping a part
/// would reach somebody else. A text of more than 64 characters is never parsed.
/// </para>
/// <para>
/// <b>No <c>+</c> and no country</b> is <see cref="NumberFault.CountryMissing"/>, and so is a leading <c>00</c>: it means
/// "international" in many countries and not in all (in Singapore the prefix is <c>001</c>, so that a Singaporean number
/// written "001 65 …" could be taken for one in Alabama). With a country stated, that country's own prefix is read, and so is
/// <c>00</c> before a mobile number; where the two differ (in Hong Kong "00 91 8…" is India's or, by 009, the USA's) it is refused.
/// </para>
/// <para>
/// <b>Country.</b> The number's own, whatever was stated: the one whose patterns the digits match, and the main country of the calling
/// code where several share the very same digits (+1 800: US; Italian mobiles: IT rather than VA; +47 4…: NO rather than SJ). The
/// stated country only reads digits without <c>+</c>, as somebody there dials them: "07797 123456" with GB is a mobile of Jersey.
/// </para>
/// <para>
/// <b>The country's code without <c>+</c>.</b> "4915123456789" with DE is +49 1512 3456789: digits that begin with the stated
/// country's calling code are read as international where only that gives a mobile number, and so is a calling code that a form
/// put before one that was typed already, where as written they are no number.
/// </para>
/// <para>
/// <b><see cref="NumberFault.CountryMismatch"/></b> is what no policy by country could speak of: a calling code of no country (+800,
/// +882, +979 …), or digits without <c>+</c> and a stated country that has no numbers (AQ) or does not exist (UK).
/// </para>
/// <para>
/// <b>Short numbers.</b> What a country dials as an emergency or service number (112, 911, 116117) is
/// <see cref="NumberFault.ShortNumber"/> when that country is stated: it has no E.164 form, so no policy can let it through.
/// </para>
/// <para>
/// <b>Reserved numbers</b> (<see cref="PhoneDetails.IsReserved"/>) are readable even where libphonenumber knows no such line:
/// Ofcom's drama numbers without Northern Ireland's, 555-0100 to 555-0199 in the area codes of +1, and those that ACMA, ARCEP
/// and Bundesnetzagentur set aside.
/// </para>
/// </remarks>
public sealed class LibPhoneNumberReader : IPhoneNumberReader
{
    // Hong Kong has 00 and, for its companies, 001, 002, 006 to 009 and longer ones. No other country has 00 and what begins like it.
    private const string WithTwoPrefixes = "HK";

    private readonly PhoneNumberUtil numbers = PhoneNumberUtil.GetInstance();
    private readonly ShortNumberInfo shortNumbers = ShortNumberInfo.GetInstance();

    /// <inheritdoc/>
    public PhoneReading Read(PhoneInput input, CountryCode? country)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (TypedNumber.TryRead(input.Text, out var typed) is { } unreadable)
            return No(unreadable);
        if (typed[0] is '+')
            return Read(typed, region: null);
        if (country is null)
            return No(NumberFault.CountryMissing);
        return numbers.GetCountryCodeForRegion(country.Value) is 0 ? No(NumberFault.CountryMismatch) : Read(typed, country.Value);
    }

    // The region is stated where there is no plus, and nowhere else.
    private PhoneReading Read(string typed, string? region)
    {
        var reading = ReadAsDialled(typed, region);
        if (!typed.StartsWith("00", StringComparison.Ordinal) || ReadMobile(typed[2..]) is not { } mobile || reading == mobile)
            return reading;
        return reading is PhoneReading.Unreadable ? mobile
            : region is WithTwoPrefixes ? No(NumberFault.CountryMissing)
            : reading;
    }

    private PhoneReading ReadAsDialled(string typed, string? region)
    {
        if (TryParse(typed, region, out var number) is { } failure)
            return No(FaultOf(failure, region, typed));
        var reading = ReadParsed(number, region);
        var callingCode = $"{number.CountryCode}";
        var digits = numbers.GetNationalSignificantNumber(number);
        if (IsMobile(reading) || !digits.StartsWith(callingCode, StringComparison.Ordinal))
            return reading;
        var mayBeMeantTwice = reading is PhoneReading.Unreadable || (region is not null && typed.StartsWith(callingCode, StringComparison.Ordinal));
        return mayBeMeantTwice ? ReadMobile(digits) ?? reading : reading;
    }

    private PhoneReading? ReadMobile(string international) =>
        TryParse($"+{international}", region: null, out var number) is null
        && ReadParsed(number, region: null) is var reading && IsMobile(reading)
            ? reading
            : null;

    private NumberParseException? TryParse(string typed, string? region, out Parsed number)
    {
        number = Parsed.DefaultInstance;
        try
        {
            number = WithoutAbolishedPrefix(numbers.Parse(typed, region));
            return null;
        }
        catch (NumberParseException failure)
        {
            return failure;
        }
    }

    private PhoneReading ReadParsed(Parsed number, string? region)
    {
        var e164 = numbers.Format(number, PhoneNumberFormat.E164);
        if (e164.Length > PhoneNumber.MaxDigits + 1)
            return No(NumberFault.TooLong);
        return ReadReserved(number, e164) ?? ReadOrdinary(number, e164, region);
    }

    private PhoneReading.Readable? ReadReserved(Parsed number, string e164)
    {
        if (ReservedNumbers.Find(e164) is not { } range || (range.Country ?? numbers.GetRegionCodeForNumber(number)) is not { } owner)
            return null;
        var known = LineTypes.Of(numbers.GetNumberType(number));
        return Yes(e164, CountryCode.Parse(owner), known is LineType.Unknown ? range.LineType : known, isReserved: true);
    }

    private PhoneReading ReadOrdinary(Parsed number, string e164, string? region)
    {
        if (!numbers.IsValidNumber(number))
            return No(FaultOf(number, region));
        return CountryCode.TryParse(numbers.GetRegionCodeForNumber(number), out var owner)
            ? Yes(e164, owner, LineTypes.Of(numbers.GetNumberType(number)))
            : No(NumberFault.CountryMismatch);
    }

    private NumberFault FaultOf(Parsed number, string? region)
    {
        if (region is not null && shortNumbers.IsValidShortNumberForRegion(number, region))
            return NumberFault.ShortNumber;
        return numbers.IsPossibleNumberWithReason(number) switch
        {
            Possibility.TOO_SHORT or Possibility.IS_POSSIBLE_LOCAL_ONLY => NumberFault.TooShort,
            Possibility.TOO_LONG => NumberFault.TooLong,
            _ => NumberFault.NotInUse,
        };
    }

    private NumberFault FaultOf(NumberParseException failure, string? region, string typed) => failure.ErrorType switch
    {
        // To a caller 001 is an emergency number in Uzbekistan; to the parser it starts with the international prefix.
        _ when region is not null && shortNumbers.IsEmergencyNumber(typed, region) => NumberFault.ShortNumber,
        _ when typed.Length > PhoneNumber.MaxDigits + 1 => NumberFault.TooLong,
        ErrorType.TOO_LONG => NumberFault.TooLong,
        ErrorType.TOO_SHORT_NSN or ErrorType.TOO_SHORT_AFTER_IDD => NumberFault.TooShort,
        ErrorType.INVALID_COUNTRY_CODE => NumberFault.NotInUse,
        _ => NumberFault.Unreadable,
    };

    // Mexico dropped the 1 before mobiles in August 2019, and libphonenumber no longer takes it. Address books still have it.
    private static Parsed WithoutAbolishedPrefix(Parsed number) =>
        number is { CountryCode: 52, NationalNumber: >= 1_0000000000 and < 2_0000000000 }
            ? new Parsed.Builder().SetCountryCode(52).SetNationalNumber(number.NationalNumber - 1_0000000000).Build()
            : number;

    private static bool IsMobile(PhoneReading reading) =>
        reading is PhoneReading.Readable { Details.LineType: LineType.Mobile or LineType.FixedLineOrMobile };

    private static PhoneReading.Readable Yes(string e164, CountryCode country, LineType lineType, bool isReserved = false) =>
        new(new PhoneDetails(PhoneNumber.Parse(e164), country, lineType) { IsReserved = isReserved });

    private static PhoneReading.Unreadable No(NumberFault fault) => new(fault);
}
