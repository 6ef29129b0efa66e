using System.Diagnostics;
using LoginVerification.Identity.Tests.Applications;
using Microsoft.Extensions.DependencyInjection;

namespace LoginVerification.Identity.Tests.Package;

/// <summary>Where the owner cannot be asked, nobody is let in, and the ways out are told.</summary>
public sealed class BlockedTests
{
    [Fact]
    public async Task A_stopped_number_signs_nobody_in_and_tells_the_ways_out()
    {
        await using var site = await Site.StartProtectedAsync();
        await site.Enrolments.ForCarrier().OptOutOfDeliveryAsync(Phones.First);
        using var browser = site.Open();
        var blocked = Assert.IsType<VerificationSignInResult>(await browser.PasswordAsync());

        Assert.Equal((false, false, true), (blocked.Succeeded, blocked.RequiresTwoFactor, blocked.IsNotAllowed));
        Assert.Equal(RefusalCode.DeliveryOptedOut, blocked.Refusal!.Code);
        Assert.Contains(new WayOut.RestoreDelivery(), blocked.Refusal.WaysOut);
        Assert.Null(await browser.WhoAsync());
        Assert.Null(await browser.SignInAsync(manager => manager.GetTwoFactorAuthenticationUserAsync()));
    }

    [Fact]
    public async Task Whoever_has_backup_codes_gets_to_the_page_for_them()
    {
        await using var site = await Site.StartProtectedAsync();
        using var owner = await site.VerifiedAsync();
        var codes = await owner.ManageAsync((users, user) => users.GenerateNewTwoFactorRecoveryCodesAsync(user, 3));
        Assert.Equal(10, codes!.Count());
        Assert.Equal(10, await site.AsUserAsync((users, user) => users.CountRecoveryCodesAsync(user)));
        await site.Enrolments.ForCarrier().OptOutOfDeliveryAsync(Phones.First);

        using var browser = site.Open();
        Assert.True((await browser.PasswordAsync()).RequiresTwoFactor);
        Assert.False((await browser.CodeAsync("123456")).Succeeded);
        Assert.False((await browser.SignInAsync(manager => manager.TwoFactorRecoveryCodeSignInAsync("AAAA-AAAA-AAAA-AAAA"))).Succeeded);
        Assert.Null(await browser.WhoAsync());
        var result = Assert.IsType<VerificationSignInResult>(await browser.SignInAsync(manager => manager.TwoFactorRecoveryCodeSignInAsync(codes!.First())));
        Assert.Equal((true, 9), (result.Succeeded, result.BackupCodesLeft));
        Assert.Equal(Site.UserName, await browser.WhoAsync());

        using var again = site.Open();
        await again.PasswordAsync();
        Assert.False((await again.SignInAsync(manager => manager.TwoFactorRecoveryCodeSignInAsync(codes!.First()))).Succeeded);
    }

    [Fact]
    public async Task A_backup_code_by_Identitys_own_call_says_in_which_request_and_where_it_was_used()
    {
        var mobile = Surface.Parse("mobileWeb");
        await using var site = await Site.StartProtectedAsync(configure: services => services.Configure<LoginVerificationHttpOptions>(options =>
            options.Surface = context => context.Items.ContainsKey(mobile) ? mobile : Site.Web));
        using var owner = await site.VerifiedAsync();
        var codes = await owner.ManageAsync((users, user) => users.GenerateNewTwoFactorRecoveryCodesAsync(user, 10));
        using var browser = site.Open();
        var trace = await browser.SignInAsync(async manager =>
        {
            using var activity = new Activity("a request").SetIdFormat(ActivityIdFormat.W3C).Start();
            manager.Context.Items[mobile] = true;
            IdentityApplication.Accept(await manager.UserManager.RedeemTwoFactorRecoveryCodeAsync((await manager.UserManager.FindByIdAsync(site.UserId))!, codes!.First()));
            return activity.TraceId.ToString();
        });
        var origin = (await site.Store.ReadAsync(site.Account, 1, int.MaxValue, default))[^1].Origin;
        Assert.Equal((trace, mobile), (origin.CorrelationId, origin.Surface));
    }

    [Fact]
    public async Task An_enrolment_that_cannot_be_read_signs_nobody_in()
    {
        await using var site = await Site.StartProtectedAsync();
        site.Store.IsBroken = true;
        using var browser = site.Open();
        var blocked = Assert.IsType<VerificationSignInResult>(await browser.PasswordAsync());
        Assert.Equal((true, RefusalCode.EnrolmentUnreadable), (blocked.IsNotAllowed, blocked.Refusal!.Code));
        Assert.Null(await browser.WhoAsync());
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData(Phones.First, true)]
    public async Task A_second_factor_that_is_on_and_was_not_moved_in_signs_nobody_in(string? number, bool confirmed)
    {
        await using var site = await Site.StartAsync();
        await site.WriteColumnsAsync(user => (user.TwoFactorEnabled, user.PhoneNumber, user.PhoneNumberConfirmed) = (true, number, confirmed));
        using var browser = site.Open();
        var blocked = Assert.IsType<VerificationSignInResult>(await browser.PasswordAsync());
        Assert.Equal((true, RefusalCode.NoVerifiedPhone), (blocked.IsNotAllowed, blocked.Refusal!.Code));
        Assert.Equal([new WayOut.AskOperator()], blocked.Refusal.WaysOut);
        Assert.Null(await browser.WhoAsync());
    }
}
