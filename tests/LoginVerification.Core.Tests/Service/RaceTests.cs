namespace LoginVerification.Tests;

/// <summary>Many requests at once on one account.</summary>
public sealed class RaceTests
{
    private const int Requests = 200;
    private const string Number = "+972502345678";

    [Fact]
    public async Task Of_200_parallel_checks_of_one_right_code_exactly_one_succeeds()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        await host.As("web", new SubmitPhone(Number));
        var results = await AllAtOnce(() => host.As("web", new ConfirmCode(host.Phone.LastCode)));

        Assert.Single(results, result => result.Refusal is null);
        Assert.All(results.Where(result => result.Refusal is not null), result => Assert.Equal(RefusalCode.NoPendingPhone, result.Refusal!.Code));
        Assert.Single(await host.HistoryAsync(), happened => happened is CodeMatched);
    }

    [Fact]
    public async Task Of_200_parallel_wrong_codes_each_is_counted_until_the_lock_and_none_after()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        await host.As("web", new SubmitPhone(Number));
        var wrong = host.Phone.LastCode == "123456" ? "654321" : "123456";
        var results = await AllAtOnce(() => host.As("web", new ConfirmCode(wrong)));

        Assert.Equal(5, results.Count(result => result.Refusal!.Code == RefusalCode.WrongCode));
        Assert.Equal(Requests - 5, results.Count(result => result.Refusal!.Code == RefusalCode.Locked));
        Assert.Equal(5, (await host.Store.LoadAsync(AccountId.Parse(ServiceHost.Account), default))!.FailureCount(CodePurpose.Enrol));
    }

    [Fact]
    public async Task Of_200_parallel_requests_for_a_code_one_is_sent()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        var results = await AllAtOnce(() => host.As("web", new SubmitPhone(Number)));
        Assert.Single(results, result => result.Refusal is null);
        Assert.Single(host.Phone.Messages);
    }

    [Fact]
    public async Task A_race_that_is_never_won_is_a_refusal_to_be_repeated()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent, builder => builder.UseStore(new BrokenStore(() => null)));
        var refusal = (await host.As("web", new SubmitPhone(Number))).Refusal!;
        Assert.Equal(RefusalCode.Conflict, refusal.Code);
        Assert.Equal([new WayOut.Retry(host.Now)], refusal.WaysOut);
        Assert.Empty(host.Phone.Messages);
    }

    private static Task<EnrolmentResult[]> AllAtOnce(Func<Task<EnrolmentResult>> request) =>
        Task.WhenAll(Enumerable.Range(0, Requests).Select(_ => Task.Run(request)));
}
