using LoginVerification.Identity.Tests.Applications;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace LoginVerification.Identity.Tests.Package;

/// <summary>What a session says of its authentication, how long that counts, and when the session ends.</summary>
public sealed class SessionTests
{
    [Fact]
    public async Task What_takes_the_second_factor_is_refused_to_a_session_without_it_and_given_after_signing_in_again()
    {
        await using var site = await Site.StartAsync();
        using var old = await site.SignedInAsync();
        await old.EnableSmsAsync();
        var refusal = (await old.EnrolAsync(user => user.DisableAsync())).Refusal!;
        Assert.Equal(RefusalCode.SecondFactorRequired, refusal.Code);
        Assert.Contains(new WayOut.Reauthenticate { WithSecondFactor = true }, refusal.WaysOut);

        // The same browser signs in again.
        site.Wait(Duration.FromMinutes(2));
        Assert.True((await old.PasswordAsync()).RequiresTwoFactor);
        Assert.True((await old.CodeAsync(site.Messages.LastCode(Phones.First))).Succeeded);
        await old.AcceptAsync(user => user.DisableAsync());
        Assert.False((await site.ReadUserAsync()).TwoFactorEnabled);
        Assert.True((await old.PasswordAsync()).Succeeded);
    }

    [Fact]
    public async Task It_counts_for_five_minutes_and_renewing_the_session_does_not_prolong_it()
    {
        await using var site = await Site.StartProtectedAsync();
        using var owner = await site.VerifiedAsync();
        site.Wait(Duration.FromMinutes(4));
        Assert.True(await owner.SignInAsync(async manager =>
        {
            await manager.RefreshSignInAsync((await manager.UserManager.GetUserAsync(manager.Context.User))!);
            return true;
        }));
        await owner.AcceptAsync(user => user.IssueBackupCodesAsync());
        site.Wait(Duration.FromMinutes(2));
        Assert.Equal(RefusalCode.ReauthenticationRequired, (await owner.EnrolAsync(user => user.DisableAsync())).Refusal!.Code);
    }

    [Fact]
    public async Task It_is_kept_when_Identity_makes_the_claims_anew()
    {
        await using var site = await Site.StartProtectedAsync(configure: services => services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = TimeSpan.Zero));
        using var owner = await site.VerifiedAsync();
        Assert.Equal(Site.UserName, await owner.WhoAsync());
        Assert.Equal(Site.UserName, await owner.WhoAsync());
        await owner.AcceptAsync(user => user.IssueBackupCodesAsync());
    }

    [Fact]
    public async Task Whoever_renews_it_keeps_every_method_and_the_time_once()
    {
        await using var site = await Site.StartAsync();
        using var owner = site.Open();
        Assert.True(await owner.SignInAsync(async manager =>
        {
            await manager.SignInWithClaimsAsync((await manager.UserManager.FindByIdAsync(site.UserId))!, isPersistent: false, [new("amr", "hwk"), new("amr", "mfa"), new("auth_time", "1")]);
            return true;
        }));
        var claims = await ClaimsAsync();
        Assert.Equal(["amr hwk", "amr mfa"], claims[..2]);
        Assert.NotEqual("auth_time 1", Assert.Single(claims[2..]));

        site.Wait(Duration.FromMinutes(4));
        await RenewAsync(owner);
        Assert.Equal(claims, await ClaimsAsync());
        await RenewAsync(owner);
        Assert.Equal(claims, await ClaimsAsync());

        Task<string[]> ClaimsAsync() => owner.DoAsync(context => Task.FromResult(
            context.User.Claims.Where(claim => claim.Type is "amr" or "auth_time").Select(claim => $"{claim.Type} {claim.Value}").Order(StringComparer.Ordinal).ToArray()));
    }

    [Fact]
    public async Task Another_users_session_cannot_be_renewed_into()
    {
        await using var site = await Site.StartProtectedAsync();
        await site.RegisterAsync("eve@example.com");
        using var eve = site.Open();
        Assert.True((await eve.SignInAsync(manager => manager.PasswordSignInAsync("eve@example.com", Site.Password, isPersistent: false, lockoutOnFailure: true))).Succeeded);
        Assert.True(await eve.SignInAsync(async manager =>
        {
            await manager.RefreshSignInAsync((await manager.UserManager.FindByIdAsync(site.UserId))!);
            return true;
        }));
        Assert.Equal("eve@example.com", await eve.WhoAsync());
    }

    [Fact]
    public async Task A_session_that_ended_elsewhere_does_not_count_although_Identity_has_not_looked_yet()
    {
        await using var site = await Site.StartProtectedAsync();
        using var thief = await site.VerifiedAsync();
        using var owner = await site.VerifiedAsync();
        await owner.AcceptAsync(user => user.SubmitPhoneAsync(Phones.Second));
        await owner.AcceptAsync(user => user.ConfirmCodeAsync(site.Messages.LastCode(Phones.Second)));

        Assert.Equal(Site.UserName, await thief.WhoAsync());
        Assert.Equal(RefusalCode.ReauthenticationRequired, (await thief.EnrolAsync(user => user.DisableAsync())).Refusal!.Code);
        await owner.AcceptAsync(user => user.DisableAsync());
    }

    [Fact]
    public async Task A_session_that_ended_elsewhere_is_not_renewed()
    {
        await using var site = await Site.StartProtectedAsync();
        using var thief = await site.VerifiedAsync();
        using var owner = await site.VerifiedAsync();
        await owner.AcceptAsync(user => user.SubmitPhoneAsync(Phones.Second));
        await owner.AcceptAsync(user => user.ConfirmCodeAsync(site.Messages.LastCode(Phones.Second)));

        // As Identity's page for the profile does.
        await RenewAsync(thief);
        Assert.Equal(RefusalCode.ReauthenticationRequired, (await thief.EnrolAsync(user => user.DisableAsync())).Refusal!.Code);

        await RenewAsync(owner);
        await owner.AcceptAsync(user => user.IssueBackupCodesAsync());
    }

    [Fact]
    public async Task A_session_that_changes_the_password_is_renewed()
    {
        await using var site = await Site.StartProtectedAsync();
        using var owner = await site.VerifiedAsync();
        Assert.True(await owner.SignInAsync(async manager =>
        {
            var user = (await manager.UserManager.GetUserAsync(manager.Context.User))!;
            Assert.True((await manager.UserManager.ChangePasswordAsync(user, Site.Password, Site.Password + "2")).Succeeded);
            await manager.RefreshSignInAsync(user);
            return true;
        }));
        await owner.AcceptAsync(user => user.IssueBackupCodesAsync());
    }

    [Fact]
    public async Task Every_change_of_what_protects_makes_another_stamp_and_the_columns_follow()
    {
        await using var site = await Site.StartAsync();
        using var owner = await site.SignedInAsync();
        var stamps = new List<string?> { (await site.ReadUserAsync()).SecurityStamp };
        await owner.AcceptAsync(user => user.SubmitPhoneAsync(Phones.First));
        Assert.Equal(stamps[0], (await site.ReadUserAsync()).SecurityStamp);
        await owner.AcceptAsync(user => user.ConfirmCodeAsync(site.Messages.LastCode(Phones.First)));
        await ChangedAsync((Phones.First, true, false));
        await owner.AcceptAsync(user => user.EnableAsync(VerificationChannel.Sms));
        await ChangedAsync((Phones.First, true, true));
        await site.Enrolments.ForOperator(site.Account, "help-desk").DisableAsync();
        await ChangedAsync((Phones.First, true, false));
        await site.Enrolments.ForOperator(site.Account, "help-desk").RemovePhoneAsync();
        await ChangedAsync((null, false, false));
        await site.Enrolments.ForOperator(site.Account, "help-desk").EraseAsync();
        Assert.Equal(stamps[^1], (await site.ReadUserAsync()).SecurityStamp);

        async Task ChangedAsync((string?, bool, bool) columns)
        {
            var user = await site.ReadUserAsync();
            Assert.Equal(columns, (user.PhoneNumber, user.PhoneNumberConfirmed, user.TwoFactorEnabled));
            Assert.DoesNotContain(user.SecurityStamp, stamps);
            stamps.Add(user.SecurityStamp);
        }
    }

    [Fact]
    public async Task A_crash_between_the_enrolment_and_the_columns_is_made_good_at_the_next_sign_in()
    {
        await using var site = await Site.StartProtectedAsync();
        using var browser = await site.VerifiedAsync(remember: true);
        await using var other = site.StartOtherProcess();
        var stamp = (await site.ReadUserAsync()).SecurityStamp;
        var now = Instant.FromDateTimeOffset(site.Clock.GetUtcNow());
        var owner = other.GetRequiredService<IEnrolmentService>().ForUser(site.Account, Site.Web, now, AuthenticationFactors.MultiFactor);
        Assert.Null((await owner.SubmitPhoneAsync(Phones.Second)).Refusal);
        Assert.Null((await owner.ConfirmCodeAsync(((KeptMessages)other.GetRequiredService<ISmsSender>()).LastCode(Phones.Second))).Refusal);
        Assert.Equal((Phones.First, stamp), ((await site.ReadUserAsync()).PhoneNumber, (await site.ReadUserAsync()).SecurityStamp));

        // The remembered browser is asked all the same.
        Assert.True((await browser.PasswordAsync()).RequiresTwoFactor);
        var user = await site.ReadUserAsync();
        Assert.Equal(Phones.Second, user.PhoneNumber);
        Assert.NotEqual(stamp, user.SecurityStamp);

        // The same for what is gone: the columns bring nobody's number back.
        Assert.Null((await other.GetRequiredService<IEnrolmentService>().ForOperator(site.Account, "help-desk").EraseAsync()).Refusal);
        using var after = site.Open();
        Assert.True((await after.PasswordAsync()).Succeeded);
        user = await site.ReadUserAsync();
        Assert.Equal((null, false), (user.PhoneNumber, user.TwoFactorEnabled));
    }

    private static Task RenewAsync(Browser browser) => browser.SignInAsync(async manager =>
    {
        await manager.RefreshSignInAsync((await manager.UserManager.GetUserAsync(manager.Context.User))!);
        return true;
    });
}
