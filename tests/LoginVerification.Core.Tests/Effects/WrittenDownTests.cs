using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace LoginVerification.Tests;

/// <summary>What came of a message is written down, also when the store or the history is down in the moment in which it is known.</summary>
public sealed class WrittenDownTests
{
    private const string Number = "+972502345678";
    private const int Attempts = 20;

    [Fact]
    public async Task A_notice_outlasts_a_history_that_is_down_in_the_moment_of_giving_up()
    {
        var history = new FailingHistory();
        using var host = new ServiceHost(ShippedPolicies.Consistent, builder => builder.Services.Replace(ServiceDescriptor.Singleton<IEnrolmentHistory>(history))) { LoopRuns = false };
        history.Inner = host.Store;
        await host.VerifyAsync("web", Number);
        var attempts = 0;
        host.Owner.Fault = () =>
        {
            history.Fails = ++attempts == Attempts;
            return new IOException();
        };
        await host.RunLoopAsync(TimeSpan.FromHours(3));

        Assert.Equal(Attempts, attempts);
        Assert.Equal(NoticeKind.PhoneVerified, Assert.Single((await host.StoredAsync()).InAppNotices).Kind);
        Assert.Empty(await host.WaitingAsync());
    }

    [Fact]
    public async Task What_a_gateway_refused_for_good_is_written_down_over_a_save_that_fails()
    {
        var (store, host) = Host();
        using var _ = host;
        host.Phone.Answer = _ =>
        {
            store.Failing = 1;
            return new SmsReceipt.Rejected(RejectionReason.UnknownNumber);
        };
        Assert.Equal(CodeDelivery.Failed, (await host.As("web", new SubmitPhone(Number))).CodeDelivery);
        Assert.Equal(DeliveryFailure.UnknownNumber, (await host.StoredAsync()).CodeDelivery);
        Assert.Empty(await host.WaitingAsync());
    }

    [Fact]
    public async Task What_a_gateway_refused_for_good_is_not_handed_over_again_while_nobody_can_write_that_down()
    {
        var (store, host) = Host();
        using var _ = host;
        host.Phone.Answer = _ =>
        {
            store.Failing = int.MaxValue;
            return new SmsReceipt.Rejected(RejectionReason.UnknownNumber);
        };
        Assert.Equal(CodeDelivery.Waiting, (await host.As("web", new SubmitPhone(Number))).CodeDelivery);
        await host.RunLoopAsync(TimeSpan.FromMinutes(5));
        Assert.Equal(1, host.Phone.Attempts);
        Assert.Single(await host.WaitingAsync());

        store.Failing = 0;
        await host.RunLoopAsync(TimeSpan.FromMinutes(30));
        Assert.Equal(1, host.Phone.Attempts);
        Assert.Equal(DeliveryFailure.GivenUp, (await host.StoredAsync()).CodeDelivery);
        Assert.Empty(await host.WaitingAsync());
    }

    private static (FailingStore Store, ServiceHost Host) Host()
    {
        var store = new FailingStore();
        var host = new ServiceHost(ShippedPolicies.Consistent, builder => builder.UseStore(store)) { LoopRuns = false };
        store.Inner = host.Store;
        return (store, host);
    }

    /// <summary>Its next saves fail.</summary>
    private sealed class FailingStore : PassingStore
    {
        public int Failing { get; set; }

        public override ValueTask<bool> TrySaveAsync(EnrolmentChange change, CancellationToken cancellationToken) =>
            Failing-- > 0 ? throw new IOException() : base.TrySaveAsync(change, cancellationToken);
    }

    /// <summary>Its next read fails.</summary>
    private sealed class FailingHistory : IEnrolmentHistory
    {
        public IEnrolmentHistory Inner { get; set; } = null!;

        public bool Fails { get; set; }

        public ValueTask<IReadOnlyList<EnrolmentEvent>> ReadAsync(AccountId account, long from, int most, CancellationToken cancellationToken)
        {
            if (!Fails)
                return Inner.ReadAsync(account, from, most, cancellationToken);
            Fails = false;
            throw new TimeoutException();
        }

        public ValueTask EraseAsync(AccountId account, Origin origin, CancellationToken cancellationToken) => Inner.EraseAsync(account, origin, cancellationToken);

        public ValueTask<IReadOnlyList<Erasure>> ReadErasuresAsync(AccountId account, CancellationToken cancellationToken) => Inner.ReadErasuresAsync(account, cancellationToken);
    }
}
