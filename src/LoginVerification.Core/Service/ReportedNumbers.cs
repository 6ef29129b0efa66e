namespace LoginVerification.Engine;

/// <summary>
/// Reads the number of a report that comes from the network or the host: a STOP, a number that changed hands, a number to import. What the account
/// knows is compared as text first, then as a network may write it; only then the reader is asked. So a new numbering plan, which the reader follows,
/// never loses a report about a number that was read by the old one.
/// </summary>
internal static class ReportedNumbers
{
    private static readonly CountryCode Nowhere = CountryCode.Parse("ZZ");

    /// <summary>The number that a report is about, as the account has it, or else as the reader reads it.</summary>
    public static PhoneReading Read(PhoneInput input, Enrolment enrolment, IPhoneNumberReader reader)
    {
        foreach (var number in NetworkForms.Of(input))
        {
            if (Held(number, enrolment) is { } held)
                return held;
            // Of a number that is no longer held the account knows the digits alone; a report asks for no more.
            if (enrolment.Knows(number) || enrolment.OptedOutAt(number) is not null)
                return new PhoneReading.Readable(new PhoneDetails(number, Nowhere, LineType.Unknown));
        }

        return ReadForms(input, reader);
    }

    /// <summary>The number to import: what is held by exactly that text is taken as it was read then.</summary>
    public static PhoneReading ReadImport(PhoneInput input, Enrolment enrolment, IPhoneNumberReader reader) =>
        (NetworkForms.Of(input) is [var asWritten, ..] ? Held(asWritten, enrolment) : null) ?? ReadForms(input, reader);

    /// <summary>Every number that a report can mean, whatever account it concerns.</summary>
    public static IReadOnlyCollection<PhoneNumber> All(PhoneInput input, IPhoneNumberReader reader)
    {
        var numbers = NetworkForms.Of(input).ToHashSet();
        if (ReadForms(input, reader) is PhoneReading.Readable { Details.Number: var read })
            numbers.Add(read);
        return numbers;
    }

    private static PhoneReading.Readable? Held(PhoneNumber number, Enrolment enrolment) =>
        enrolment.Phone?.Details is { } verified && verified.Number == number ? new(verified)
        : enrolment.Pending?.Details is { } pending && pending.Number == number ? new(pending)
        : null;

    /// <summary>What the reader makes of the text, or of the first form that it can read.</summary>
    private static PhoneReading ReadForms(PhoneInput input, IPhoneNumberReader reader)
    {
        var reading = reader.Read(input, null);
        if (reading is PhoneReading.Readable)
            return reading;
        foreach (var number in NetworkForms.Of(input))
        {
            if (reader.Read(number.E164, null) is PhoneReading.Readable read)
                return read;
        }

        return reading;
    }
}
