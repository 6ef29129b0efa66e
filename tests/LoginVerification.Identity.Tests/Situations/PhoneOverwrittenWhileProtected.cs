using LoginVerification.Identity.Tests.Applications;

namespace LoginVerification.Identity.Tests.Situations;

/// <summary>The user puts another number, not yet confirmed, in the place of the one that protects the log-in.</summary>
public sealed class PhoneOverwrittenWhileProtected
{
    [Fact]
    public async Task Identity_drops_the_old_number_at_once_and_the_password_alone_signs_in()
    {
        await using var application = await IdentityApplication.StartProtectedAsync();
        IdentityApplication.Accept(await application.DoAsync((users, user) => users.SetPhoneNumberAsync(user, Phones.Second)));

        var user = await application.ReadUserAsync();
        Assert.Equal(Phones.Second, user.PhoneNumber);
        Assert.False(user.PhoneNumberConfirmed);
        Assert.True(user.TwoFactorEnabled);
        Assert.True((await application.SignInAsync()).Succeeded);
    }

    [Fact]
    public async Task Identity_keeps_the_old_number_in_force_if_the_application_changes_it_with_a_token()
    {
        await using var application = await IdentityApplication.StartProtectedAsync();
        var token = await application.DoAsync((users, user) => users.GenerateChangePhoneNumberTokenAsync(user, Phones.Second));

        Assert.Equal(Phones.First, (await application.ReadUserAsync()).PhoneNumber);
        Assert.True((await application.SignInAsync()).RequiresTwoFactor);

        IdentityApplication.Accept(await application.DoAsync((users, user) => users.ChangePhoneNumberAsync(user, Phones.Second, token)));
        Assert.Equal(Phones.Second, (await application.ReadUserAsync()).PhoneNumber);
        Assert.True((await application.SignInAsync()).RequiresTwoFactor);
    }

    [Fact]
    public async Task LoginVerification_keeps_the_old_number_in_force_and_tells_it_when_it_is_replaced()
    {
        await using var application = await LoginVerificationApplication.StartProtectedAsync();
        var pending = await application.AcceptAsync(new SubmitPhone(Phones.Second));

        Assert.Equal(Phones.First, pending.Phone?.Details.Number.E164);
        Assert.Equal(Phones.Second, pending.Pending?.Details.Number.E164);
        Assert.Equal(new LoginRequirement.Verify(VerificationChannel.Sms), await application.SignInAsync());

        var replaced = await application.AcceptAsync(new ConfirmCode(application.Messages.LastCode(Phones.Second)));
        Assert.Equal(Phones.Second, replaced.Phone?.Details.Number.E164);
        Assert.Equal(new LoginRequirement.Verify(VerificationChannel.Sms), await application.SignInAsync());
        Assert.Equal(SmsTexts.English.NumberReplaced, application.Messages.To(Phones.First)[^1]);
        Assert.Equal(NoticeKind.PhoneReplaced, application.Notices.Kinds[^1]);
    }

    [Fact]
    public async Task The_package_refuses_it_by_Identitys_own_calls_and_keeps_the_old_number_in_force_until_the_new_one_is_confirmed()
    {
        await using var site = await Site.StartProtectedAsync();
        using var owner = await site.VerifiedAsync();
        foreach (var refused in new[]
        {
            await owner.ManageAsync((users, user) => users.SetPhoneNumberAsync(user, Phones.Second)),
            await owner.ManageAsync((users, user) => users.ChangePhoneNumberAsync(user, Phones.Second, "123456")),
        })
        {
            Assert.Equal(["PhoneFollowsEnrolment"], refused.Errors.Select(error => error.Code));
        }

        await Assert.ThrowsAsync<InvalidOperationException>(() => owner.ManageAsync((users, user) => users.GenerateChangePhoneNumberTokenAsync(user, Phones.Second)));
        IdentityApplication.Accept(await owner.ManageAsync((users, user) =>
        {
            user.PhoneNumber = Phones.Second;
            return users.UpdateAsync(user);
        }));
        Assert.Equal(Phones.First, (await site.ReadUserAsync()).PhoneNumber);

        await owner.AcceptAsync(user => user.SubmitPhoneAsync(Phones.Second));
        Assert.Equal(Phones.First, (await site.ReadUserAsync()).PhoneNumber);
        site.Wait(NodaTime.Duration.FromMinutes(4));
        using var browser = site.Open();
        Assert.EndsWith("01", Assert.IsType<VerificationSignInResult>(await browser.PasswordAsync()).Challenge!.Phone, StringComparison.Ordinal);
        await owner.AcceptAsync(user => user.ConfirmCodeAsync(site.Messages.LastCode(Phones.Second)));
        Assert.Equal(Phones.Second, (await site.ReadUserAsync()).PhoneNumber);
    }
}
