using System.Net;

namespace LoginVerification.Tests;

public sealed class EnrolmentTests
{
    [Fact]
    public async Task An_owner_enrols_page_by_page_without_a_script()
    {
        await using var host = await PagesHost.StartAsync();
        using var browser = await host.SignInAsync();

        var home = await browser.GetAsync(PagesHost.Web);
        Assert.Equal(HttpStatusCode.OK, home.Status);
        var code = await browser.SubmitAsync(home, "SubmitPhone", ("number", "050-234-5678"), ("country", "IL"));
        Assert.Equal("Check your phone", code.Heading);
        var verified = await browser.SubmitAsync(code, "ConfirmCode", ("code", host.Phone.LastCode));
        Assert.Contains("Your number is confirmed.", verified.Document.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        var enabled = await browser.SubmitAsync(verified, "EnableVerification");

        Assert.NotNull(enabled.Document.QuerySelector("[data-state=VerificationEnabled]"));
        Assert.Equal(EnrolmentState.VerificationEnabled, (await host.User().GetStatusAsync()).State);
    }
}
