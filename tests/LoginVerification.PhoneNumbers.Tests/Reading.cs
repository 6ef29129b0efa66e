namespace LoginVerification.PhoneNumbers.Tests;

/// <summary>Reads with one shared reader, as an application does.</summary>
internal static class Reading
{
    public static LibPhoneNumberReader Reader { get; } = new();

    public static PhoneReading Of(string text, string? country = null) =>
        Reader.Read(text, country is null ? null : CountryCode.Parse(country));

    public static PhoneDetails Details(string text, string? country = null) =>
        Assert.IsType<PhoneReading.Readable>(Of(text, country)).Details;

    public static void IsRefused(NumberFault fault, string text, string? country = null) =>
        Assert.Equal(new PhoneReading.Unreadable(fault), Of(text, country));

    public static void IsRead(string e164, string country, string text, string? stated = null)
    {
        var details = Details(text, stated);
        Assert.Equal(e164, details.Number.E164);
        Assert.Equal(country, details.Country.Value);
    }
}
