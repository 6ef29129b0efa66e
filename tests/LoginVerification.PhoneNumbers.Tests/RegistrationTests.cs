using Microsoft.Extensions.DependencyInjection;

namespace LoginVerification.PhoneNumbers.Tests;

public sealed class RegistrationTests
{
    [Fact]
    public void Choosing_the_reader_twice_registers_it_once()
    {
        var builder = new ServiceCollection().AddLoginVerification(_ => { });
        Assert.Same(builder, builder.UsePhoneNumbers().UsePhoneNumbers());
        Assert.Single(builder.Services, service => service.ServiceType == typeof(IPhoneNumberReader));
    }

    [Fact]
    public void One_reader_serves_all()
    {
        using var provider = new ServiceCollection().AddLoginVerification(_ => { }).UsePhoneNumbers().Services.BuildServiceProvider();
        var reader = provider.GetRequiredService<IPhoneNumberReader>();
        Assert.IsType<LibPhoneNumberReader>(reader);
        Assert.Same(reader, provider.GetRequiredService<IPhoneNumberReader>());
    }

    [Fact]
    public void Without_a_builder_the_caller_is_told() =>
        Assert.Throws<ArgumentNullException>(() => LoginVerificationBuilderExtensions.UsePhoneNumbers(null!));
}
