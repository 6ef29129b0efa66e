namespace LoginVerification.Testing;

/// <summary>What <see cref="ICountryRegistry"/> promises.</summary>
public abstract class CountryRegistryContract : QuestionContract<ICountryRegistry, RegistryAnswer?>
{
    /// <inheritdoc/>
    protected override async ValueTask<RegistryAnswer?> AskAsync(ICountryRegistry port, CancellationToken cancellationToken) =>
        await port.LookUpAsync(Samples.British, cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    protected override string? FaultIn(RegistryAnswer? answer) =>
        answer is not null && Enum.IsDefined(answer.Service) ? null : "a registry that does not know says Unknown.";
}
