namespace LoginVerification.Tests;

public sealed class ChangedHandsTests
{
    private const string Number = "+972502345678";

    private static readonly EnrolmentPolicy OneAccount = EnrolmentPolicy.Create(ShippedPolicies.Consistent.Document with { AccountsPerNumber = 1 });

    [Theory]
    [InlineData(InvalidationReason.Recycled)]
    [InlineData(InvalidationReason.Ported)]
    [InlineData(InvalidationReason.NoLongerServed)]
    public async Task A_number_that_changed_hands_holds_no_place_against_the_person_who_proves_it_now(InvalidationReason reason)
    {
        using var host = new ServiceHost(OneAccount);
        await host.VerifyAsync("web", Number, "before");
        Assert.Equal(RefusalCode.NumberHasTooManyAccounts, await ProveAsync(host, "now"));

        Assert.Contains(await host.Service.ForCarrier().InvalidatePhoneAsync(Number, reason), reported => reported.Account.Value == "before" && reported.Result.Succeeded);
        Assert.Null(await ProveAsync(host, "now"));
        Assert.Equal(EnrolmentState.PhoneVerified, (await host.StoredAsync("now")).State);
    }

    [Fact]
    public async Task Who_proves_it_again_takes_the_place_again()
    {
        using var host = new ServiceHost(OneAccount);
        await host.VerifyAsync("web", Number, "before");
        await host.Service.ForCarrier().InvalidatePhoneAsync(Number, InvalidationReason.Ported);
        host.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(await ProveAsync(host, "before"));

        Assert.Equal(RefusalCode.NumberHasTooManyAccounts, await ProveAsync(host, "now"));
    }

    /// <summary>Submits the number, unless it waits already, and gives its code; a code that died is sent anew.</summary>
    private static async Task<RefusalCode?> ProveAsync(ServiceHost host, string account)
    {
        host.Time.Advance(TimeSpan.FromMinutes(5));
        Assert.Null((await host.As("web", new SubmitPhone(Number), account)).Refusal);
        return (await host.As("web", new ConfirmCode(host.Phone.LastCode), account)).Refusal?.Code;
    }
}
