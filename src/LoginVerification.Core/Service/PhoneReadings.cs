namespace LoginVerification.Engine;

/// <summary>Asks the reader, without which no number can be judged: an answer that is none is its mistake, and told as such.</summary>
internal static class PhoneReadings
{
    /// <exception cref="InvalidOperationException">The reader answered null, or half a reading.</exception>
    public static PhoneReading Ask(this IPhoneNumberReader reader, PhoneInput input, CountryCode? country) => reader.Read(input, country) switch
    {
        PhoneReading.Readable { Details: { Number: not null, Country: not null } } readable => readable,
        PhoneReading.Unreadable { Fault: var fault } unreadable when Enum.IsDefined(fault) => unreadable,
        _ => throw new InvalidOperationException($"{nameof(IPhoneNumberReader)} gave no reading. Return PhoneReading.Readable with a number and its country, or PhoneReading.Unreadable with a defined fault."),
    };
}
