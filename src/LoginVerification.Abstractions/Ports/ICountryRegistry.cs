namespace LoginVerification.Ports;

/// <summary>Optional port: which carrier a number has, and whether the host's provider serves it. Default: unknown. Thread-safe.</summary>
public interface ICountryRegistry
{
    /// <summary>Looks a number up.</summary>
    /// <param name="phone">The number, with the carrier that the user stated, if any.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <exception cref="Exception">No answer, as null or an undefined value is none. The send is held back.</exception>
    ValueTask<RegistryAnswer> LookUpAsync(PhoneDetails phone, CancellationToken cancellationToken);
}

/// <summary>What a country registry knows of a number. Immutable; compares by value.</summary>
/// <param name="Service">Whether messages can be sent there.</param>
/// <param name="Carrier">The carrier, or null for unknown; it goes before what the user states.</param>
public sealed record RegistryAnswer(RegistryService Service, Carrier? Carrier = null);

/// <summary>Whether the host's provider serves a number.</summary>
[JsonConverter(typeof(NameJsonConverter<RegistryService>))]
public enum RegistryService
{
    /// <summary>Nobody knows; the policy's rules alone decide.</summary>
    Unknown,

    /// <summary>Served.</summary>
    Served,

    /// <summary>The country is not served.</summary>
    CountryNotServed,

    /// <summary>The carrier is not served.</summary>
    CarrierNotServed,
}
