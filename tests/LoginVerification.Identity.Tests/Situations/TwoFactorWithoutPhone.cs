using LoginVerification.Identity.Tests.Applications;

namespace LoginVerification.Identity.Tests.Situations;

/// <summary>The user turns the second factor on and has no confirmed phone.</summary>
public sealed class TwoFactorWithoutPhone
{
    [Theory]
    [InlineData(null)]
    [InlineData(Phones.First)]
    public async Task Identity_turns_it_on_and_the_password_alone_signs_in(string? unconfirmed)
    {
        await using var application = await IdentityApplication.StartAsync();
        IdentityApplication.Accept(await application.DoAsync((users, user) => users.SetPhoneNumberAsync(user, unconfirmed)));
        IdentityApplication.Accept(await application.DoAsync((users, user) => users.SetTwoFactorEnabledAsync(user, true)));

        Assert.True((await application.ReadUserAsync()).TwoFactorEnabled);
        Assert.True((await application.SignInAsync()).Succeeded);
    }

    [Fact]
    public async Task LoginVerification_refuses_and_names_the_way_out()
    {
        await using var application = new LoginVerificationApplication();
        var withoutNumber = await application.RefuseAsync(new EnableVerification(VerificationChannel.Sms));
        Assert.Equal(RefusalCode.NoVerifiedPhone, withoutNumber.Code);
        Assert.Equal(new WayOut.Act(Surface.Parse("web"), new Choice(EnrolmentAction.SubmitPhone)), withoutNumber.WaysOut[0]);

        await application.AcceptAsync(new SubmitPhone(Phones.First));
        var unconfirmed = await application.RefuseAsync(new EnableVerification(VerificationChannel.Sms));
        Assert.Equal(RefusalCode.NoVerifiedPhone, unconfirmed.Code);
        Assert.Equal(new WayOut.Act(Surface.Parse("web"), new Choice(EnrolmentAction.ConfirmCode)), unconfirmed.WaysOut[0]);
        Assert.Equal(new LoginRequirement.PasswordOnly(), await application.SignInAsync());
    }

    [Theory]
    [InlineData(null)]
    [InlineData(Phones.First)]
    public async Task The_package_refuses_to_turn_it_on_and_where_it_is_on_all_the_same_the_password_alone_does_not_sign_in(string? unconfirmed)
    {
        await using var site = await Site.StartAsync();
        await site.WriteColumnsAsync(user => user.PhoneNumber = unconfirmed);
        using var owner = await site.SignedInAsync();
        var on = await owner.ManageAsync((users, user) => users.SetTwoFactorEnabledAsync(user, true));
        Assert.Equal(["NoSecondFactor"], on.Errors.Select(error => error.Code));
        Assert.False((await site.ReadUserAsync()).TwoFactorEnabled);

        await site.WriteColumnsAsync(user => user.TwoFactorEnabled = true);
        using var browser = site.Open();
        var blocked = Assert.IsType<VerificationSignInResult>(await browser.PasswordAsync());
        Assert.Equal((false, true, RefusalCode.NoVerifiedPhone), (blocked.Succeeded, blocked.IsNotAllowed, blocked.Refusal!.Code));
        Assert.Null(await browser.WhoAsync());
    }
}
