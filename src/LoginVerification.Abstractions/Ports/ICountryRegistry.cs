namespace LoginVerification;

/// <summary>Optional port: which carrier a number has, and whether the host's provider serves it. Default: unknown. Thread-safe.</summary>
public interface ICountryRegistry
{
    /// <summary>Looks a number up.</summary>
    /// <param name="phone">The number, with the carrier that the user stated, if any.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <exception cref="Exception">No answer. The send is held back.</exception>
    ValueTask<RegistryAnswer> LookUpAsync(PhoneDetails phone, CancellationToken cancellationToken);
}
