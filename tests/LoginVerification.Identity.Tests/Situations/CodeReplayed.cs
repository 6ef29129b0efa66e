using LoginVerification.Identity.Tests.Applications;
using Microsoft.AspNetCore.Identity;

namespace LoginVerification.Identity.Tests.Situations;

/// <summary>A code that was used is used again, inside its life.</summary>
public sealed class CodeReplayed
{
    [Fact]
    public async Task Identity_refuses_a_code_that_has_changed_the_number()
    {
        await using var application = await IdentityApplication.StartAsync();
        var before = await application.ReadUserAsync();
        var token = await application.DoAsync((users, user) => users.GenerateChangePhoneNumberTokenAsync(user, Phones.First));
        IdentityApplication.Accept(await application.DoAsync((users, user) => users.ChangePhoneNumberAsync(user, Phones.First, token)));

        // What kills it is the new security stamp, not its use.
        Assert.NotEqual(before.SecurityStamp, (await application.ReadUserAsync()).SecurityStamp);
        var again = await application.DoAsync((users, user) => users.ChangePhoneNumberAsync(user, Phones.First, token));
        Assert.Equal(["InvalidToken"], again.Errors.Select(error => error.Code));
    }

    [Fact]
    public async Task Identity_verifies_the_same_code_as_often_as_it_is_asked()
    {
        const int Times = 10;
        await using var application = await IdentityApplication.StartAsync();
        var token = await application.DoAsync((users, user) => users.GenerateChangePhoneNumberTokenAsync(user, Phones.First));
        for (var time = 0; time < Times; time++)
            Assert.True(await application.DoAsync((users, user) => users.VerifyChangePhoneNumberTokenAsync(user, token, Phones.First)));
    }

    [Fact]
    public async Task Identity_signs_in_twice_with_the_same_sign_in_code()
    {
        await using var application = await IdentityApplication.StartProtectedAsync();
        var code = await application.DoAsync((users, user) => users.GenerateTwoFactorTokenAsync(user, TokenOptions.DefaultPhoneProvider));
        for (var time = 0; time < 2; time++)
        {
            Assert.True((await application.SignInAsync()).RequiresTwoFactor);
            Assert.True((await application.SignInWithCodeAsync(code)).Succeeded);
        }
    }

    [Fact]
    public async Task LoginVerification_signs_in_once_with_the_same_sign_in_code()
    {
        await using var application = await LoginVerificationApplication.StartProtectedAsync();
        var challenge = await application.BeginSignInAsync();
        var code = application.Messages.LastCode(Phones.First);

        Assert.Equal(new SignInAnswer.Approved(SignInMethod.Sms), await application.SignInWithCodeAsync(challenge, code));
        Assert.Equal(RefusalCode.SignInNotOpen, Assert.IsType<SignInAnswer.Refused>(await application.SignInWithCodeAsync(challenge, code)).Refusal.Code);
    }

    [Fact]
    public async Task LoginVerification_takes_a_code_once()
    {
        await using var application = new LoginVerificationApplication();
        await application.AcceptAsync(new SubmitPhone(Phones.First));
        var code = application.Messages.LastCode(Phones.First);
        await application.AcceptAsync(new ConfirmCode(code));

        Assert.Equal(RefusalCode.NoPendingPhone, (await application.RefuseAsync(new ConfirmCode(code))).Code);
    }

    [Fact]
    public async Task LoginVerification_does_not_take_a_used_code_for_the_next_number()
    {
        await using var application = await LoginVerificationApplication.StartProtectedAsync();
        var used = application.Messages.LastCode(Phones.First);
        await application.AcceptAsync(new SubmitPhone(Phones.Second));

        // One time in a million the two are alike; then this test has nothing to show.
        if (used != application.Messages.LastCode(Phones.Second))
            Assert.Equal(RefusalCode.WrongCode, (await application.RefuseAsync(new ConfirmCode(used))).Code);
    }

    [Fact]
    public async Task The_package_signs_in_once_with_a_code()
    {
        await using var site = await Site.StartProtectedAsync();
        using var owner = await site.VerifiedAsync();
        var used = site.Messages.LastCode(Phones.First);
        Assert.False((await owner.CodeAsync(used)).Succeeded);

        site.Wait(NodaTime.Duration.FromMinutes(5));
        using var thief = site.Open();
        Assert.True((await thief.PasswordAsync()).RequiresTwoFactor);
        // One time in a million the two are alike; then there is nothing to refuse.
        if (used != site.Messages.LastCode(Phones.First))
            Assert.Equal(RefusalCode.WrongCode, Assert.IsType<VerificationSignInResult>(await thief.CodeAsync(used)).Refusal!.Code);
        Assert.Null(await thief.WhoAsync());
        Assert.False((await thief.PasswordAsync()).Succeeded);
    }
}
