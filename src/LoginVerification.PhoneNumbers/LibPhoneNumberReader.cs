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
/// invisible marks. Anything else is <see cref="NumberFault.Unreadable"/>: letters ("1-800-FLOWERS"), extensions ("x123"),
/// <c>tel:</c> addresses; an SMS reaches none of these as typed, and dropping a part would reach somebody else. A text of more
/// than 64 characters is never parsed.
/// </para>
/// <para>
/// <b>No <c>+</c> and no country</b> is <see cref="NumberFault.CountryMissing"/>, and so is a leading <c>00</c>: it means
/// "international" in many countries and not in all (in Singapore the prefix is <c>001</c>, so that a Singaporean number
/// written "001 65 …" could be taken for one in Alabama). With a country stated, that country's own prefix is read.
/// </para>
/// <para>
/// <b>Country.</b> The stated one, where the number is valid in its plan; else <see cref="NumberFault.CountryMismatch"/>. Without
/// one: the country whose patterns the digits match, and the main country of the calling code where several share the very same
/// digits (+1 800: US; Italian mobiles: IT rather than VA; +590 690: GP rather than BL or MF). Calling codes of no country
/// (+800, +882, +979 …) are <see cref="NumberFault.CountryMismatch"/>: no policy by country could speak of them.
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
    private readonly PhoneNumberUtil numbers = PhoneNumberUtil.GetInstance();
    private readonly ShortNumberInfo shortNumbers = ShortNumberInfo.GetInstance();

    /// <inheritdoc/>
    public PhoneReading Read(PhoneInput input, CountryCode? country)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (TypedNumber.TryRead(input.Text, out var typed) is { } unreadable)
            return No(unreadable);

        var region = country?.Value;
        var callingCode = region is null ? 0 : numbers.GetCountryCodeForRegion(region);
        if (region is not null && callingCode is 0)
            return No(NumberFault.CountryMismatch);
        if (region is null && typed[0] is not '+')
            return No(NumberFault.CountryMissing);

        Parsed number;
        try
        {
            number = numbers.Parse(typed, region);
        }
        catch (NumberParseException failure)
        {
            return No(FaultOf(failure, region, typed));
        }

        if (region is not null && number.CountryCode != callingCode)
            return No(NumberFault.CountryMismatch);
        var e164 = numbers.Format(number, PhoneNumberFormat.E164);
        if (e164.Length > PhoneNumber.MaxDigits + 1)
            return No(NumberFault.TooLong);
        return ReadReserved(number, e164, region) ?? ReadOrdinary(number, e164, region, typed);
    }

    private PhoneReading? ReadReserved(Parsed number, string e164, string? region)
    {
        if (ReservedNumbers.Find(e164) is not { } range)
            return null;
        var owner = range.Country ?? numbers.GetRegionCodeForNumber(number);
        if (owner is null)
            return null;
        if (region is not null && region != owner && !numbers.IsValidNumberForRegion(number, region))
            return No(NumberFault.CountryMismatch);
        var known = LineTypes.Of(numbers.GetNumberType(number));
        return Yes(e164, CountryCode.Parse(region ?? owner), known is LineType.Unknown ? range.LineType : known, isReserved: true);
    }

    private PhoneReading ReadOrdinary(Parsed number, string e164, string? region, string typed)
    {
        if (region is not null && numbers.IsValidNumberForRegion(number, region))
            return Yes(e164, CountryCode.Parse(region), LineTypes.Of(numbers.GetNumberType(number)));
        if (!numbers.IsValidNumber(number))
            return No(FaultOf(number, region, typed));
        var owner = numbers.GetRegionCodeForNumber(number);
        return region is null && CountryCode.TryParse(owner, out var country)
            ? Yes(e164, country, LineTypes.Of(numbers.GetNumberType(number)))
            : No(NumberFault.CountryMismatch);
    }

    private NumberFault FaultOf(Parsed number, string? region, string typed)
    {
        if (region is not null && typed[0] is not '+' && shortNumbers.IsValidShortNumberForRegion(number, region))
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

    private static PhoneReading.Readable Yes(string e164, CountryCode country, LineType lineType, bool isReserved = false) =>
        new(new PhoneDetails(PhoneNumber.Parse(e164), country, lineType) { IsReserved = isReserved });

    private static PhoneReading.Unreadable No(NumberFault fault) => new(fault);
}
