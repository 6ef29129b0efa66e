using LoginVerification.Identity.Tests.Applications;
using Microsoft.AspNetCore.Identity;

namespace LoginVerification.Identity.Tests.Situations;

/// <summary>A browser was remembered, and then another number protects the log-in.</summary>
public sealed class BrowserRemembered
{
    [Fact]
    public async Task Identity_lets_it_in_with_the_password_alone_until_its_cookie_is_looked_at_again()
    {
        await using var site = await Site.StartStockProtectedAsync();
        using var browser = site.Open();
        await browser.PasswordAsync();
        var code = await browser.SignInAsync(async manager => await manager.UserManager.GenerateTwoFactorTokenAsync((await manager.GetTwoFactorAuthenticationUserAsync())!, TokenOptions.DefaultPhoneProvider));
        Assert.True((await browser.CodeAsync(code, remember: true)).Succeeded);
        await site.AsUserAsync(async (users, user) =>
            IdentityApplication.Accept(await users.ChangePhoneNumberAsync(user, Phones.Second, await users.GenerateChangePhoneNumberTokenAsync(user, Phones.Second))));

        site.Wait(NodaTime.Duration.FromMinutes(29));
        Assert.True((await browser.PasswordAsync()).Succeeded);
    }

    [Fact]
    public async Task The_package_asks_it_at_once()
    {
        await using var site = await Site.StartProtectedAsync();
        using var browser = await site.VerifiedAsync(remember: true);
        Assert.True((await browser.PasswordAsync()).Succeeded);
        using (var owner = await site.VerifiedAsync())
        {
            await owner.AcceptAsync(user => user.SubmitPhoneAsync(Phones.Second));
            await owner.AcceptAsync(user => user.ConfirmCodeAsync(site.Messages.LastCode(Phones.Second)));
            // The session that made the change goes on.
            site.Wait(NodaTime.Duration.FromHours(1));
            Assert.Equal(Site.UserName, await owner.WhoAsync());
        }

        Assert.Null(await browser.WhoAsync());
        Assert.True((await browser.PasswordAsync()).RequiresTwoFactor);
        Assert.True((await browser.CodeAsync(site.Messages.LastCode(Phones.Second))).Succeeded);
    }
}
