namespace LoginVerification.Tests;

/// <summary>A code has the digits that it was issued with, whatever the policy of the process says that meets it.</summary>
public sealed class DigitsTests
{
    private const string Number = "+972502345678";

    [Theory]
    [InlineData(6, 8)]
    [InlineData(8, 6)]
    public async Task A_code_is_taken_by_a_process_that_wants_another_length(int issued, int wanted)
    {
        using var before = new ServiceHost(WithDigits(issued));
        using var after = new ServiceHost(WithDigits(wanted), builder => builder.UseStore(before.Store));
        await before.As("web", new SubmitPhone(Number));

        Assert.Null((await after.As("web", new ConfirmCode(before.Phone.LastCode))).Refusal);
    }

    [Fact]
    public async Task Part_of_a_longer_code_is_no_code()
    {
        using var before = new ServiceHost(WithDigits(8));
        using var after = new ServiceHost(WithDigits(6), builder => builder.UseStore(before.Store));
        await before.As("web", new SubmitPhone(Number));

        Assert.Equal(RefusalCode.CodeMalformed, (await after.As("web", new ConfirmCode(before.Phone.LastCode[2..]))).Refusal!.Code);
        Assert.Equal(0, (await before.StoredAsync()).FailureCount(CodePurpose.Enrol));
    }

    [Fact]
    public async Task A_page_of_the_new_process_offers_the_code_field_for_the_code_that_waits()
    {
        using var before = new ServiceHost(WithDigits(6));
        using var after = new ServiceHost(WithDigits(8), builder => builder.UseStore(before.Store));
        await before.As("web", new SubmitPhone(Number));

        var status = await after.StatusAsync("web");

        Assert.Null(status.Actions.Single(action => action.Choice.Action is EnrolmentAction.ConfirmCode).Refusal);
    }

    [Fact]
    public async Task While_it_is_alive_a_resend_of_the_new_process_sends_the_same_code_and_then_one_of_the_new_length()
    {
        using var before = new ServiceHost(WithDigits(6));
        using var after = new ServiceHost(WithDigits(8), builder => builder.UseStore(before.Store));
        await before.As("web", new SubmitPhone(Number));
        after.Time.Advance(TimeSpan.FromSeconds(30));

        await after.As("web", new ResendCode());
        Assert.Equal(before.Phone.LastCode, after.Phone.LastCode);

        after.Time.Advance(TimeSpan.FromMinutes(10));
        await after.As("web", new ResendCode());
        Assert.Equal(8, after.Phone.LastCode.Length);
    }

    [Fact]
    public async Task An_earlier_code_of_another_length_is_refused_for_what_it_is()
    {
        using var before = new ServiceHost(WithDigits(6, ResendMode.New));
        using var after = new ServiceHost(WithDigits(8, ResendMode.New), builder => builder.UseStore(before.Store));
        await before.As("web", new SubmitPhone(Number));
        after.Time.Advance(TimeSpan.FromSeconds(30));
        Assert.Null((await after.As("web", new ResendCode())).Refusal);

        Assert.Equal(RefusalCode.CodeSuperseded, (await after.As("web", new ConfirmCode(before.Phone.LastCode))).Refusal!.Code);
        Assert.Null((await after.As("web", new ConfirmCode(after.Phone.LastCode))).Refusal);
    }

    private static EnrolmentPolicy WithDigits(int digits, ResendMode onResend = ResendMode.Same) =>
        EnrolmentPolicy.Create(ShippedPolicies.Consistent.Document with { Code = new CodeRules { Digits = digits, OnResend = onResend } });
}
