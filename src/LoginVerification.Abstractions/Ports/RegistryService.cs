namespace LoginVerification;

/// <summary>Whether the host's provider serves a number.</summary>
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
