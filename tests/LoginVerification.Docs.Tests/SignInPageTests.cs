using LoginVerification.Policies;
using LoginVerification.Ports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;

namespace LoginVerification.Docs.Tests;

/// <summary>What <c>docs/sign-in.md</c> claims, tried on the real services.</summary>
public sealed class SignInPageTests
{
    private static readonly AccountId Account = AccountId.Parse(TestHost.Account);
    private static readonly Surface Web = Surface.Parse("web");

    [Fact]
    public async Task A_yes_without_the_number_of_the_page_approves_nothing()
    {
        using var host = new TestHost();
        using var device = await host.EnableAppAsync();
        var challenge = await host.BeginAsync();
        Assert.Equal(RefusalCode.CodeMalformed, (await device.ApproveAsync(challenge.Id, "")).Refusal?.Code);
        Assert.Equal(RefusalCode.WrongMatchingNumber, (await device.ApproveAsync(challenge.Id, SignInProvocations.Other(challenge))).Refusal?.Code);
        Assert.Equal(RefusalCode.SignInUnanswered, RefusalOf(await host.CompleteAsync(challenge.Id))?.Code);
        Assert.Null((await device.ApproveAsync(challenge.Id, challenge.NumberToMatch!.Text)).Refusal);
        Assert.Equal(new SignInAnswer.Approved(SignInMethod.AppPush), await host.CompleteAsync(challenge.Id));
        Assert.Equal(RefusalCode.SignInNotOpen, RefusalOf(await host.CompleteAsync(challenge.Id))?.Code);
    }

    [Fact]
    public async Task A_code_whose_place_another_took_is_a_wrong_one_and_its_challenge_is_not_open()
    {
        var document = ShippedPolicies.Consistent.Document;
        using var host = new TestHost(EnrolmentPolicy.Create(document with { Code = document.Code with { OnResend = ResendMode.New } }));
        await host.Enable();
        var (first, code) = (await host.BeginAsync(), host.Phone.LastCode);
        host.Time.Advance(TimeSpan.FromSeconds(30));
        var second = Assert.IsType<SignInStart.Challenged>(await host.SignIns.ResendAsync(Account, Web, first.Id)).Challenge;
        Assert.Equal(RefusalCode.SignInNotOpen, RefusalOf(await host.AnswerAsync(first.Id, code))?.Code);
        Assert.Equal(RefusalCode.WrongCode, RefusalOf(await host.AnswerAsync(second.Id, code))?.Code);
        Assert.Single((await host.Services.GetRequiredService<IEnrolmentHistory>().ReadAsync(Account, 1, int.MaxValue, default)).OfType<Engine.SignInMismatched>());
    }

    [Fact]
    public async Task A_no_is_final_also_after_a_yes_until_the_browser_is_in()
    {
        using var host = new TestHost();
        using var device = await host.EnableAppAsync();
        var challenge = await host.BeginAsync();
        Assert.Null((await device.ApproveAsync(challenge.Id, challenge.NumberToMatch!.Text)).Refusal);
        Assert.Null((await device.DenyAsync(challenge.Id)).Refusal);
        Assert.Equal(RefusalCode.SignInDenied, RefusalOf(await host.CompleteAsync(challenge.Id))?.Code);
        Assert.Equal(RefusalCode.SignInDenied, (await device.ApproveAsync(challenge.Id, challenge.NumberToMatch!.Text)).Refusal?.Code);
        await host.Services.GetRequiredService<OutboxDispatcher>().DispatchDueAsync();
        Assert.Contains(NoticeKind.SignInDenied, host.Owner.Notices);
    }

    [Fact]
    public async Task One_sign_in_is_open_at_a_time_and_a_number_is_one_browsers()
    {
        using var host = new TestHost();
        using var device = await host.EnableAppAsync();
        var first = await host.BeginAsync();
        Assert.Equal(first.Id, (await host.BeginAsync(continues: first.Id)).Id);
        host.Time.Advance(TimeSpan.FromSeconds(30));
        var second = await host.BeginAsync();
        Assert.NotEqual(first.Id, second.Id);
        Assert.Equal(RefusalCode.SignInNotOpen, (await device.ApproveAsync(first.Id, first.NumberToMatch!.Text)).Refusal?.Code);
        Assert.Equal(second.Id, (await device.PromptAsync())?.Challenge);
    }

    [Theory]
    [InlineData(VerificationChannel.Sms, 600)]
    [InlineData(VerificationChannel.AppPush, 120)]
    public async Task A_sign_in_is_dead_when_its_life_is_over(VerificationChannel channel, int seconds)
    {
        using var host = new TestHost();
        using var device = await host.EnableAppAsync();
        if (channel is VerificationChannel.Sms)
            await host.Do("web", new ChangeChannel(channel));
        var challenge = await host.BeginAsync();
        Assert.Equal(host.Now + Duration.FromSeconds(seconds), challenge.ExpiresAt);
        host.Time.Advance(TimeSpan.FromSeconds(seconds));
        var answer = channel is VerificationChannel.Sms ? await host.AnswerAsync(challenge.Id, host.Phone.LastCode) : await host.CompleteAsync(challenge.Id);
        Assert.Equal(RefusalCode.CodeExpired, RefusalOf(answer)?.Code);
        Assert.Equal([new WayOut.BeginSignIn()], RefusalOf(answer)!.WaysOut);
        Assert.NotEqual(challenge.Id, (await host.BeginAsync()).Id);
    }

    [Fact]
    public async Task A_code_to_enrol_does_not_sign_in_and_the_other_way_round()
    {
        using var host = new TestHost();
        await host.Enable();
        await host.Do("web", new SubmitPhone("+447400123456"));
        var toEnrol = host.Phone.LastCode;
        var challenge = await host.BeginAsync();
        var toSignIn = host.Phone.LastCode;
        Assert.Equal(RefusalCode.WrongCode, RefusalOf(await host.AnswerAsync(challenge.Id, toEnrol))?.Code);
        Assert.Equal(RefusalCode.WrongCode, (await host.As("web", new ConfirmCode(toSignIn))).Refusal?.Code);
        Assert.IsType<SignInAnswer.Approved>(await host.AnswerAsync(challenge.Id, toSignIn));
    }

    [Fact]
    public async Task Backup_codes_work_once_in_any_writing_and_a_new_set_takes_the_place_of_the_old()
    {
        using var host = new TestHost();
        await host.Enable();
        var codes = (await host.As("web", new IssueBackupCodes())).BackupCodes;
        Assert.Equal(10, codes.Select(code => code.Text).Distinct().Count());
        Assert.All(codes, code => Assert.Equal(16, code.Text.Replace("-", "", StringComparison.Ordinal).Length));
        Assert.Equal(new SignInAnswer.Approved(SignInMethod.BackupCode) { BackupCodesLeft = 9 }, await host.UseBackupCodeAsync(codes[3].Text.Replace('-', ' ').ToLowerInvariant()));
        Assert.Equal(RefusalCode.WrongCode, RefusalOf(await host.UseBackupCodeAsync(codes[3].Text))?.Code);
        var anew = (await host.As("web", new IssueBackupCodes())).BackupCodes;
        Assert.Equal(RefusalCode.WrongCode, RefusalOf(await host.UseBackupCodeAsync(codes[4].Text))?.Code);
        Assert.IsType<SignInAnswer.Approved>(await host.UseBackupCodeAsync(anew[4].Text));
        await host.Services.GetRequiredService<OutboxDispatcher>().DispatchDueAsync();
        Assert.Equal(2, host.Owner.Letters.Count(notice => notice.Kind is NoticeKind.BackupCodeUsed && notice.Address is NoticeAddress.First));
        await host.Do("web", new DisableVerification());
        Assert.Null((await host.Service.GetStatusAsync(Caller.User(Account, Web, host.Now))).BackupCodesLeft);
    }

    [Theory]
    [InlineData(VerificationChannel.Sms)]
    [InlineData(VerificationChannel.AppPush)]
    public async Task A_stranger_with_the_password_gets_ten_messages_a_day_and_spends_nothing_of_enrolment(VerificationChannel channel)
    {
        using var host = new TestHost();
        using var device = await host.EnableAppAsync(PushAddress.Parse("a subscription"));
        if (channel is VerificationChannel.Sms)
            await host.Do("web", new ChangeChannel(channel));
        var codes = (await host.As("web", new IssueBackupCodes())).BackupCodes;
        var (begun, until, earlier) = (0, host.Now + Duration.FromHours(23), host.Phone.Messages.Count);
        RefusalCode? last = null;
        while (host.Now < until)
        {
            if (await host.SignIns.BeginAsync(Account, Web) is SignInStart.Blocked { Refusal.Code: var code })
                last = code;
            host.Time.Advance(TimeSpan.FromMinutes(5));
            begun++;
        }

        Assert.True(begun > 200);
        Assert.Equal(RefusalCode.SendLimitReached, last);
        Assert.Equal(10, channel is VerificationChannel.Sms ? host.Phone.Messages.Count - earlier : host.Push.Pushes.Count);
        await host.Do("web", new SubmitPhone("+447400123456"));
        Assert.IsType<SignInAnswer.Approved>(await host.UseBackupCodeAsync(codes[0].Text));
    }

    [Fact]
    public async Task A_hundred_wrong_codes_lock_the_sign_in_until_staff_unlock_it_and_then_the_number_is_confirmed_again()
    {
        using var host = new TestHost(EnrolmentPolicy.Create(ShippedPolicies.Consistent.Document with { SignIn = new SignInRules { Codes = 20 }, Sending = new SendRules { ResendWait = Duration.FromSeconds(1), Window = Duration.FromHours(1) } }));
        await host.Enable();
        var tried = 0;
        while (await host.SignIns.BeginAsync(Account, Web) is var start && start is not SignInStart.Blocked { Refusal.Code: RefusalCode.LockedUntilUnlock })
        {
            if (start is SignInStart.Challenged { Challenge.Id: var challenge })
            {
                for (var i = 0; i < 5 && RefusalOf(await host.AnswerAsync(challenge, host.WrongCode))?.Code is RefusalCode.WrongCode; i++)
                    tried++;
            }

            host.Time.Advance(TimeSpan.FromHours(1));
        }

        Assert.Equal(100, tried);
        await host.Operator(new Unlock());
        var blocked = Assert.IsType<SignInStart.Blocked>(await host.SignIns.BeginAsync(Account, Web));
        Assert.Equal(RefusalCode.ReverificationRequired, blocked.Refusal.Code);
    }

    /// <summary>The way out that the refusal names has to lead out: staff can unlock what backup codes alone have locked.</summary>
    [Fact]
    public async Task Staff_unlock_what_wrong_backup_codes_have_locked()
    {
        using var host = new TestHost(EnrolmentPolicy.Create(ShippedPolicies.Consistent.Document with { Lock = new LockRules { FinalFailures = 5 } }));
        await host.Enable();
        var codes = (await host.As("web", new IssueBackupCodes())).BackupCodes;
        for (var i = 0; i < 5; i++)
            Assert.Equal(RefusalCode.WrongCode, RefusalOf(await host.UseBackupCodeAsync("0000-0000-0000-0000"))?.Code);
        Assert.Equal(RefusalCode.LockedUntilUnlock, RefusalOf(await host.UseBackupCodeAsync(codes[0].Text))?.Code);
        Assert.Null((await host.Operator(new Unlock())).Refusal);
        Assert.IsType<SignInAnswer.Approved>(await host.UseBackupCodeAsync(codes[0].Text));
    }

    [Fact]
    public async Task Wrong_backup_codes_leave_the_phone_open_and_wrong_codes_leave_the_backup_codes_open()
    {
        using var host = new TestHost();
        await host.Enable();
        var codes = (await host.As("web", new IssueBackupCodes())).BackupCodes;
        for (var i = 0; i < 5; i++)
            await host.UseBackupCodeAsync("0000-0000-0000-0000");
        Assert.Equal(RefusalCode.Locked, RefusalOf(await host.UseBackupCodeAsync(codes[0].Text))?.Code);
        var challenge = await host.BeginAsync();
        for (var i = 0; i < 5; i++)
            await host.AnswerAsync(challenge.Id, host.WrongCode);
        host.Time.Advance(TimeSpan.FromSeconds(29));
        var blocked = Assert.IsType<SignInStart.Blocked>(await host.SignIns.BeginAsync(Account, Web));
        Assert.Equal(RefusalCode.Locked, blocked.Refusal.Code);
        host.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.IsType<SignInAnswer.Approved>(await host.UseBackupCodeAsync(codes[0].Text));
    }

    [Fact]
    public async Task After_an_exhausted_code_the_way_out_is_to_wait_and_then_to_begin_again()
    {
        using var host = new TestHost();
        await host.Enable();
        var challenge = await host.BeginAsync();
        for (var i = 0; i < 5; i++)
            await host.AnswerAsync(challenge.Id, host.WrongCode);
        var refusal = RefusalOf(await host.AnswerAsync(challenge.Id, host.Phone.LastCode))!;
        Assert.Equal((RefusalCode.CodeExhausted, (WayOut)new WayOut.Retry(host.Now + Duration.FromSeconds(30))), (refusal.Code, Assert.Single(refusal.WaysOut)));
        host.Time.Advance(TimeSpan.FromSeconds(30));
        refusal = RefusalOf(await host.AnswerAsync(challenge.Id, host.Phone.LastCode))!;
        Assert.Equal((RefusalCode.CodeExhausted, (WayOut)new WayOut.BeginSignIn()), (refusal.Code, Assert.Single(refusal.WaysOut)));
        Assert.NotEqual(challenge.Id, (await host.BeginAsync()).Id);
    }

    [Fact]
    public async Task Where_the_key_of_the_code_is_gone_the_way_out_is_to_begin_again()
    {
        var store = new InMemoryEnrolments();
        using var before = new TestHost(configure: services => services.Replace(ServiceDescriptor.Singleton(store)));
        await before.Enable();
        var challenge = await before.BeginAsync();
        before.Time.Advance(TimeSpan.FromSeconds(30));
        using var after = new TestHost(configure: services => services.Replace(ServiceDescriptor.Singleton(store)).Configure<LoginVerificationOptions>(options =>
        {
            options.CodeKeys.Clear();
            options.CodeKeys["another"] = new byte[32];
        }));
        after.Time.Advance(TimeSpan.FromSeconds(30));
        var refusal = RefusalOf(await after.AnswerAsync(challenge.Id, before.Phone.LastCode))!;
        Assert.Equal((RefusalCode.CodeExpired, (WayOut)new WayOut.BeginSignIn()), (refusal.Code, Assert.Single(refusal.WaysOut)));
        var anew = await after.BeginAsync();
        Assert.NotEqual(challenge.Id, anew.Id);
        Assert.IsType<SignInAnswer.Approved>(await after.AnswerAsync(anew.Id, after.Phone.LastCode));
    }

    /// <summary>A brake that compares codes sent with codes that came back would else take every sign-in for fraud.</summary>
    [Fact]
    public async Task The_limiter_learns_of_a_code_that_signed_in_as_of_one_that_enrolled()
    {
        var limiter = new CountingLimiter();
        using var host = new TestHost(configure: services => services.AddSingleton<ISendLimiter>(limiter));
        await host.Enable();
        var challenge = await host.BeginAsync();
        Assert.IsType<SignInAnswer.Approved>(await host.AnswerAsync(challenge.Id, host.Phone.LastCode));
        await host.Services.GetRequiredService<OutboxDispatcher>().DrainAsync();
        Assert.Equal((2, 2), limiter.Counts);
    }

    [Fact]
    public async Task A_push_is_no_message_after_a_STOP()
    {
        using var host = new TestHost();
        using var device = await host.EnableAppAsync();
        Assert.Null((await host.Carrier(new OptOutOfDelivery(TestHost.Israeli))).Refusal);
        host.Time.Advance(TimeSpan.FromSeconds(30));
        await host.BeginAsync();
        host.Time.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(RefusalCode.AlreadyKnown, (await host.Carrier(new OptOutOfDelivery(TestHost.Israeli))).Refusal?.Code);
    }

    [Fact]
    public async Task Of_a_push_that_nobody_sent_nothing_is_told()
    {
        using var host = new TestHost();
        using var device = await host.EnableAppAsync();
        Assert.Null((await host.BeginAsync()).Delivery);
        Assert.Empty(host.Push.Pushes);
    }

    [Fact]
    public async Task A_push_that_reaches_no_device_is_not_told_as_sent_and_its_address_is_forgotten()
    {
        using var host = new TestHost();
        using var device = await host.EnableAppAsync(PushAddress.Parse("a subscription"));
        host.Push.Receipt = PushReceipt.Gone;
        var challenge = await host.BeginAsync();
        Assert.Equal(CodeDelivery.Failed, challenge.Delivery);
        Assert.False(Assert.Single((await host.Service.GetStatusAsync(Caller.User(Account, Web, host.Now))).Devices).IsWoken);
        Assert.Null((await host.BeginAsync(continues: challenge.Id)).Delivery);
        Assert.Null((await device.ApproveAsync(challenge.Id, challenge.NumberToMatch!.Text)).Refusal);
    }

    [Fact]
    public async Task Staff_see_the_ways_of_who_lost_the_phone()
    {
        using var host = new TestHost();
        Assert.Empty(await host.SignIns.GetWaysAsync(Account));
        await host.Enable();
        Assert.Equal([(SignInMethod.Sms, true)], (await host.SignIns.GetWaysAsync(Account)).Select(way => (way.Method, way.IsOpen)));
        await host.Do("web", new IssueBackupCodes());
        await host.Carrier(new OptOutOfDelivery(TestHost.Israeli));
        Assert.Equal([(SignInMethod.Sms, false), (SignInMethod.BackupCode, true)], (await host.SignIns.GetWaysAsync(Account)).Select(way => (way.Method, way.IsOpen)));
    }

    [Fact]
    public async Task Data_that_contradict_themselves_never_mean_that_the_password_suffices()
    {
        using var host = VectorHost.Over(VectorHost.Verified with { Phone = null, ActiveChannel = VerificationChannel.Sms });
        SignInStart[] answers = [await host.SignIns.BeginAsync(Account, Web), await host.SignIns.ResendAsync(Account, Web, new ChallengeId("any"))];
        Assert.All(answers, answer => Assert.Equal(RefusalCode.EnrolmentUnreadable, Assert.IsType<SignInStart.Blocked>(answer).Refusal.Code));
    }

    [Fact]
    public async Task A_store_that_cannot_be_read_lets_nobody_in()
    {
        using var host = new TestHost(configure: services => services.Replace(ServiceDescriptor.Singleton<IEnrolmentStore, BrokenStore>()));
        Assert.IsType<SignInStart.Blocked>(await host.SignIns.BeginAsync(Account, Web));
        await Assert.ThrowsAsync<InvalidDataException>(async () => await host.CompleteAsync(new ChallengeId("any")));
    }

    private static Refusal? RefusalOf(SignInAnswer answer) => (answer as SignInAnswer.Refused)?.Refusal;
}
