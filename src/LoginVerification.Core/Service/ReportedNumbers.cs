namespace LoginVerification.Engine;

/// <summary>
/// Reads the number of a report that comes from the network or the host: a STOP, a number that changed hands, a number to import. What the account
/// holds, and then what it knows, is compared with every form that a network may write; only then the reader is asked. So a new numbering plan, which
/// the reader follows, never loses a report about a number that was read by the old one.
/// </summary>
internal static class ReportedNumbers
{
    private static readonly CountryCode Nowhere = CountryCode.Parse("ZZ");

    /// <summary>
    /// The number that a report is about, as the account has it, or else as the reader reads it. What is held goes before what is only known, in
    /// whatever form the report comes.
    /// </summary>
    public static PhoneReading Read(PhoneInput input, Enrolment enrolment, IPhoneNumberReader reader)
    {
        var forms = NetworkForms.Of(input);
        return Held(forms, enrolment) ?? FirstOf(forms, number => enrolment.Knows(number) || enrolment.OptedOutAt(number) is not null) ?? ReadForms(input, reader);
    }

    /// <summary>The number that takes a STOP back: one that a STOP stands for goes before any other.</summary>
    public static PhoneReading ReadRestored(PhoneInput input, Enrolment enrolment, IPhoneNumberReader reader)
    {
        PhoneNumber[] stopped = [.. NetworkForms.Of(input).Where(number => enrolment.OptedOutAt(number) is not null)];
        return Held(stopped, enrolment) ?? FirstOf(stopped, _ => true) ?? Read(input, enrolment, reader);
    }

    /// <summary>The number to import: what is held by exactly that text is taken as it was read then.</summary>
    public static PhoneReading ReadImport(PhoneInput input, Enrolment enrolment, IPhoneNumberReader reader) =>
        Held([.. NetworkForms.Of(input).Take(1)], enrolment) ?? ReadForms(input, reader);

    /// <summary>Every number that a report can mean, whatever account it concerns.</summary>
    public static IReadOnlyCollection<PhoneNumber> All(PhoneInput input, IPhoneNumberReader reader)
    {
        var numbers = NetworkForms.Of(input).ToHashSet();
        if (ReadForms(input, reader) is PhoneReading.Readable { Details.Number: var read })
            numbers.Add(read);
        return numbers;
    }

    /// <summary>The one of these that is verified, or else the one that is pending.</summary>
    private static PhoneReading.Readable? Held(IReadOnlyList<PhoneNumber> forms, Enrolment enrolment) =>
        enrolment.Phone?.Details is { } verified && forms.Contains(verified.Number) ? new(verified)
        : enrolment.Pending?.Details is { } pending && forms.Contains(pending.Number) ? new(pending)
        : null;

    /// <summary>Of a number that is no longer held the account knows the digits alone; a report asks for no more.</summary>
    private static PhoneReading.Readable? FirstOf(IReadOnlyList<PhoneNumber> forms, Func<PhoneNumber, bool> isMeant) =>
        forms.FirstOrDefault(isMeant) is { } number ? new(new PhoneDetails(number, Nowhere, LineType.Unknown)) : null;

    /// <summary>What the reader makes of the text, or of the first form that it can read.</summary>
    private static PhoneReading ReadForms(PhoneInput input, IPhoneNumberReader reader)
    {
        var reading = reader.Ask(input, null);
        if (reading is PhoneReading.Readable)
            return reading;
        foreach (var number in NetworkForms.Of(input))
        {
            if (reader.Ask(number.E164, null) is PhoneReading.Readable read)
                return read;
        }

        return reading;
    }
}
