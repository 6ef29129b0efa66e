using LoginVerification.Identity.Tests.Applications;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NodaTime;

namespace LoginVerification.Identity.Tests.Package;

/// <summary>The enrolment changed, and the user could not follow: no session was told that it ended.</summary>
public sealed class FailedFollowTests
{
    [Fact]
    public async Task The_next_command_of_any_session_makes_it_good_and_sessions_from_before_count_as_no_authentication()
    {
        await using var site = await Site.StartProtectedAsync();
        using var thief = await site.VerifiedAsync();
        await ChangeUnfollowedAsync(site);
        var stamp = (await site.ReadUserAsync()).SecurityStamp;

        Assert.Equal(RefusalCode.ReauthenticationRequired, (await thief.EnrolAsync(user => user.DisableAsync())).Refusal!.Code);
        var user = await site.ReadUserAsync();
        Assert.Equal(Phones.Second, user.PhoneNumber);
        Assert.NotEqual(stamp, user.SecurityStamp);
        Assert.Equal(RefusalCode.ReauthenticationRequired, (await thief.EnrolAsync(user => user.IssueBackupCodesAsync())).Refusal!.Code);
    }

    [Fact]
    public async Task A_device_token_is_such_a_command()
    {
        await using var site = await Site.StartProtectedAsync();
        using var session = await site.VerifiedAsync();
        await using var other = site.StartOtherProcess();
        Assert.Null((await other.GetRequiredService<IEnrolmentService>().ForOperator(site.Account, "help-desk").DisableAsync()).Refusal);
        var stamp = (await site.ReadUserAsync()).SecurityStamp;
        await session.DoAsync(async context => await context.RequestServices.GetRequiredService<IEnrolmentService>().ForUser(context).IssueDeviceTokenAsync());
        Assert.NotEqual(stamp, (await site.ReadUserAsync()).SecurityStamp);
    }

    [Fact]
    public async Task A_page_that_only_looks_ends_no_session()
    {
        // It may be the owner's own, and between the change and its following.
        await using var site = await Site.StartProtectedAsync();
        using var session = await site.VerifiedAsync();
        await using var other = site.StartOtherProcess();
        Assert.Null((await other.GetRequiredService<IEnrolmentService>().ForOperator(site.Account, "help-desk").DisableAsync()).Refusal);
        var stamp = (await site.ReadUserAsync()).SecurityStamp;
        await session.DoAsync(async context => await context.RequestServices.GetRequiredService<IEnrolmentService>().ForUser(context).GetStatusAsync());
        Assert.Equal(stamp, (await site.ReadUserAsync()).SecurityStamp);
    }

    [Fact]
    public async Task The_session_that_made_a_change_which_was_followed_goes_on()
    {
        await using var site = await Site.StartProtectedAsync();
        using var owner = await site.VerifiedAsync();
        await owner.AcceptAsync(user => user.SubmitPhoneAsync(Phones.Second));
        await owner.AcceptAsync(user => user.ConfirmCodeAsync(site.Messages.LastCode(Phones.Second)));
        await owner.AcceptAsync(user => user.IssueBackupCodesAsync());
        await owner.AcceptAsync(user => user.DisableAsync());
    }

    [Fact]
    public async Task A_session_from_before_binds_nothing()
    {
        await using var site = await Site.StartProtectedAsync();
        using var thief = await site.VerifiedAsync();
        await ChangeUnfollowedAsync(site);
        using var passkey = new Passkey();
        Assert.Equal(["SecondFactorRequired"], (await thief.ManageAsync((users, user) => users.AddOrUpdatePasskeyAsync(user, passkey.Kept))).Errors.Select(error => error.Code));
    }

    [Theory]
    [InlineData("a page for the profile")]
    [InlineData("a new key")]
    [InlineData("a command")]
    public async Task A_session_from_before_is_not_renewed_by_the_request_that_makes_it_good(string page)
    {
        await using var site = await Site.StartProtectedAsync();
        using var thief = await site.VerifiedAsync();
        await ChangeUnfollowedAsync(site);
        Assert.True(await thief.SignInAsync(async manager =>
        {
            var user = (await manager.UserManager.GetUserAsync(manager.Context.User))!;
            if (page == "a command")
                await manager.Context.RequestServices.GetRequiredService<IEnrolmentService>().ForUser(manager.Context).DisableAsync();
            else if (page == "a new key")
                Assert.False((await manager.UserManager.ResetAuthenticatorKeyAsync(user)).Succeeded);
            else
                IdentityApplication.Accept(await manager.UserManager.UpdateAsync(user));
            await manager.RefreshSignInAsync(user);
            return true;
        }));
        Assert.Equal(RefusalCode.ReauthenticationRequired, (await thief.EnrolAsync(user => user.DisableAsync())).Refusal!.Code);
        Assert.Equal(Phones.Second, (await site.ReadUserAsync()).PhoneNumber);
    }

    [Fact]
    public async Task While_it_cannot_be_made_good_sessions_and_remembered_browsers_from_before_count_for_nothing()
    {
        var fault = new Fault();
        await using var site = await Site.StartProtectedAsync(configure: services => services.AddSingleton(fault).AddScoped<UserManager<IdentityUser>, FaultyUserManager>());
        using var thief = await site.VerifiedAsync(remember: true);
        await ChangeUnfollowedAsync(site);
        fault.IsThere = true;
        Assert.Equal(RefusalCode.ReauthenticationRequired, (await thief.EnrolAsync(user => user.DisableAsync())).Refusal!.Code);
        Assert.True((await thief.PasswordAsync()).RequiresTwoFactor);
        fault.IsThere = false;
        Assert.Equal(RefusalCode.ReauthenticationRequired, (await thief.EnrolAsync(user => user.DisableAsync())).Refusal!.Code);
    }

    /// <summary>The owner changes the number where Identity is not.</summary>
    private static async Task ChangeUnfollowedAsync(Site site)
    {
        await using var other = site.StartOtherProcess();
        var owner = other.GetRequiredService<IEnrolmentService>()
            .ForUser(site.Account, Site.Web, Instant.FromDateTimeOffset(site.Clock.GetUtcNow()), AuthenticationFactors.MultiFactor);
        Assert.Null((await owner.SubmitPhoneAsync(Phones.Second)).Refusal);
        Assert.Null((await owner.ConfirmCodeAsync(((KeptMessages)other.GetRequiredService<ISmsSender>()).LastCode(Phones.Second))).Refusal);
    }

    private sealed class Fault
    {
        public bool IsThere { get; set; }
    }

    /// <summary>What cannot read a user's columns.</summary>
    private sealed class FaultyUserManager(
        Fault fault,
        IUserStore<IdentityUser> store,
        IOptions<IdentityOptions> options,
        IPasswordHasher<IdentityUser> hasher,
        IEnumerable<IUserValidator<IdentityUser>> userValidators,
        IEnumerable<IPasswordValidator<IdentityUser>> passwordValidators,
        ILookupNormalizer normalizer,
        IdentityErrorDescriber errors,
        IServiceProvider services,
        ILogger<UserManager<IdentityUser>> logger)
        : LoginVerificationUserManager<IdentityUser>(store, options, hasher, userValidators, passwordValidators, normalizer, errors, services, logger)
    {
        public override Task<string?> GetPhoneNumberAsync(IdentityUser user) => fault.IsThere ? throw new IOException("The test broke the store.") : base.GetPhoneNumberAsync(user);
    }
}
