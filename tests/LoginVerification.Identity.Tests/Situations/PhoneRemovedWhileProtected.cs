using LoginVerification.Identity.Tests.Applications;
using Microsoft.AspNetCore.Identity;

namespace LoginVerification.Identity.Tests.Situations;

/// <summary>The user removes the phone that protects the log-in.</summary>
public sealed class PhoneRemovedWhileProtected
{
    [Fact]
    public async Task Identity_leaves_two_factor_on_and_the_password_alone_signs_in()
    {
        await using var application = await IdentityApplication.StartProtectedAsync();
        IdentityApplication.Accept(await application.DoAsync((users, user) => users.SetPhoneNumberAsync(user, null)));

        var user = await application.ReadUserAsync();
        Assert.Null(user.PhoneNumber);
        Assert.True(user.TwoFactorEnabled);
        var signIn = await application.SignInAsync();
        Assert.True(signIn.Succeeded);
        Assert.False(signIn.RequiresTwoFactor);
    }

    [Fact]
    public async Task Identity_moves_two_factor_to_the_email_if_that_was_confirmed()
    {
        await using var application = await IdentityApplication.StartProtectedAsync();
        await application.DoAsync(async (users, user) =>
            IdentityApplication.Accept(await users.ConfirmEmailAsync(user, await users.GenerateEmailConfirmationTokenAsync(user))));
        IdentityApplication.Accept(await application.DoAsync((users, user) => users.SetPhoneNumberAsync(user, null)));

        Assert.True((await application.SignInAsync()).RequiresTwoFactor);
        Assert.Equal([TokenOptions.DefaultEmailProvider], await application.DoAsync((users, user) => users.GetValidTwoFactorProvidersAsync(user)));
    }

    [Fact]
    public async Task Identity_goes_on_with_the_authenticator_app_if_there_is_one()
    {
        await using var application = await IdentityApplication.StartProtectedAsync();
        IdentityApplication.Accept(await application.DoAsync((users, user) => users.ResetAuthenticatorKeyAsync(user)));
        IdentityApplication.Accept(await application.DoAsync((users, user) => users.SetPhoneNumberAsync(user, null)));

        Assert.True((await application.SignInAsync()).RequiresTwoFactor);
        Assert.Equal([TokenOptions.DefaultAuthenticatorProvider], await application.DoAsync((users, user) => users.GetValidTwoFactorProvidersAsync(user)));
    }

    [Fact]
    public async Task Identity_lets_the_password_alone_sign_in_although_there_are_recovery_codes()
    {
        await using var application = await IdentityApplication.StartProtectedAsync();
        await application.DoAsync((users, user) => users.GenerateNewTwoFactorRecoveryCodesAsync(user, 10));
        IdentityApplication.Accept(await application.DoAsync((users, user) => users.SetPhoneNumberAsync(user, null)));

        Assert.Equal(10, await application.DoAsync((users, user) => users.CountRecoveryCodesAsync(user)));
        Assert.True((await application.SignInAsync()).Succeeded);
    }

    [Fact]
    public async Task Identity_that_requires_a_confirmed_phone_lets_nobody_in()
    {
        await using var application = await IdentityApplication.StartProtectedAsync(options => options.SignIn.RequireConfirmedPhoneNumber = true);
        IdentityApplication.Accept(await application.DoAsync((users, user) => users.SetPhoneNumberAsync(user, null)));

        Assert.True((await application.SignInAsync()).IsNotAllowed);
    }

    [Fact]
    public async Task LoginVerification_refuses_and_goes_on_asking_for_the_code()
    {
        await using var application = await LoginVerificationApplication.StartProtectedAsync();
        var refusal = await application.RefuseAsync(new RemovePhone());

        Assert.Equal(RefusalCode.PhoneProtectsLogin, refusal.Code);
        Assert.Contains(new WayOut.Act(Surface.Parse("web"), new Choice(EnrolmentAction.DisableVerification)), refusal.WaysOut);
        Assert.Equal(new LoginRequirement.Verify(VerificationChannel.Sms), await application.SignInAsync());
    }

    [Fact]
    public async Task LoginVerification_removes_it_after_verification_was_disabled_and_tells_the_owner_of_both()
    {
        await using var application = await LoginVerificationApplication.StartProtectedAsync();
        await application.AcceptAsync(new DisableVerification());
        await application.AcceptAsync(new RemovePhone());

        Assert.Equal([NoticeKind.VerificationDisabled, NoticeKind.PhoneRemoved], application.Notices.Kinds.TakeLast(2));
        Assert.Equal(new LoginRequirement.PasswordOnly(), await application.SignInAsync());
    }

    [Fact]
    public async Task The_package_refuses_it_by_Identitys_own_call_and_the_password_alone_does_not_sign_in()
    {
        await using var site = await Site.StartProtectedAsync();
        using var owner = await site.VerifiedAsync();
        var removed = await owner.ManageAsync((users, user) => users.SetPhoneNumberAsync(user, null));
        Assert.Equal(["PhoneFollowsEnrolment"], removed.Errors.Select(error => error.Code));
        Assert.Equal(RefusalCode.PhoneProtectsLogin, (await owner.EnrolAsync(user => user.RemovePhoneAsync())).Refusal!.Code);

        // Past every manager: the columns decide nothing, and are put right.
        await site.WriteColumnsAsync(user => (user.PhoneNumber, user.PhoneNumberConfirmed, user.TwoFactorEnabled) = (null, false, false));
        site.Wait(NodaTime.Duration.FromHours(1));
        using var browser = site.Open();
        Assert.True((await browser.PasswordAsync()).RequiresTwoFactor);
        Assert.Null(await browser.WhoAsync());
        var user = await site.ReadUserAsync();
        Assert.Equal((Phones.First, true, true), (user.PhoneNumber, user.PhoneNumberConfirmed, user.TwoFactorEnabled));
    }
}
