namespace LoginVerification.Engine;

/// <summary>
/// Reads the number of a report that comes from the network or the host: a STOP, a number that changed hands. What the account knows is compared
/// as text first, so that a new numbering plan, which the reader follows, never loses a report about a number that was read by the old one.
/// </summary>
internal static class ReportedNumbers
{
    private static readonly CountryCode Nowhere = CountryCode.Parse("ZZ");

    /// <summary>The number that a report is about, as the account has it, or else as the reader reads it.</summary>
    public static PhoneReading Read(PhoneInput input, Enrolment enrolment, IPhoneNumberReader reader)
    {
        if (ReadHeld(input, enrolment) is { } held)
            return held;
        foreach (var number in AsWritten(input))
        {
            if (enrolment.Knows(number) || enrolment.OptedOutAt(number) is not null)
                return new PhoneReading.Readable(new PhoneDetails(number, Nowhere, LineType.Unknown));
        }

        var reading = reader.Read(input, null);
        return reading is PhoneReading.Unreadable { Fault: NumberFault.CountryMissing } && AsWritten(input).FirstOrDefault() is { } written
            ? reader.Read(written.E164, null)
            : reading;
    }

    /// <summary>The verified or the pending number with all that is known of it, if the text is exactly that; else null.</summary>
    public static PhoneReading? ReadHeld(PhoneInput input, Enrolment enrolment)
    {
        foreach (var number in AsWritten(input))
        {
            if (enrolment.Phone?.Details is { } verified && verified.Number == number)
                return new PhoneReading.Readable(verified);
            if (enrolment.Pending?.Details is { } pending && pending.Number == number)
                return new PhoneReading.Readable(pending);
        }

        return null;
    }

    /// <summary>The numbers that the text can be as it stands: in E.164 form, or as gateways write that, with <c>00</c> or nothing for the <c>+</c>.</summary>
    public static IEnumerable<PhoneNumber> AsWritten(PhoneInput input)
    {
        var text = input.Text.Trim();
        string[] forms = text.StartsWith("00", StringComparison.Ordinal) ? [$"+{text[2..]}"] : [text, $"+{text}"];
        foreach (var form in forms)
        {
            if (PhoneNumber.TryParse(form, out var number))
                yield return number;
        }
    }
}
