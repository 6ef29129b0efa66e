using LoginVerification.Identity.Tests.Applications;
using Microsoft.AspNetCore.Identity;
using NodaTime;

namespace LoginVerification.Identity.Tests.Package;

/// <summary>Who reads the key of an authenticator app that protects a log-in can make its codes: it is shown as seldom as it is changed.</summary>
public sealed class AuthenticatorKeyTests
{
    [Fact]
    public async Task The_key_in_force_is_read_by_no_session_whose_factors_were_given_long_ago()
    {
        await using var site = await Site.StartProtectedAsync();
        using var owner = await site.VerifiedAsync();
        var key = await SetUpAsync(owner);
        Assert.Equal(key, await ReadAsync(owner));

        site.Wait(Duration.FromMinutes(6));
        Assert.Null(await ReadAsync(owner));
        using var again = await site.VerifiedAsync();
        Assert.Equal(key, await ReadAsync(again));
    }

    [Fact]
    public async Task The_key_in_force_is_read_by_no_session_that_ended_elsewhere()
    {
        await using var site = await Site.StartProtectedAsync();
        using var thief = await site.VerifiedAsync();
        using var owner = await site.VerifiedAsync();
        var key = await SetUpAsync(owner);

        // Both factors were given a moment ago, and Identity has not looked at it yet.
        Assert.Equal(Site.UserName, await thief.WhoAsync());
        Assert.Null(await ReadAsync(thief));
        Assert.Equal(key, await ReadAsync(owner));
    }

    [Fact]
    public async Task A_new_key_that_protects_nothing_yet_is_shown_to_any_session()
    {
        await using var site = await Site.StartAsync();
        using var owner = await site.SignedInAsync();
        await owner.EnableSmsAsync();
        site.Wait(Duration.FromMinutes(6));
        var shown = await ShowAsync(owner);
        Assert.NotNull(shown);
        Assert.Equal(shown, await ReadAsync(owner));
    }

    [Fact]
    public async Task Identitys_own_page_sets_an_app_up_and_goes_on_to_the_recovery_codes()
    {
        await using var site = await Site.StartProtectedAsync();
        using var other = await site.VerifiedAsync();
        using var owner = await site.VerifiedAsync();
        var key = await ShowAsync(owner);
        var codes = await owner.ManageAsync(async (users, user) =>
        {
            Assert.True(await users.VerifyTwoFactorTokenAsync(user, TokenOptions.DefaultAuthenticatorProvider, Authenticator.Code(key!)));
            await users.SetTwoFactorEnabledAsync(user, true);
            Assert.Equal(0, await users.CountRecoveryCodesAsync(user));
            return await users.GenerateNewTwoFactorRecoveryCodesAsync(user, 10);
        });
        Assert.Equal(10, codes?.Count());
        Assert.Contains(TokenOptions.DefaultAuthenticatorProvider, await site.AsUserAsync((users, user) => users.GetValidTwoFactorProvidersAsync(user)));

        await owner.AcceptAsync(user => user.IssueBackupCodesAsync());
        Assert.Equal(RefusalCode.ReauthenticationRequired, (await other.EnrolAsync(user => user.DisableAsync())).Refusal!.Code);
        // Renewed, it is as old as it was.
        site.Wait(Duration.FromMinutes(6));
        Assert.Equal(RefusalCode.ReauthenticationRequired, (await owner.EnrolAsync(user => user.DisableAsync())).Refusal!.Code);
    }

    [Fact]
    public async Task A_session_that_ended_elsewhere_is_not_renewed_by_a_new_key()
    {
        await using var site = await Site.StartProtectedAsync();
        using var thief = await site.VerifiedAsync();
        using var owner = await site.VerifiedAsync();
        await owner.AcceptAsync(user => user.SubmitPhoneAsync(Phones.Second));
        await owner.AcceptAsync(user => user.ConfirmCodeAsync(site.Messages.LastCode(Phones.Second)));

        var planted = await ShowAsync(thief);
        Assert.False(await thief.ManageAsync(async (users, user) =>
            await users.VerifyTwoFactorTokenAsync(user, TokenOptions.DefaultAuthenticatorProvider, Authenticator.Code(planted!)) && (await users.SetTwoFactorEnabledAsync(user, true)).Succeeded));
        Assert.Equal(RefusalCode.ReauthenticationRequired, (await thief.EnrolAsync(user => user.DisableAsync())).Refusal!.Code);
    }

    private static Task<string?> ReadAsync(Browser browser) => browser.ManageAsync((users, user) => users.GetAuthenticatorKeyAsync(user));

    /// <summary>As Identity's page shows a key: it makes one where there is none, and leaves the session as it is.</summary>
    private static Task<string?> ShowAsync(Browser browser) => browser.ManageAsync(async (users, user) =>
    {
        if (await users.GetAuthenticatorKeyAsync(user) is { Length: > 0 } shown)
            return shown;
        await users.ResetAuthenticatorKeyAsync(user);
        return await users.GetAuthenticatorKeyAsync(user);
    });

    private static async Task<string> SetUpAsync(Browser browser)
    {
        Assert.True(await browser.SignInAsync(async manager =>
        {
            var user = (await manager.UserManager.GetUserAsync(manager.Context.User))!;
            IdentityApplication.Accept(await manager.UserManager.ResetAuthenticatorKeyAsync(user));
            await manager.RefreshSignInAsync(user);
            return true;
        }));
        var key = (await ReadAsync(browser))!;
        IdentityApplication.Accept(await browser.ManageAsync(async (users, user) =>
            await users.VerifyTwoFactorTokenAsync(user, TokenOptions.DefaultAuthenticatorProvider, Authenticator.Code(key)) ? await users.SetTwoFactorEnabledAsync(user, true) : IdentityResult.Failed()));
        return key;
    }
}
