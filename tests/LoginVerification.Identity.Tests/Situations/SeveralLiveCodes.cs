using LoginVerification.Identity.Tests.Applications;
using Microsoft.AspNetCore.Identity;

namespace LoginVerification.Identity.Tests.Situations;

/// <summary>The user asks for a second code before the first was used.</summary>
public sealed class SeveralLiveCodes
{
    [Fact]
    public async Task Identity_takes_the_code_of_whichever_number_comes_first()
    {
        await using var application = await IdentityApplication.StartAsync();
        var first = await application.DoAsync((users, user) => users.GenerateChangePhoneNumberTokenAsync(user, Phones.First));
        var second = await application.DoAsync((users, user) => users.GenerateChangePhoneNumberTokenAsync(user, Phones.Second));

        Assert.True(await application.DoAsync((users, user) => users.VerifyChangePhoneNumberTokenAsync(user, first, Phones.First)));
        Assert.True(await application.DoAsync((users, user) => users.VerifyChangePhoneNumberTokenAsync(user, second, Phones.Second)));

        // The earlier one is taken although another was asked for since; the new security stamp then kills the later one.
        IdentityApplication.Accept(await application.DoAsync((users, user) => users.ChangePhoneNumberAsync(user, Phones.First, first)));
        Assert.False(await application.DoAsync((users, user) => users.VerifyChangePhoneNumberTokenAsync(user, second, Phones.Second)));
    }

    [Fact]
    public async Task Identity_lets_a_resend_supersede_nothing()
    {
        await using var application = await IdentityApplication.StartAsync();
        var before = await application.ReadUserAsync();
        var sent = await application.DoAsync((users, user) => users.GenerateChangePhoneNumberTokenAsync(user, Phones.First));
        var resent = await application.DoAsync((users, user) => users.GenerateChangePhoneNumberTokenAsync(user, Phones.First));

        // Nothing is stored of either.
        Assert.Equal(before.ConcurrencyStamp, (await application.ReadUserAsync()).ConcurrencyStamp);
        Assert.True(await application.DoAsync((users, user) => users.VerifyChangePhoneNumberTokenAsync(user, resent, Phones.First)));
        Assert.True(await application.DoAsync((users, user) => users.VerifyChangePhoneNumberTokenAsync(user, sent, Phones.First)));
    }

    [Fact]
    public async Task LoginVerification_takes_the_code_of_the_newest_number_alone()
    {
        await using var application = new LoginVerificationApplication();
        await application.AcceptAsync(new SubmitPhone(Phones.First));
        await application.AcceptAsync(new SubmitPhone(Phones.Second));
        var (first, second) = (application.Messages.LastCode(Phones.First), application.Messages.LastCode(Phones.Second));

        // One time in a million the two are alike; then there is nothing to refuse.
        if (first != second)
        {
            var (_, refusal) = await application.DoAsync(new ConfirmCode(first));
            Assert.Equal(RefusalCode.WrongCode, refusal?.Code);
            Assert.Equal(1, (await application.StoredAsync()).FailureCount(CodePurpose.Enrol));
        }

        var enrolment = await application.AcceptAsync(new ConfirmCode(second));
        Assert.Equal(Phones.Second, enrolment.Phone?.Details.Number.E164);
    }

    [Fact]
    public async Task LoginVerification_sends_the_same_code_again_so_that_a_late_message_works()
    {
        await using var application = new LoginVerificationApplication();
        var (sent, resent) = await ResendAsync(application);

        Assert.Equal(sent, resent);
        await application.AcceptAsync(new ConfirmCode(sent));
    }

    [Fact]
    public async Task LoginVerification_refuses_the_code_that_a_resend_superseded_where_the_policy_wants_a_new_one()
    {
        var consistent = ShippedPolicies.Consistent.Document;
        await using var application = new LoginVerificationApplication(EnrolmentPolicy.Create(consistent with { Code = consistent.Code with { OnResend = ResendMode.New } }));
        var (sent, resent) = await ResendAsync(application);

        // One time in a million the two are alike; then there is nothing to refuse.
        if (sent != resent)
        {
            var (_, superseded) = await application.DoAsync(new ConfirmCode(sent));
            Assert.Equal(RefusalCode.CodeSuperseded, superseded?.Code);
            Assert.Equal(0, (await application.StoredAsync()).FailureCount(CodePurpose.Enrol));
        }

        await application.AcceptAsync(new ConfirmCode(resent));
    }

    private static async Task<(string Sent, string Resent)> ResendAsync(LoginVerificationApplication application)
    {
        await application.AcceptAsync(new SubmitPhone(Phones.First));
        var sent = application.Messages.LastCode(Phones.First);
        var refusal = await application.RefuseAsync(new ResendCode());
        Assert.Equal(RefusalCode.ResendTooSoon, refusal.Code);
        application.WaitUntil(refusal.RetryAt!.Value);
        await application.AcceptAsync(new ResendCode());
        return (sent, application.Messages.LastCode(Phones.First));
    }

    [Fact]
    public async Task Identity_takes_any_of_the_codes_of_one_sign_in()
    {
        await using var application = await IdentityApplication.StartProtectedAsync();
        var first = await application.DoAsync((users, user) => users.GenerateTwoFactorTokenAsync(user, TokenOptions.DefaultPhoneProvider));
        await application.DoAsync((users, user) => users.GenerateTwoFactorTokenAsync(user, TokenOptions.DefaultPhoneProvider));
        Assert.True((await application.SignInAsync()).RequiresTwoFactor);
        Assert.True((await application.SignInWithCodeAsync(first)).Succeeded);
    }

    [Theory]
    [InlineData(ResendMode.Same)]
    [InlineData(ResendMode.New)]
    public async Task The_package_has_one_code_alive_at_sign_in(ResendMode mode)
    {
        await using var site = await Site.StartProtectedAsync(policy => policy with { Code = policy.Code with { OnResend = mode } });
        using var browser = site.Open();
        await browser.PasswordAsync();
        var first = site.Messages.LastCode(Phones.First);
        site.Wait(NodaTime.Duration.FromMinutes(2));
        var shown = await browser.SignInAsync(async manager => await manager.UserManager.GenerateTwoFactorTokenAsync((await manager.GetTwoFactorAuthenticationUserAsync())!, TokenOptions.DefaultPhoneProvider));
        var newest = site.Messages.LastCode(Phones.First);

        Assert.DoesNotContain(newest, shown, StringComparison.Ordinal);
        Assert.Equal(3, site.Messages.To(Phones.First).Count(text => text.Contains('#', StringComparison.Ordinal)));
        // One time in a million the two are alike; then there is nothing to refuse.
        if (mode is ResendMode.New && first != newest)
            Assert.False((await browser.CodeAsync(first)).Succeeded);
        if (mode is ResendMode.Same)
            Assert.Equal(first, newest);
        Assert.Null(await browser.WhoAsync());
        Assert.False((await browser.PasswordAsync()).Succeeded);
        Assert.True((await browser.CodeAsync(newest)).Succeeded);
    }
}
