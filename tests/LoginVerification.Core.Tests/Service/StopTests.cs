namespace LoginVerification.Tests;

/// <summary>Who said STOP gets no message, whatever the account does in between, until they say START or prove the number again.</summary>
public sealed class StopTests
{
    private const string Number = "+972502345678";
    private const string Another = "+972522345678";

    [Fact]
    public async Task A_stranger_who_said_STOP_is_not_texted_however_often_the_number_is_submitted()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        await host.As("web", new SubmitPhone(Number));
        Assert.Null((await host.Carrier(new OptOutOfDelivery(Number))).Refusal);

        for (var i = 0; i < 3; i++)
        {
            host.Time.Advance(TimeSpan.FromHours(1));
            Assert.Equal(RefusalCode.DeliveryOptedOut, (await host.As("web", new SubmitPhone(Number))).Refusal!.Code);
            Assert.Equal(RefusalCode.DeliveryOptedOut, (await host.As("web", new ResendCode())).Refusal!.Code);
        }

        Assert.Single(host.Phone.Messages);
    }

    public static TheoryData<string> Departures => new() { "another submitted", "cancelled", "lapsed", "given up by enabling", "given up by an import" };

    [Theory]
    [MemberData(nameof(Departures))]
    public async Task A_STOP_is_remembered_from_a_number_that_was_texted_and_is_no_longer_pending(string departure)
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        if (departure is "given up by enabling")
            await host.VerifyAsync("web", Another);
        await host.As("web", new SubmitPhone(Number));
        var left = departure switch
        {
            "another submitted" => await host.As("web", new SubmitPhone(Another)),
            "cancelled" => await host.As("web", new CancelPending()),
            "given up by enabling" => await host.As("web", new EnableVerification(VerificationChannel.Sms)),
            "given up by an import" => await host.Operator(new ImportVerifiedPhone(Another, host.Now)),
            _ => await LapseAsync(host),
        };
        Assert.Null(left.Refusal);
        var sent = host.Phone.Messages.Count;

        Assert.Null((await host.Carrier(new OptOutOfDelivery(Number))).Refusal);
        host.Time.Advance(TimeSpan.FromHours(1));

        Assert.Equal(RefusalCode.DeliveryOptedOut, (await host.As("web", new SubmitPhone(Number))).Refusal!.Code);
        Assert.Equal(sent, host.Phone.Messages.Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_STOP_is_remembered_from_a_number_that_was_replaced_or_removed_and_yields_to_the_owner_who_had_verified_it(bool removed)
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        await host.VerifyAsync("web", Number);
        if (removed)
            Assert.Null((await host.As("web", new RemovePhone())).Refusal);
        else
            await host.VerifyAsync("web", Another);

        Assert.Null((await host.Carrier(new OptOutOfDelivery(Number))).Refusal);
        host.Time.Advance(TimeSpan.FromHours(1));

        Assert.Equal(RefusalCode.ReauthenticationRequired, (await host.InSession("web", new SubmitPhone(Number), null)).Refusal!.Code);
        Assert.Null((await host.As("web", new SubmitPhone(Number))).Refusal);
    }

    [Fact]
    public async Task A_number_that_the_account_never_texted_is_none_of_its_business()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        await host.VerifyAsync("web", Another);

        Assert.Equal(RefusalCode.NumberNotHeld, (await host.Carrier(new OptOutOfDelivery(Number))).Refusal!.Code);
    }

    [Fact]
    public async Task START_from_the_phone_restores_it()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        await host.As("web", new SubmitPhone(Number));
        await host.Carrier(new OptOutOfDelivery(Number));
        host.Time.Advance(TimeSpan.FromHours(1));

        Assert.Null((await host.Carrier(new RestoreDelivery(Number))).Refusal);

        Assert.Empty((await host.StoredAsync()).OptedOut);
        Assert.Null((await host.As("web", new SubmitPhone(Number))).Refusal);
        Assert.Equal(2, host.Phone.Messages.Count);
    }

    [Fact]
    public async Task Confirming_the_number_again_restores_it()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        await host.EnableAsync("web", "web", Number);
        await host.Carrier(new OptOutOfDelivery(Number));
        Assert.Equal(new LoginRequirement.Blocked(BlockReason.DeliveryOptedOut), await host.RequirementAsync());
        host.Time.Advance(TimeSpan.FromHours(1));

        await host.VerifyAsync("web", Number);

        Assert.Empty((await host.StoredAsync()).OptedOut);
        Assert.Equal(new LoginRequirement.Verify(VerificationChannel.Sms), await host.RequirementAsync());
    }

    [Fact]
    public async Task A_second_STOP_says_nothing_new_until_another_code_was_sent()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        await host.VerifyAsync("web", Number);
        Assert.Null((await host.Carrier(new OptOutOfDelivery(Number))).Refusal);
        Assert.Equal(RefusalCode.AlreadyKnown, (await host.Carrier(new OptOutOfDelivery(Number))).Refusal!.Code);

        host.Time.Advance(TimeSpan.FromHours(1));
        Assert.Null((await host.As("web", new SubmitPhone(Number))).Refusal);
        host.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Null((await host.Carrier(new OptOutOfDelivery(Number))).Refusal);

        Assert.Equal(host.Now, (await host.StoredAsync()).OptedOutAt(PhoneNumber.Parse(Number)));
        Assert.Equal(2, (await host.HistoryAsync()).Count(happened => happened is DeliveryOptedOut));
    }

    private static async Task<EnrolmentResult> LapseAsync(ServiceHost host)
    {
        host.Time.Advance(TimeSpan.FromHours(24));
        return await host.Service.HandleAsync(Caller.Time(AccountId.Parse(ServiceHost.Account)), new LapsePending());
    }
}
