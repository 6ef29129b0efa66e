namespace LoginVerification;

/// <summary>A number and what is known of it, format 1.</summary>
internal sealed record StoredPhoneDetails(PhoneNumber Number, CountryCode Country, LineType LineType, Carrier? Carrier, bool IsReserved)
{
    public static StoredPhoneDetails Of(PhoneDetails phone) => new(phone.Number, phone.Country, phone.LineType, phone.Carrier, phone.IsReserved);

    public PhoneDetails ToDetails() => new(Number, Country, LineType) { Carrier = Carrier, IsReserved = IsReserved };
}
