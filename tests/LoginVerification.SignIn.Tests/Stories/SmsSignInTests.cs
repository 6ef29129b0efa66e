using NodaTime;

namespace LoginVerification.Tests;

/// <summary>Signing in with a code by SMS.</summary>
public sealed class SmsSignInTests
{
    [Fact]
    public async Task Who_never_enrolled_needs_the_password_alone()
    {
        using var host = new SignInHost();
        Assert.IsType<SignInStart.NotEnrolled>(await host.BeginAsync());
        Assert.Empty(await host.SignIns.GetWaysAsync(SignInHost.Alice));
        Assert.Empty(await host.HistoryAsync());
    }

    [Fact]
    public async Task The_code_lets_one_browser_in_once()
    {
        using var host = new SignInHost();
        await host.EnableSmsAsync();
        var sent = host.Phone.Messages.Count;

        var challenge = await host.ChallengedAsync();
        Assert.Equal((VerificationChannel.Sms, "+97********78", host.Now + Duration.FromMinutes(10), CodeDelivery.Sent), (challenge.Channel, challenge.Phone, challenge.ExpiresAt, challenge.Delivery));
        Assert.Equal(sent + 1, host.Phone.Messages.Count);
        Assert.Equal(SignInMethod.Sms, (await host.AnswerAsync(challenge.Id, host.Phone.LastCode)).Approved().Method);
        Assert.Equal(SignInState.Approved, (await host.StoredAsync()).SignInState);

        var again = (await host.AnswerAsync(challenge.Id, host.Phone.LastCode)).Refused();
        Assert.Equal(RefusalCode.SignInNotOpen, again.Code);
        Assert.Equal([new WayOut.BeginSignIn()], again.WaysOut);
    }

    [Fact]
    public async Task Begun_again_it_is_the_same_challenge_and_no_second_SMS()
    {
        using var host = new SignInHost();
        await host.EnableSmsAsync();
        var first = await host.ChallengedAsync();
        var sent = host.Phone.Messages.Count;
        for (var reload = 0; reload < 5; reload++)
        {
            host.Time.Advance(TimeSpan.FromMinutes(1));
            Assert.Equal(first.Id, (await host.ChallengedAsync()).Id);
        }

        Assert.Equal(sent, host.Phone.Messages.Count);
        (await host.AnswerAsync(first.Id, host.Phone.LastCode)).Approved();
    }

    [Fact]
    public async Task A_code_that_is_sent_again_is_the_same_one_after_a_wait()
    {
        using var host = new SignInHost();
        await host.EnableSmsAsync();
        var challenge = await host.ChallengedAsync();
        var code = host.Phone.LastCode;

        var soon = Assert.IsType<SignInStart.Blocked>(await host.SignIns.ResendAsync(SignInHost.Alice, SignInHost.Web, challenge.Id)).Refusal;
        Assert.Equal((RefusalCode.ResendTooSoon, host.Now + Duration.FromSeconds(30)), (soon.Code, soon.RetryAt));
        host.Time.Advance(TimeSpan.FromSeconds(30));
        Assert.IsType<SignInStart.Challenged>(await host.SignIns.ResendAsync(SignInHost.Alice, SignInHost.Web, challenge.Id));
        Assert.Equal(code, host.Phone.LastCode);
        (await host.AnswerAsync(challenge.Id, code)).Approved();
    }

    [Fact]
    public async Task Where_the_policy_wants_a_new_code_the_one_before_is_over()
    {
        using var host = new SignInHost(policy => policy with { Code = policy.Code with { OnResend = ResendMode.New } });
        await host.EnableSmsAsync();
        var first = await host.ChallengedAsync();
        var code = host.Phone.LastCode;
        host.Time.Advance(TimeSpan.FromSeconds(30));
        var second = Assert.IsType<SignInStart.Challenged>(await host.SignIns.ResendAsync(SignInHost.Alice, SignInHost.Web, first.Id)).Challenge;
        Assert.NotEqual(first.Id, second.Id);
        Assert.Equal(RefusalCode.SignInNotOpen, (await host.AnswerAsync(first.Id, code)).Code());
        (await host.AnswerAsync(second.Id, host.Phone.LastCode)).Approved();
    }

    [Fact]
    public async Task A_wrong_code_counts_and_after_the_last_one_the_challenge_is_exhausted()
    {
        using var host = new SignInHost(policy => policy with { Lock = policy.Lock with { EveryFailures = 20 } });
        await host.EnableSmsAsync();
        var challenge = await host.ChallengedAsync();
        for (var tries = 1; tries < 5; tries++)
        {
            var wrong = (await host.AnswerAsync(challenge.Id, host.WrongCode())).Refused();
            Assert.Equal(RefusalCode.WrongCode, wrong.Code);
            Assert.Contains(new WayOut.Correct(), wrong.WaysOut);
        }

        var last = (await host.AnswerAsync(challenge.Id, host.WrongCode())).Refused();
        Assert.Equal(RefusalCode.WrongCode, last.Code);
        Assert.DoesNotContain(new WayOut.Correct(), last.WaysOut);
        Assert.Equal(RefusalCode.CodeExhausted, (await host.AnswerAsync(challenge.Id, host.Phone.LastCode)).Code());
        Assert.Equal((SignInState.Exhausted, 5), ((await host.StoredAsync()).SignInState, (await host.StoredAsync()).FailureCount(CodePurpose.SignIn)));

        // Its owner can be asked anew once the wait is over, and gets in.
        host.Time.Advance(TimeSpan.FromSeconds(30));
        (await host.AnswerAsync((await host.ChallengedAsync()).Id, host.Phone.LastCode)).Approved();
        Assert.Equal(0, (await host.StoredAsync()).FailureCount(CodePurpose.SignIn));
    }

    [Fact]
    public async Task A_code_is_dead_after_its_life_and_the_way_out_is_taken()
    {
        using var host = new SignInHost();
        await host.EnableSmsAsync();
        var challenge = await host.ChallengedAsync();
        var code = host.Phone.LastCode;
        host.Time.Advance(TimeSpan.FromMinutes(10));
        var late = (await host.AnswerAsync(challenge.Id, code)).Refused();
        Assert.Equal(RefusalCode.CodeExpired, late.Code);
        Assert.Equal([new WayOut.BeginSignIn()], late.WaysOut);
        Assert.Equal(SignInState.Expired, (await host.StoredAsync()).SignInState);
        Assert.Contains(await host.HistoryAsync(), happened => happened is SignInExpired);
        (await host.AnswerAsync((await host.ChallengedAsync()).Id, host.Phone.LastCode)).Approved();
    }

    [Theory]
    [InlineData("")]
    [InlineData("12345")]
    [InlineData("1234567")]
    [InlineData("12345x")]
    public async Task A_malformed_code_is_not_counted(string code)
    {
        using var host = new SignInHost();
        await host.EnableSmsAsync();
        var challenge = await host.ChallengedAsync();
        var refused = (await host.AnswerAsync(challenge.Id, code)).Refused();
        Assert.Equal(RefusalCode.CodeMalformed, refused.Code);
        Assert.Contains(new WayOut.Correct(), refused.WaysOut);
        Assert.Equal(0, (await host.StoredAsync()).FailureCount(CodePurpose.SignIn));
    }

    [Fact]
    public async Task Many_sign_ins_a_day_are_no_reason_to_be_refused()
    {
        using var host = new SignInHost();
        await host.EnableSmsAsync();
        for (var time = 0; time < 50; time++)
        {
            (await host.AnswerAsync((await host.ChallengedAsync()).Id, host.Phone.LastCode)).Approved();
            host.Time.Advance(TimeSpan.FromSeconds(5));
        }
    }

    [Fact]
    public async Task What_ends_the_number_or_the_protection_ends_the_sign_in()
    {
        using var host = new SignInHost();
        await host.EnableSmsAsync();
        var challenge = await host.ChallengedAsync();
        var code = host.Phone.LastCode;
        Assert.Null((await host.Session().DisableAsync()).Refusal);
        Assert.Equal(RefusalCode.SignInNotOpen, (await host.AnswerAsync(challenge.Id, code)).Code());
        Assert.IsType<SignInStart.NotEnrolled>(await host.BeginAsync());

        Assert.Null((await host.Session().EnableAsync(VerificationChannel.Sms)).Refusal);
        host.Time.Advance(TimeSpan.FromMinutes(1));
        challenge = await host.ChallengedAsync();
        code = host.Phone.LastCode;
        Assert.Null((await host.Session().SubmitPhoneAsync("+14155552671")).Refusal);
        Assert.Null((await host.Session().ConfirmCodeAsync(host.Phone.LastCode)).Refusal);
        Assert.Equal(RefusalCode.SignInNotOpen, (await host.AnswerAsync(challenge.Id, code)).Code());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_number_that_gets_no_codes_blocks_and_names_the_ways_that_are_left(bool hasBackupCodes)
    {
        using var host = new SignInHost();
        await host.EnableSmsAsync();
        if (hasBackupCodes)
            await host.IssueBackupCodesAsync();
        WayOut left = hasBackupCodes ? new WayOut.UseBackupCode() : new WayOut.AskOperator();

        await host.Enrolments.ForCarrier().OptOutOfDeliveryAsync(SignInHost.Number);
        var stopped = await host.BlockedAsync();
        Assert.Equal(RefusalCode.DeliveryOptedOut, stopped.Code);
        Assert.Equal(hasBackupCodes ? [new WayOut.RestoreDelivery(), left] : [new WayOut.RestoreDelivery()], stopped.WaysOut);

        await host.Enrolments.ForCarrier().RestoreDeliveryAsync(SignInHost.Number);
        await host.Enrolments.ForCarrier().InvalidatePhoneAsync(SignInHost.Number, InvalidationReason.Recycled);
        var inDoubt = await host.BlockedAsync();
        Assert.Equal(RefusalCode.ReverificationRequired, inDoubt.Code);
        Assert.Equal([left], inDoubt.WaysOut);
    }
}
