using LoginVerification.Identity.Tests.Applications;
using Microsoft.AspNetCore.Identity;
using NodaTime;

namespace LoginVerification.Identity.Tests.Package;

/// <summary>Authenticator apps and passkeys that Identity keeps, beside the enrolment (NIST SP 800-63B-4, section 3.2.9): they let in, and a stolen cookie plants none.</summary>
public sealed class AlternativeTests
{
    [Fact]
    public async Task An_authenticator_app_lets_in_beside_the_phone_and_where_the_phone_cannot_be_asked()
    {
        await using var site = await Site.StartProtectedAsync();
        using var owner = await site.VerifiedAsync();
        var key = await BindAsync(owner);
        Assert.Equal([TokenOptions.DefaultAuthenticatorProvider, TokenOptions.DefaultPhoneProvider], (await site.AsUserAsync((users, user) => users.GetValidTwoFactorProvidersAsync(user))).Order());

        site.Wait(Duration.FromHours(1));
        using var beside = site.Open();
        Assert.True((await beside.PasswordAsync()).RequiresTwoFactor);
        Assert.True((await AuthenticateAsync(beside, Authenticator.Code(key))).Succeeded);

        await site.Enrolments.ForCarrier().OptOutOfDeliveryAsync(Phones.First);
        using var instead = site.Open();
        var asked = Assert.IsType<VerificationSignInResult>(await instead.PasswordAsync());
        Assert.Equal((true, RefusalCode.DeliveryOptedOut), (asked.RequiresTwoFactor, asked.Refusal!.Code));
        Assert.False((await AuthenticateAsync(instead, Authenticator.WrongCode(key))).Succeeded);
        Assert.Null(await instead.WhoAsync());
        Assert.Equal(1, (await site.ReadUserAsync()).AccessFailedCount);
        Assert.True((await AuthenticateAsync(instead, Authenticator.Code(key))).Succeeded);
        Assert.Equal(Site.UserName, await instead.WhoAsync());
    }

    [Fact]
    public async Task One_that_was_there_before_the_enrolment_stays_when_verification_ends()
    {
        await using var site = await Site.StartAsync();
        using var first = await site.SignedInAsync();
        var key = await BindAsync(first);
        Assert.True((await site.ReadUserAsync()).TwoFactorEnabled);
        using var browser = site.Open();
        Assert.True((await browser.PasswordAsync()).RequiresTwoFactor);
        Assert.True((await AuthenticateAsync(browser, Authenticator.Code(key))).Succeeded);

        await browser.EnableSmsAsync();
        Assert.Equal(2, (await site.AsUserAsync((users, user) => users.GetValidTwoFactorProvidersAsync(user))).Count);
        await browser.AcceptAsync(user => user.DisableAsync());
        Assert.True((await site.ReadUserAsync()).TwoFactorEnabled);
        using var after = site.Open();
        Assert.True((await after.PasswordAsync()).RequiresTwoFactor);
        Assert.False((await after.SignInAsync(manager => manager.TwoFactorSignInAsync(TokenOptions.DefaultPhoneProvider, site.Messages.LastCode(Phones.First), false, false))).Succeeded);
        Assert.True((await AuthenticateAsync(after, Authenticator.Code(key))).Succeeded);
    }

    [Fact]
    public async Task A_session_without_the_second_factor_plants_none_and_reads_no_key()
    {
        await using var site = await Site.StartAsync();
        using var thief = await site.SignedInAsync();
        using (var owner = await site.SignedInAsync())
            await owner.EnableSmsAsync();

        using var browser = await site.VerifiedAsync();
        var key = await BindAsync(browser);
        // The thief's cookie is from before; Identity looks at it again only in half an hour.
        Assert.Equal(Site.UserName, await thief.WhoAsync());
        Assert.Equal(Authenticator.Hidden, await thief.ManageAsync((users, user) => users.GetAuthenticatorKeyAsync(user)));
        await RefusedAsync(thief, (users, user) => users.ResetAuthenticatorKeyAsync(user));
        Assert.Null(await thief.ManageAsync((users, user) => users.GenerateNewTwoFactorRecoveryCodesAsync(user, 10)));
        using var passkey = new Passkey();
        await RefusedAsync(thief, (users, user) => users.AddOrUpdatePasskeyAsync(user, passkey.Kept));
        Assert.Equal(key, await browser.ManageAsync((users, user) => users.GetAuthenticatorKeyAsync(user)));

        // Even with both factors, what was given long ago binds nothing.
        site.Wait(Duration.FromMinutes(6));
        await RefusedAsync(browser, (users, user) => users.AddOrUpdatePasskeyAsync(user, passkey.Kept));
        await RefusedAsync(browser, (users, user) => users.ResetAuthenticatorKeyAsync(user));
    }

    [Fact]
    public async Task A_key_that_a_page_merely_showed_is_no_second_factor()
    {
        await using var site = await Site.StartAsync();
        using var thief = await site.SignedInAsync();
        await thief.ManageAsync((users, user) => users.ResetAuthenticatorKeyAsync(user));
        var planted = await thief.ManageAsync((users, user) => users.GetAuthenticatorKeyAsync(user));
        using (var owner = await site.SignedInAsync())
            await owner.EnableSmsAsync();

        Assert.False(await thief.ManageAsync(async (users, user) => await users.VerifyTwoFactorTokenAsync(user, TokenOptions.DefaultAuthenticatorProvider, Authenticator.Code(planted!)) && (await users.SetTwoFactorEnabledAsync(user, true)).Succeeded));
        using var browser = site.Open();
        site.Wait(Duration.FromHours(1));
        Assert.True((await browser.PasswordAsync()).RequiresTwoFactor);
        Assert.False((await AuthenticateAsync(browser, Authenticator.Code(planted!))).Succeeded);
        Assert.Null(await browser.WhoAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_passkey_that_verified_its_user_is_two_factors_and_one_that_did_not_is_one(bool verifiesUser)
    {
        await using var site = await Site.StartProtectedAsync();
        using var passkey = new Passkey();
        using (var owner = await site.VerifiedAsync())
            IdentityApplication.Accept(await owner.ManageAsync((users, user) => users.AddOrUpdatePasskeyAsync(user, passkey.Kept)));
        site.Wait(Duration.FromHours(1));

        using var browser = site.Open();
        var options = await browser.SignInAsync(manager => manager.MakePasskeyRequestOptionsAsync(null));
        var result = await browser.SignInAsync(manager => manager.PasskeySignInAsync(passkey.Answer(options, site.Address, site.UserId, verifiesUser)));
        Assert.Equal((verifiesUser, !verifiesUser), (result.Succeeded, result.RequiresTwoFactor));
        Assert.Equal(verifiesUser ? Site.UserName : null, await browser.WhoAsync());
        if (!verifiesUser)
            Assert.True((await browser.CodeAsync(site.Messages.LastCode(Phones.First))).Succeeded);
        Assert.Equal(["mfa"], await browser.DoAsync(context => Task.FromResult(context.User.FindAll("amr").Select(claim => claim.Value).ToArray())));
    }

    [Theory]
    [InlineData("authenticatorData")]
    [InlineData("AuthenticatorData")]
    public async Task A_passkey_answer_says_that_it_verified_its_user_in_one_place_or_not_at_all(string second)
    {
        await using var site = await Site.StartProtectedAsync();
        using var passkey = new Passkey();
        using (var owner = await site.VerifiedAsync())
            IdentityApplication.Accept(await owner.ManageAsync((users, user) => users.AddOrUpdatePasskeyAsync(user, passkey.Kept)));
        site.Wait(Duration.FromHours(1));

        using var browser = site.Open();
        var options = await browser.SignInAsync(manager => manager.MakePasskeyRequestOptionsAsync(null));
        using var liar = new Passkey();
        var verified = System.Text.Json.JsonDocument.Parse(liar.Answer(options, site.Address, site.UserId, verifiesUser: true)).RootElement.GetProperty("response").GetProperty("authenticatorData").GetString();
        var answer = passkey.Answer(options, site.Address, site.UserId, verifiesUser: false);
        // Of the two, Identity checks the last one, which is signed.
        var twice = answer.Replace("\"authenticatorData\":", $"\"authenticatorData\":\"{verified}\",\"{second}\":", StringComparison.Ordinal);
        Assert.NotEqual(answer, twice);
        var result = await browser.SignInAsync(manager => manager.PasskeySignInAsync(twice));
        Assert.Equal((false, true), (result.Succeeded, result.RequiresTwoFactor));
        Assert.Null(await browser.WhoAsync());
    }

    private static Task<SignInResult> AuthenticateAsync(Browser browser, string code) =>
        browser.SignInAsync(manager => manager.TwoFactorAuthenticatorSignInAsync(code, isPersistent: false, rememberClient: false));

    private static async Task RefusedAsync(Browser browser, Func<UserManager<IdentityUser>, IdentityUser, Task<IdentityResult>> page) =>
        Assert.Equal(["SecondFactorRequired"], (await browser.ManageAsync(page)).Errors.Select(error => error.Code));

    /// <summary>As Identity's pages set an app up: one makes a key and renews the session, another shows the key and takes a code of it.</summary>
    private static async Task<string> BindAsync(Browser browser)
    {
        Assert.True(await browser.SignInAsync(async manager =>
        {
            var user = (await manager.UserManager.GetUserAsync(manager.Context.User))!;
            IdentityApplication.Accept(await manager.UserManager.ResetAuthenticatorKeyAsync(user));
            await manager.RefreshSignInAsync(user);
            return true;
        }));
        var key = (await browser.ManageAsync((users, user) => users.GetAuthenticatorKeyAsync(user)))!;
        IdentityApplication.Accept(await browser.ManageAsync(async (users, user) =>
            await users.VerifyTwoFactorTokenAsync(user, TokenOptions.DefaultAuthenticatorProvider, Authenticator.Code(key)) ? await users.SetTwoFactorEnabledAsync(user, true) : IdentityResult.Failed()));
        return key;
    }
}
