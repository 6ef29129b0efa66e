using LoginVerification.Identity.Tests.Applications;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace LoginVerification.Identity.Tests.Package;

/// <summary>Users whom Identity has already.</summary>
public sealed class MoveInTests
{
    [Fact]
    public async Task Each_user_is_moved_or_told_why_not_and_a_second_run_changes_nothing()
    {
        await using var site = await Site.StartAsync();
        await site.WriteColumnsAsync(user => (user.PhoneNumber, user.PhoneNumberConfirmed, user.TwoFactorEnabled) = (Phones.First, true, true));
        var stamp = (await site.ReadUserAsync()).SecurityStamp;
        var verified = await site.RegisterAsync("verified@example.com", user => (user.PhoneNumber, user.PhoneNumberConfirmed) = (Phones.Second, true));
        var unconfirmed = await site.RegisterAsync("unconfirmed@example.com", user => user.PhoneNumber = Phones.Second);
        var unprotected = await site.RegisterAsync("unprotected@example.com", user => user.TwoFactorEnabled = true);
        var refused = await site.RegisterAsync("refused@example.com", user => (user.PhoneNumber, user.PhoneNumberConfirmed, user.TwoFactorEnabled) = ("07700 900105", true, true));
        var app = await site.RegisterAsync("app@example.com", user => (user.PhoneNumber, user.PhoneNumberConfirmed, user.TwoFactorEnabled) = (Phones.Third, true, true));
        var appAlone = await site.RegisterAsync("app-alone@example.com", user => user.TwoFactorEnabled = true);
        foreach (var id in new[] { app, appAlone })
        {
            await using var scope = site.Services.CreateAsyncScope();
            var users = scope.ServiceProvider.GetRequiredService<UserManager<IdentityUser>>();
            IdentityApplication.Accept(await users.ResetAuthenticatorKeyAsync((await users.FindByIdAsync(id))!));
        }

        var told = new Told();
        var report = await MoveIn(site).RunAsync(told);
        Assert.Equal(7, told.Users.Count);
        Assert.Equal((MoveInOutcome.Moved, (VerificationChannel?)VerificationChannel.Sms), Of(site.UserId));
        Assert.Equal((MoveInOutcome.Moved, null), Of(verified));
        Assert.Equal((MoveInOutcome.NothingToMove, null), Of(unconfirmed));
        Assert.Equal((MoveInOutcome.Unprotected, null), Of(unprotected));
        Assert.Equal((MoveInOutcome.Refused, null), Of(refused));
        Assert.Equal((MoveInOutcome.Moved, null), Of(app));
        Assert.Equal((MoveInOutcome.LeftToIdentity, null), Of(appAlone));
        Assert.Equal([refused, unprotected], report.Attention.Select(user => user.Account.Value).OrderBy(id => id == unprotected));
        Assert.Equal(RefusalCode.CountryMissing, report.Attention.Single(user => user.Account.Value == refused).Refusal!.Code);
        Assert.Equal("Moved 3, AlreadyThere 0, Refused 1, NothingToMove 1, LeftToIdentity 1, Unprotected 1", report.ToString());

        // Nobody's session ended, and nobody was texted.
        Assert.Equal(stamp, (await site.ReadUserAsync()).SecurityStamp);
        Assert.Empty(site.Messages.To(Phones.First));
        Assert.True(await TwoFactorAsync(site, app));
        using var browser = site.Open();
        Assert.True((await browser.PasswordAsync()).RequiresTwoFactor);
        Assert.True((await browser.CodeAsync(site.Messages.LastCode(Phones.First))).Succeeded);

        var again = await MoveIn(site).RunAsync();
        Assert.Equal((0, 3, 1, 1), (again.Count(MoveInOutcome.Moved), again.Count(MoveInOutcome.AlreadyThere), again.Count(MoveInOutcome.Refused), again.Count(MoveInOutcome.Unprotected)));

        (MoveInOutcome, VerificationChannel?) Of(string id) => told.Users.Where(user => user.Account.Value == id).Select(user => (user.Outcome, user.Enabled)).Single();
    }

    [Fact]
    public async Task It_goes_through_more_than_one_batch_and_stops_where_it_is_cancelled()
    {
        const int Users = 205;
        await using var site = await Site.StartAsync(register: false);
        await using (var scope = site.Services.CreateAsyncScope())
        {
            var database = scope.ServiceProvider.GetRequiredService<SiteContext>();
            for (var number = 0; number < Users; number++)
                database.Users.Add(new IdentityUser($"user-{number}@example.com") { NormalizedUserName = $"USER-{number}", SecurityStamp = "first", PhoneNumber = $"+447700900{number:D3}", PhoneNumberConfirmed = true, TwoFactorEnabled = true });
            await database.SaveChangesAsync();
        }

        using var stop = new CancellationTokenSource();
        var told = new Told { After = count => { if (count == 120) stop.Cancel(); } };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => MoveIn(site).RunAsync(told, stop.Token));
        Assert.Equal(120, told.Users.Count);
        var report = await MoveIn(site).RunAsync();
        Assert.Equal((120, Users - 120), (report.Count(MoveInOutcome.AlreadyThere), report.Count(MoveInOutcome.Moved)));
    }

    private static IdentityMoveIn<IdentityUser> MoveIn(Site site) => site.Services.GetRequiredService<IdentityMoveIn<IdentityUser>>();

    private static async Task<bool> TwoFactorAsync(Site site, string id)
    {
        await using var scope = site.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<UserManager<IdentityUser>>().FindByIdAsync(id))!.TwoFactorEnabled;
    }

    private sealed class Told : IProgress<MovedUser>
    {
        public List<MovedUser> Users { get; } = [];

        public Action<int> After { get; init; } = _ => { };

        public void Report(MovedUser value)
        {
            Users.Add(value);
            After(Users.Count);
        }
    }
}
