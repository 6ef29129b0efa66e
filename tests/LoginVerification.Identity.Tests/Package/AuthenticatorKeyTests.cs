using LoginVerification.Identity.Tests.Applications;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
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
        Assert.Equal(Authenticator.Hidden, await ReadAsync(owner));
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
        Assert.Equal(Authenticator.Hidden, await ReadAsync(thief));
        Assert.Equal(key, await ReadAsync(owner));
    }

    [Fact]
    public async Task A_new_key_that_protects_nothing_yet_is_made_and_shown_by_no_session_whose_factors_were_given_long_ago()
    {
        await using var site = await Site.StartProtectedAsync();
        using var thief = await site.VerifiedAsync();
        site.Wait(Duration.FromMinutes(6));
        await PlantsNothingAsync(thief);

        using var owner = await site.VerifiedAsync();
        var shown = await ShowAsync(owner);
        Assert.Equal(Authenticator.Hidden, await ReadAsync(thief));
        await PlantsNothingAsync(thief);
        Assert.Equal(shown, await ReadAsync(owner));
        IdentityApplication.Accept(await ProveAsync(owner, shown!));
    }

    [Fact]
    public async Task A_page_asks_whether_authenticators_can_be_changed()
    {
        await using var site = await Site.StartAsync();
        using var owner = await site.SignedInAsync();
        Assert.True(await CanChangeAsync(owner));
        await owner.EnableSmsAsync();
        Assert.False(await CanChangeAsync(owner));
        using var verified = await site.VerifiedAsync();
        Assert.True(await CanChangeAsync(verified));
        site.Wait(Duration.FromMinutes(6));
        Assert.False(await CanChangeAsync(verified));
    }

    [Fact]
    public async Task Identitys_HTTP_endpoint_tells_its_state_to_a_session_that_may_not_see_the_key()
    {
        await using var site = await Site.StartProtectedAsync();
        using var owner = await site.VerifiedAsync();
        var key = await SetUpAsync(owner);
        site.Wait(Duration.FromMinutes(6));
        using var answer = await owner.PostAsync("api/manage/2fa", new { });
        var told = await answer.Content.ReadAsStringAsync();
        Assert.Contains("\"isTwoFactorEnabled\":true", told, StringComparison.Ordinal);
        Assert.DoesNotContain(key, told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("before the phone")]
    [InlineData("before protection began")]
    [InlineData("and proved, and turned on and off again")]
    public async Task A_key_that_was_planted_before_protection_began_is_not_the_one_that_its_owner_proves(string planting)
    {
        await using var site = await Site.StartAsync();
        using var thief = await site.SignedInAsync();
        using var owner = await site.SignedInAsync();
        string? planted;
        if (planting == "before the phone")
        {
            planted = await ShowAsync(thief);
            using var fresh = await site.SignedInAsync();
            await fresh.EnableSmsAsync();
        }
        else
        {
            await owner.AcceptAsync(user => user.SubmitPhoneAsync(Phones.First));
            await owner.AcceptAsync(user => user.ConfirmCodeAsync(site.Messages.LastCode(Phones.First)));
            using var again = await site.SignedInAsync();
            planted = await ShowAsync(again);
            if (planting != "before protection began")
            {
                IdentityApplication.Accept(await ProveAsync(again, planted!));
                IdentityApplication.Accept(await again.ManageAsync((users, user) => users.SetTwoFactorEnabledAsync(user, false)));
            }

            using var fresh = await site.SignedInAsync();
            await fresh.AcceptAsync(user => user.EnableAsync(VerificationChannel.Sms));
        }

        await PlantedCountsForNothingAsync(site, planted!);
    }

    [Fact]
    public async Task A_key_that_was_read_while_protection_was_off_is_not_the_one_that_its_owner_proves()
    {
        await using var site = await Site.StartProtectedAsync();
        using var owner = await site.VerifiedAsync();
        var shown = await ShowAsync(owner);
        await owner.AcceptAsync(user => user.DisableAsync());
        using var thief = await site.SignedInAsync();
        Assert.Equal(shown, await ReadAsync(thief));
        await owner.AcceptAsync(user => user.EnableAsync(VerificationChannel.Sms));
        await PlantedCountsForNothingAsync(site, shown!);
    }

    [Fact]
    public async Task Protection_that_ended_where_Identity_is_not_leaves_no_gap_to_plant_a_key_in()
    {
        await using var site = await Site.StartProtectedAsync();
        using var thief = await site.VerifiedAsync();
        site.Wait(Duration.FromMinutes(6));
        await using var other = site.StartOtherProcess();
        var owner = other.GetRequiredService<IEnrolmentService>().ForUser(site.Account, Site.Web, Instant.FromDateTimeOffset(site.Clock.GetUtcNow()), AuthenticationFactors.MultiFactor);
        Assert.Null((await owner.DisableAsync()).Refusal);
        await PlantsNothingAsync(thief);
        Assert.Null((await owner.EnableAsync(VerificationChannel.Sms)).Refusal);
        await PlantsNothingAsync(thief);
    }

    [Fact]
    public async Task An_app_that_was_set_up_before_the_package_counts_once_a_code_of_it_was_given()
    {
        await using var site = await Site.StartAsync();
        using var first = await site.SignedInAsync();
        var key = (await ShowAsync(first))!;
        await site.WriteColumnsAsync(user => user.TwoFactorEnabled = true);
        using var owner = site.Open();
        Assert.True((await owner.PasswordAsync()).RequiresTwoFactor);
        Assert.True((await owner.SignInAsync(manager => manager.TwoFactorAuthenticatorSignInAsync(Authenticator.Code(key), isPersistent: false, rememberClient: false))).Succeeded);
        await owner.EnableSmsAsync();

        site.Wait(Duration.FromHours(1));
        using var browser = site.Open();
        Assert.True((await browser.PasswordAsync()).RequiresTwoFactor);
        Assert.True((await browser.SignInAsync(manager => manager.TwoFactorAuthenticatorSignInAsync(Authenticator.Code(key), isPersistent: false, rememberClient: false))).Succeeded);
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

        await PlantsNothingAsync(thief);
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

    private static async Task PlantsNothingAsync(Browser thief)
    {
        Assert.Equal(["SecondFactorRequired"], (await thief.ManageAsync((users, user) => users.ResetAuthenticatorKeyAsync(user))).Errors.Select(error => error.Code));
        Assert.Equal(Authenticator.Hidden, await ShowAsync(thief));
    }

    /// <summary>The owner sets an app up with the key that the page shows them by now; whoever saw the one from before has no code of it.</summary>
    private static async Task PlantedCountsForNothingAsync(Site site, string planted)
    {
        using var owner = await site.VerifiedAsync();
        Assert.False((await ProveAsync(owner, planted)).Succeeded);
        var shown = (await ShowAsync(owner))!;
        Assert.NotEqual(planted, shown);
        IdentityApplication.Accept(await ProveAsync(owner, shown));

        site.Wait(Duration.FromHours(1));
        using var thief = site.Open();
        Assert.True((await thief.PasswordAsync()).RequiresTwoFactor);
        Assert.False((await thief.SignInAsync(manager => manager.TwoFactorAuthenticatorSignInAsync(Authenticator.Code(planted), isPersistent: false, rememberClient: false))).Succeeded);
        Assert.Null(await thief.WhoAsync());
    }

    private static Task<bool> CanChangeAsync(Browser browser) => browser.ManageAsync((users, user) => ((LoginVerificationUserManager<IdentityUser>)users).CanChangeAuthenticatorsAsync(user));

    private static Task<IdentityResult> ProveAsync(Browser browser, string key) => browser.ManageAsync(async (users, user) =>
        await users.VerifyTwoFactorTokenAsync(user, TokenOptions.DefaultAuthenticatorProvider, Authenticator.Code(key)) ? await users.SetTwoFactorEnabledAsync(user, true) : IdentityResult.Failed());

    internal static async Task<string> SetUpAsync(Browser browser)
    {
        Assert.True(await browser.SignInAsync(async manager =>
        {
            var user = (await manager.UserManager.GetUserAsync(manager.Context.User))!;
            IdentityApplication.Accept(await manager.UserManager.ResetAuthenticatorKeyAsync(user));
            await manager.RefreshSignInAsync(user);
            return true;
        }));
        var key = (await ReadAsync(browser))!;
        IdentityApplication.Accept(await ProveAsync(browser, key));
        return key;
    }
}
