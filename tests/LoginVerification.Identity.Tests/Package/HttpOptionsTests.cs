using System.Security.Claims;
using LoginVerification.Identity.Tests.Applications;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LoginVerification.Identity.Tests.Package;

/// <summary>Whose session it is, Identity's options say; whatever the host sets comes before them.</summary>
public sealed class HttpOptionsTests
{
    [Fact]
    public async Task The_account_is_the_claim_that_Identitys_options_name()
    {
        await using var site = await Site.StartAsync(configure: services => services.Configure<IdentityOptions>(options => options.ClaimsIdentity.UserIdClaimType = "uid"));
        using var browser = await site.SignedInAsync();
        await browser.EnableSmsAsync();
        Assert.IsType<LoginRequirement.Verify>(await site.Enrolments.GetLoginRequirementAsync(site.Account));
    }

    [Fact]
    public async Task Without_a_session_it_says_what_to_write()
    {
        await using var site = await Site.StartAsync();
        using var browser = site.Open();
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => browser.EnrolAsync(user => user.DisableAsync()));
        Assert.Contains("[Authorize]", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_the_host_sets_wins_before_Identitys_builder_and_after_it(bool before)
    {
        var services = new ServiceCollection();
        var own = AccountId.Parse("own");
        var builder = services.AddLoginVerification(_ => { });
        if (before)
            builder.UseAspNetCore(options => options.Account = _ => own);
        services.AddIdentityCore<IdentityUser>().AddLoginVerification();
        if (!before)
            builder.UseAspNetCore(options => options.Account = _ => own);
        using var provider = services.BuildServiceProvider();
        var context = new DefaultHttpContext { User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, "ada")], "test")) };
        Assert.Equal(own, provider.GetRequiredService<IOptions<LoginVerificationHttpOptions>>().Value.Account(context));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Whoever_waits_is_in_Identitys_cookie_whichever_was_called_first(bool before)
    {
        var services = new ServiceCollection();
        var builder = services.AddLoginVerification(_ => { });
        if (before)
            builder.UseAspNetCore();
        services.AddIdentityCore<IdentityUser>().AddLoginVerification();
        builder.UseAspNetCore();
        var session = Assert.Single(services, service => service.ServiceType == typeof(ISecondFactorSession));
        Assert.Equal("LoginVerification.AspNetCore.Identity", session.ImplementationType!.Assembly.GetName().Name);
    }
}
