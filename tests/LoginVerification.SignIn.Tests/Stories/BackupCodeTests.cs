namespace LoginVerification.Tests;

/// <summary>Signing in without the phone.</summary>
public sealed class BackupCodeTests
{
    [Fact]
    public async Task Ten_codes_are_shown_once_and_each_lets_in_once()
    {
        using var host = new SignInHost();
        await host.EnableSmsAsync();
        var issued = await host.Session().IssueBackupCodesAsync();
        Assert.Equal(10, issued.BackupCodes.Select(code => code.Text).Distinct().Count());
        Assert.All(issued.BackupCodes, code => Assert.Matches("^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$", code.Text));
        for (var used = 0; used < 10; used++)
        {
            var approved = (await host.UseBackupCodeAsync(issued.BackupCodes[used].Text)).Approved();
            Assert.Equal((SignInMethod.BackupCode, 9 - used), (approved.Method, approved.BackupCodesLeft));
            Assert.NotEqual(RefusalCode.Locked, (await host.UseBackupCodeAsync(issued.BackupCodes[used].Text)).Code());
        }

        var none = (await host.UseBackupCodeAsync(issued.BackupCodes[0].Text)).Refused();
        Assert.Equal(RefusalCode.NoBackupCodes, none.Code);
        Assert.Equal([new WayOut.BeginSignIn()], none.WaysOut);
        await host.DispatchAsync();
        Assert.Equal(10, host.Owner.Notices.Count(kind => kind is NoticeKind.BackupCodeUsed));
        Assert.Contains(NoticeKind.BackupCodesIssued, host.Owner.Notices);
    }

    [Theory]
    [InlineData("lower")]
    [InlineData("blanks")]
    public async Task A_code_is_read_as_people_write_it(string how)
    {
        using var host = new SignInHost();
        await host.EnableSmsAsync();
        var text = (await host.IssueBackupCodesAsync())[0].Text;
        var typed = how switch
        {
            "lower" => text.ToLowerInvariant(),
            _ => $" {text.Replace("-", " ", StringComparison.Ordinal)}\u200E",
        };
        (await host.UseBackupCodeAsync(typed)).Approved();
    }

    [Theory]
    [InlineData('0', 'O')]
    [InlineData('0', 'o')]
    [InlineData('1', 'I')]
    [InlineData('1', 'i')]
    [InlineData('1', 'L')]
    [InlineData('1', 'l')]
    public async Task A_letter_that_looks_like_a_digit_is_read_as_that_digit(char digit, char letter)
    {
        using var host = new SignInHost();
        await host.EnableSmsAsync();
        IReadOnlyList<BackupCode> alike = [];
        // One set in 160 has the digit in none of its codes.
        for (var sets = 0; sets < 10 && alike.Count == 0; sets++)
            alike = [.. (await host.IssueBackupCodesAsync()).Where(code => code.Text.Contains(digit, StringComparison.Ordinal))];
        Assert.NotEmpty(alike);
        foreach (var code in alike)
            (await host.UseBackupCodeAsync(code.Text.Replace(digit, letter))).Approved();
    }

    [Fact]
    public async Task New_codes_take_the_place_of_the_ones_before()
    {
        using var host = new SignInHost();
        await host.EnableSmsAsync();
        var first = await host.IssueBackupCodesAsync();
        var second = await host.IssueBackupCodesAsync();
        Assert.Equal(RefusalCode.WrongCode, (await host.UseBackupCodeAsync(first[0].Text)).Code());
        (await host.UseBackupCodeAsync(second[0].Text)).Approved();
    }

    [Fact]
    public async Task Codes_go_with_the_protection_and_none_is_issued_before_it()
    {
        using var host = new SignInHost();
        await host.EnableSmsAsync();
        var codes = await host.IssueBackupCodesAsync();
        Assert.Null((await host.Session().DisableAsync()).Refusal);
        var early = await host.Session().IssueBackupCodesAsync();
        Assert.Equal(RefusalCode.NotEnabled, early.Refusal!.Code);
        Assert.Empty(early.BackupCodes);
        Assert.Contains(new WayOut.Act(SignInHost.Web, new Choice(EnrolmentAction.EnableVerification, VerificationChannel.Sms)), early.Refusal.WaysOut);
        Assert.Null((await host.Session().EnableAsync(VerificationChannel.Sms)).Refusal);
        Assert.Equal(RefusalCode.NoBackupCodes, (await host.UseBackupCodeAsync(codes[0].Text)).Code());
    }

    [Fact]
    public async Task The_password_alone_gets_no_backup_codes()
    {
        using var host = new SignInHost();
        await host.EnableSmsAsync();
        var refused = await host.Session(factors: AuthenticationFactors.SingleFactor).IssueBackupCodesAsync();
        Assert.Equal(RefusalCode.SecondFactorRequired, refused.Refusal!.Code);
        Assert.Empty(refused.BackupCodes);
    }

    [Fact]
    public async Task Who_lost_the_phone_gets_in_and_enrols_another_one()
    {
        using var host = new SignInHost();
        using var app = await host.EnableAppAsync();
        var codes = await host.IssueBackupCodesAsync();
        var challenge = await host.ChallengedAsync();
        Assert.Equal([new WayOut.UseBackupCode()], challenge.WithoutPhone);
        (await host.UseBackupCodeAsync(codes[3].Text)).Approved();
        // With the second factor given, the number is replaced, and the lost device removed.
        Assert.Null((await host.Session().SubmitPhoneAsync("+14155552671")).Refusal);
        Assert.Null((await host.Session().ConfirmCodeAsync(host.Phone.LastCode)).Refusal);
        Assert.Null((await host.Session().ChangeChannelAsync(VerificationChannel.Sms)).Refusal);
        Assert.Null((await host.Session().RemoveDeviceAsync(app.Device)).Refusal);
        (await host.AnswerAsync((await host.ChallengedAsync()).Id, host.Phone.LastCode)).Approved();
    }

    [Fact]
    public async Task Staff_see_which_ways_are_left()
    {
        using var host = new SignInHost();
        await host.EnableSmsAsync();
        Assert.Equal([new SignInWay(SignInMethod.Sms, null)], await host.SignIns.GetWaysAsync(SignInHost.Alice));
        await host.IssueBackupCodesAsync();
        await host.Enrolments.ForCarrier().InvalidatePhoneAsync(SignInHost.Number, InvalidationReason.Ported);
        var ways = await host.SignIns.GetWaysAsync(SignInHost.Alice);
        Assert.Equal([(SignInMethod.Sms, RefusalCode.ReverificationRequired), (SignInMethod.BackupCode, null)], ways.Select(way => (way.Method, way.Refusal?.Code)));
    }

    [Fact]
    public async Task Staff_take_off_the_lock_that_wrong_backup_codes_alone_caused()
    {
        using var host = new SignInHost(policy => policy with { Lock = policy.Lock with { EveryFailures = 1, FinalFailures = 2 } });
        await host.EnableSmsAsync();
        var codes = await host.IssueBackupCodesAsync();
        Assert.Equal(RefusalCode.WrongCode, (await host.UseBackupCodeAsync("0000-0000-0000-0000")).Code());
        host.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(RefusalCode.WrongCode, (await host.UseBackupCodeAsync("0000-0000-0000-0000")).Code());
        Assert.Equal(RefusalCode.LockedUntilUnlock, (await host.UseBackupCodeAsync(codes[0].Text)).Code());
        Assert.Null((await host.Enrolments.ForOperator(SignInHost.Alice, "staff").UnlockAsync()).Refusal);
        (await host.UseBackupCodeAsync(codes[0].Text)).Approved();
        // Nobody tried the number's codes, so that nothing is to be confirmed again.
        Assert.False((await host.StoredAsync()).Phone!.NeedsReverification);
    }
}
