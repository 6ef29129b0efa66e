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
}
