using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LoginVerification.Tests;

/// <summary>The site's name in the last line of an SMS: as browsers compare it, or refused at start.</summary>
public sealed class SmsHostTests
{
    [Fact]
    public async Task A_name_that_is_not_ASCII_is_written_as_its_A_label()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent, builder => builder.Services.Configure<LoginVerificationOptions>(o => o.SmsHost = "Bücher.example"));

        await host.Service.HandleAsync(Caller.User(AccountId.Parse(ServiceHost.Account), Surface.Parse("web"), host.Now), new SubmitPhone("+972502345678"));

        Assert.Contains("\n@xn--bcher-kva.example #", host.Phone.Messages[^1].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("my_host.example.com", "underscore")]
    [InlineData("exa\u200Bmple.com", "U+200B")]
    public void A_name_that_browsers_would_not_fill_in_fails_at_start(string name, string told)
    {
        var failure = Assert.Throws<OptionsValidationException>(() =>
            new ServiceHost(ShippedPolicies.Consistent, builder => builder.Services.Configure<LoginVerificationOptions>(o => o.SmsHost = name)));
        Assert.Contains(failure.Failures, error => error.Contains(told, StringComparison.Ordinal));
    }

    [Fact]
    public void One_language_under_two_tags_fails_at_start()
    {
        var failure = Assert.Throws<OptionsValidationException>(() => new ServiceHost(ShippedPolicies.Consistent, builder =>
            builder.Services.Configure<LoginVerificationOptions>(o => o.SmsTexts["iw"] = o.SmsTexts["he"] = SmsTexts.English)));
        Assert.Contains(failure.Failures, error => error.Contains("he, iw", StringComparison.Ordinal) || error.Contains("iw, he", StringComparison.Ordinal));
    }
}
