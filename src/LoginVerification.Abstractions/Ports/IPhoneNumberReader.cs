namespace LoginVerification;

/// <summary>Port: reads what a user typed as a phone number. Pure, and thread-safe.</summary>
public interface IPhoneNumberReader
{
    /// <summary>Reads a number.</summary>
    /// <param name="input">What the user typed.</param>
    /// <param name="country">The country that the user stated; it wins wherever the number allows it.</param>
    /// <returns>The number, or why there is none. Never throws for what a user can type.</returns>
    PhoneReading Read(PhoneInput input, CountryCode? country);
}
