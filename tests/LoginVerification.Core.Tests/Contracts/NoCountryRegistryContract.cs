namespace LoginVerification.Tests;

internal sealed class NoCountryRegistryContract : CountryRegistryContract
{
    protected override ICountryRegistry Open() => new NoAnswers();
}
