using System.Net;
using LoginVerification.Identity.Tests.Applications;
using Microsoft.AspNetCore.Identity;

namespace LoginVerification.Identity.Tests.Situations;

/// <summary>Somebody has the cookie of a signed-in user, and no factor (dotnet/aspnetcore#68764).</summary>
public sealed class TurnedOffWithTheCookieAlone
{
    [Fact]
    public async Task Identity_turns_the_second_factor_off_and_the_password_alone_signs_in()
    {
        await using var site = await Site.StartStockProtectedAsync();
        using var thief = await StolenAsync(site);
        using var answer = await thief.PostAsync("api/manage/2fa", new { enable = false });

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        using var browser = site.Open();
        Assert.True((await browser.PasswordAsync()).Succeeded);
    }

    [Fact]
    public async Task Identity_makes_other_recovery_codes_for_the_cookie_alone()
    {
        await using var site = await Site.StartStockProtectedAsync();
        using var thief = await StolenAsync(site);
        using var answer = await thief.PostAsync("api/manage/2fa", new { resetRecoveryCodes = true });

        Assert.Contains("recoveryCodes\":[\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_package_refuses_both_and_goes_on_asking()
    {
        await using var site = await Site.StartProtectedAsync();
        using var thief = await site.VerifiedAsync();
        site.Wait(NodaTime.Duration.FromMinutes(6)); // longer than a factor counts
        using var off = await thief.PostAsync("api/manage/2fa", new { enable = false });
        Assert.Equal(HttpStatusCode.OK, off.StatusCode); // Identity's endpoint does not look at what the user manager answered, and tells the state
        Assert.Contains("\"isTwoFactorEnabled\":true", await off.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var codes = await thief.PostAsync("api/manage/2fa", new { resetRecoveryCodes = true });
        Assert.DoesNotContain("recoveryCodes\":[\"", await codes.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(RefusalCode.ReauthenticationRequired, (await thief.EnrolAsync(user => user.DisableAsync())).Refusal!.Code);
        Assert.Equal(["TwoFactorFollowsEnrolment"], (await thief.ManageAsync((users, user) => users.SetTwoFactorEnabledAsync(user, false))).Errors.Select(error => error.Code));
        await AsksAsync(site);
    }

    /// <summary>A browser whose cookie is stolen: its owner gave both factors.</summary>
    private static async Task<Browser> StolenAsync(Site site)
    {
        var browser = site.Open();
        Assert.True((await browser.PasswordAsync()).RequiresTwoFactor);
        var code = await browser.SignInAsync(async manager => await manager.UserManager.GenerateTwoFactorTokenAsync((await manager.GetTwoFactorAuthenticationUserAsync())!, TokenOptions.DefaultPhoneProvider));
        Assert.True((await browser.CodeAsync(code)).Succeeded);
        return browser;
    }

    private static async Task AsksAsync(Site site)
    {
        site.Wait(NodaTime.Duration.FromHours(1));
        using var browser = site.Open();
        Assert.True((await browser.PasswordAsync()).RequiresTwoFactor);
        Assert.Null(await browser.WhoAsync());
    }
}
