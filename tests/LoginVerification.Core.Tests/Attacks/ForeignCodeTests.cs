namespace LoginVerification.Tests;

/// <summary>Attack 3: a code proves the number, account and challenge that it was made for, and nothing else.</summary>
public sealed class ForeignCodeTests
{
    private const string A = "+972502345678";
    private const string B = "+972522345678";

    [Fact]
    public async Task The_code_of_the_number_before_the_swap_is_a_wrong_code()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        await host.As("web", new SubmitPhone(A));
        var codeOfA = host.Phone.LastCode;
        await host.As("web", new SubmitPhone(B));
        var result = await host.As("web", new ConfirmCode(codeOfA));
        Assert.Equal(RefusalCode.WrongCode, result.Refusal!.Code);
        Assert.Equal(1, (await host.StoredAsync()).FailureCount(CodePurpose.Enrol));
        Assert.Contains(await host.HistoryAsync(), happened => happened is CodeMismatched { Match: CodeMatch.Foreign });
        Assert.Equal(EnrolmentState.PhonePending, result.State);
    }

    /// <summary>Where the policy wants a new code with each resend.</summary>
    [Fact]
    public async Task The_code_of_an_older_resend_is_refused_as_such_and_not_counted()
    {
        using var host = new ServiceHost(EnrolmentPolicy.Create(ShippedPolicies.Consistent.Document with { Code = new CodeRules { OnResend = ResendMode.New } }));
        await host.As("web", new SubmitPhone(A));
        var older = host.Phone.LastCode;
        host.Time.Advance(TimeSpan.FromSeconds(30));
        await host.As("web", new ResendCode());
        var result = await host.As("web", new ConfirmCode(older));
        Assert.Equal(RefusalCode.CodeSuperseded, result.Refusal!.Code);
        Assert.Equal(0, (await host.StoredAsync()).FailureCount(CodePurpose.Enrol));
    }

    [Fact]
    public async Task The_code_of_another_account_with_the_same_number_is_a_wrong_code()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        await host.As("web", new SubmitPhone(A), "mallory");
        var theirs = host.Phone.LastCode;
        await host.As("web", new SubmitPhone(A));
        Assert.Equal(RefusalCode.WrongCode, (await host.As("web", new ConfirmCode(theirs))).Refusal!.Code);
    }
}
