namespace LoginVerification.Ports;

/// <summary>Port: reads what a user typed as a phone number. Pure, and thread-safe.</summary>
public interface IPhoneNumberReader
{
    /// <summary>Reads a number. Its country is its own: the main one, where several countries share the very same digits.</summary>
    /// <param name="input">What the user typed.</param>
    /// <param name="country">
    /// The country that the user stated. Digits without <c>+</c> are read as somebody there dials them, and may yet belong to a
    /// neighbour; what follows a <c>+</c> reads the same whatever was stated.
    /// </param>
    /// <returns>The number, or why there is none. Never throws for what a user can type.</returns>
    PhoneReading Read(PhoneInput input, CountryCode? country);
}

/// <summary>What a reader made of a typed number. A closed set. Immutable; compares by value.</summary>
public abstract record PhoneReading
{
    private PhoneReading() { }

    /// <summary>It is a number. Whether anybody answers there, only the code proves.</summary>
    /// <param name="Details">The number and what its digits tell.</param>
    public sealed record Readable(PhoneDetails Details) : PhoneReading;

    /// <summary>It is none.</summary>
    /// <param name="Fault">Why not.</param>
    public sealed record Unreadable(NumberFault Fault) : PhoneReading;
}

/// <summary>Why a typed text is no usable phone number.</summary>
[JsonConverter(typeof(NameJsonConverter<NumberFault>))]
public enum NumberFault
{
    /// <summary>No number in it: empty, letters, too few digits to begin with.</summary>
    Unreadable,

    /// <summary>Too few digits for its country.</summary>
    TooShort,

    /// <summary>More digits than E.164 or its country allows.</summary>
    TooLong,

    /// <summary>The right length, and yet no such number exists in its country.</summary>
    NotInUse,

    /// <summary>No <c>+</c>, and no country was stated; or digits that two countries would read differently. With <c>+</c> it is clear.</summary>
    CountryMissing,

    /// <summary>Its calling code belongs to no country; or it lacks <c>+</c>, and the stated country is none with phone numbers.</summary>
    CountryMismatch,

    /// <summary>An emergency or service number, which only its own country's networks know: it cannot receive a code.</summary>
    ShortNumber,
}
