namespace LoginVerification.Tests;

/// <summary>Attack 4: inbound messages can be forged, so that they end delivery and nothing else.</summary>
public sealed class ForgedStopTests
{
    private const string Number = "+972502345678";

    [Fact]
    public async Task A_forged_STOP_changes_no_state_on_any_account_that_shares_the_number()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        string[] accounts = ["alice", "bob"];
        foreach (var account in accounts)
        {
            await host.VerifyAsync("web", Number, account);
            Assert.Null((await host.As("web", new EnableVerification(VerificationChannel.Sms), account)).Refusal);
        }

        foreach (var account in accounts)
        {
            var stopped = await host.Service.HandleAsync(Caller.Carrier(AccountId.Parse(account)), new OptOutOfDelivery(Number));
            Assert.Equal(EnrolmentState.VerificationEnabled, stopped.State);
            Assert.IsType<LoginRequirement.Blocked>(await host.Service.GetLoginRequirementAsync(AccountId.Parse(account)));
        }

        var restored = await host.Service.HandleAsync(Caller.Carrier(AccountId.Parse("alice")), new RestoreDelivery(Number));
        Assert.Null(restored.Refusal);
        Assert.Equal(new LoginRequirement.Verify(VerificationChannel.Sms), await host.Service.GetLoginRequirementAsync(AccountId.Parse("alice")));
        Assert.IsType<LoginRequirement.Blocked>(await host.Service.GetLoginRequirementAsync(AccountId.Parse("bob")));
    }

    [Fact]
    public async Task The_network_may_give_no_other_command()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        EnrolmentCommand[] forged = [new DisableVerification(), new RemovePhone(), new ConfirmCode("123456"), new Unlock(), new CancelPending(), new ImportVerifiedPhone(Number, host.Now)];
        foreach (var command in forged)
            await Assert.ThrowsAsync<ArgumentException>(() => host.Carrier(command));
    }
}
