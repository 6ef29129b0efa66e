using LoginVerification.Identity.Tests.Applications;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace LoginVerification.Identity.Tests.Package;

/// <summary>Signing in by SMS with pages that know Identity alone.</summary>
public sealed class SmsSignInTests
{
    [Fact]
    public async Task The_password_asks_the_owner_and_the_code_lets_this_browser_in()
    {
        await using var site = await Site.StartProtectedAsync();
        using var browser = site.Open();
        var sent = site.Messages.To(Phones.First).Count;
        var asked = Assert.IsType<VerificationSignInResult>(await browser.PasswordAsync());

        Assert.True(asked.RequiresTwoFactor);
        Assert.False(asked.Succeeded);
        Assert.Equal("+44********01", asked.Challenge!.Phone);
        Assert.Equal(sent + 1, site.Messages.To(Phones.First).Count);
        Assert.Null(await browser.WhoAsync());
        Assert.Equal(site.UserId, await browser.SignInAsync(async manager => (await manager.GetTwoFactorAuthenticationUserAsync())?.Id));
        Assert.Equal([TokenOptions.DefaultPhoneProvider], await site.AsUserAsync((users, user) => users.GetValidTwoFactorProvidersAsync(user)));
        Assert.True((await browser.CodeAsync(site.Messages.LastCode(Phones.First))).Succeeded);
        Assert.Equal(Site.UserName, await browser.WhoAsync());
    }

    [Fact]
    public async Task The_page_for_authenticator_codes_takes_the_code_of_the_phone_too()
    {
        await using var site = await Site.StartProtectedAsync();
        using var browser = site.Open();
        await browser.PasswordAsync();
        Assert.True((await browser.SignInAsync(manager => manager.TwoFactorAuthenticatorSignInAsync(site.Messages.LastCode(Phones.First), isPersistent: false, rememberClient: false))).Succeeded);
        Assert.Equal(Site.UserName, await browser.WhoAsync());
    }
}
