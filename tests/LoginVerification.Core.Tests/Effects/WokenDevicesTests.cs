using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace LoginVerification.Tests;

/// <summary>What push services say of several devices is told the same way at once and whenever the page begins again.</summary>
public sealed class WokenDevicesTests
{
    private const string Number = "+972502345678";

    private static readonly AppDevice Phone = Device('1', TestKeys.First);
    private static readonly AppDevice Tablet = Device('2', TestKeys.Second);

    [Fact]
    public async Task A_push_that_reached_nobody_has_failed_although_one_address_is_gone()
    {
        using var host = await ProtectedByTheAppAsync(PushReceipt.Gone, PushReceipt.Rejected);
        var begun = await ChallengeAsync(host, null);
        Assert.Equal(CodeDelivery.Failed, begun.Delivery);
        Assert.Equal(CodeDelivery.Failed, (await ChallengeAsync(host, begun.Id)).Delivery);
        Assert.Equal([null, Tablet.Address], (await host.StoredAsync()).Devices.Select(device => device.Address));
        Assert.Equal(DeliveryFailure.Refused, (await host.StoredAsync()).SignIn!.Delivery);
        Assert.Single(host.Log.Lines, line => line.Contains("WakeDevices: it will not go out (Refused)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_push_that_every_service_refused_has_failed_and_the_addresses_stay()
    {
        using var host = await ProtectedByTheAppAsync(PushReceipt.Rejected, PushReceipt.Rejected);
        var begun = await ChallengeAsync(host, null);
        Assert.Equal(CodeDelivery.Failed, begun.Delivery);
        Assert.Equal(CodeDelivery.Failed, (await ChallengeAsync(host, begun.Id)).Delivery);
        Assert.Equal([Phone.Address, Tablet.Address], (await host.StoredAsync()).Devices.Select(device => device.Address));
        Assert.Single(host.Log.Lines, line => line.Contains("WakeDevices: it will not go out (Refused)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_push_that_reached_one_device_is_sent_although_the_other_address_is_gone()
    {
        using var host = await ProtectedByTheAppAsync(PushReceipt.Gone, PushReceipt.Accepted);
        var begun = await ChallengeAsync(host, null);
        Assert.Equal(CodeDelivery.Sent, begun.Delivery);
        Assert.Equal(CodeDelivery.Sent, (await ChallengeAsync(host, begun.Id)).Delivery);
        Assert.Equal([null, Tablet.Address], (await host.StoredAsync()).Devices.Select(device => device.Address));
    }

    [Fact]
    public async Task Where_every_address_is_gone_nothing_more_is_written_down_and_nothing_is_on_its_way()
    {
        using var host = await ProtectedByTheAppAsync(PushReceipt.Gone, PushReceipt.Gone);
        var begun = await ChallengeAsync(host, null);
        Assert.Equal(CodeDelivery.Failed, begun.Delivery);
        Assert.Null((await ChallengeAsync(host, begun.Id)).Delivery);
        Assert.Equal([typeof(DeviceAddressChanged), typeof(DeviceAddressChanged)], (await host.HistoryAsync()).TakeLast(2).Select(happened => happened.GetType()));
        Assert.DoesNotContain(await host.HistoryAsync(), happened => happened is DeliveryFailed);
    }

    [Fact]
    public async Task A_push_that_reached_somebody_leaves_nothing_to_write_down()
    {
        using var host = await ProtectedByTheAppAsync(PushReceipt.Accepted, PushReceipt.Rejected);
        Assert.Equal(CodeDelivery.Sent, (await ChallengeAsync(host, null)).Delivery);
        Assert.IsType<SignInBegun>((await host.HistoryAsync())[^1]);
    }

    [Fact]
    public async Task A_store_that_is_down_once_a_push_has_reached_somebody_makes_no_failure_of_it()
    {
        var store = new FailingStore();
        using var host = await ProtectedByTheAppAsync(PushReceipt.Accepted, PushReceipt.Accepted, store);
        store.FailsAfterSave = true;
        Assert.Equal(CodeDelivery.Sent, (await ChallengeAsync(host, null)).Delivery);
    }

    private static async Task<SignInChallenge> ChallengeAsync(ServiceHost host, ChallengeId? continues) => Assert.IsType<SignInStart.Challenged>(
        await host.SignIns.BeginAsync(AccountId.Parse(ServiceHost.Account), Surface.Parse("web"), new SignInContext { Continues = continues })).Challenge;

    /// <summary>A phone and a tablet are bound, and their push services answer so.</summary>
    private static async Task<ServiceHost> ProtectedByTheAppAsync(PushReceipt ofPhone, PushReceipt ofTablet, FailingStore? store = null)
    {
        var push = new PushServices(new() { [Phone.Id] = ofPhone, [Tablet.Id] = ofTablet });
        store ??= new FailingStore();
        var host = new ServiceHost(ShippedPolicies.Consistent, builder =>
        {
            builder.UseStore(store);
            builder.Services.AddSingleton<IPushSender>(push);
        });
        store.Inner = host.Store;
        await host.VerifyAsync("web", Number);
        var bound = new[] { Phone, Tablet }.Select(device => new DeviceBound(device with { BoundAt = host.Now }) { Origin = new Origin(host.Now, Initiator.Device, null) });
        Assert.True(await host.Store.TrySaveAsync(Evolution.ChangeBy(await host.StoredAsync(), [.. bound], []), default));
        Assert.Null((await host.As("web", new EnableVerification(VerificationChannel.AppPush))).Refusal);
        return host;
    }

    private static AppDevice Device(char digit, DeviceKey key) =>
        new(DeviceId.Parse(new string(digit, 2 * DeviceId.Length)), key, "a device", Instant.MinValue) { Address = PushAddress.Parse($"address {digit}") };

    /// <summary>It is down for good once it has saved, if it shall be.</summary>
    private sealed class FailingStore : PassingStore
    {
        private bool isDown;

        public bool FailsAfterSave { get; set; }

        public override ValueTask<Enrolment?> LoadAsync(AccountId account, CancellationToken cancellationToken) =>
            isDown ? throw new IOException() : base.LoadAsync(account, cancellationToken);

        public override ValueTask<bool> TrySaveAsync(EnrolmentChange change, CancellationToken cancellationToken)
        {
            isDown = FailsAfterSave;
            return base.TrySaveAsync(change, cancellationToken);
        }
    }

    private sealed class PushServices(Dictionary<DeviceId, PushReceipt> answers) : IPushSender
    {
        public Task<PushReceipt> WakeAsync(PushMessage push, CancellationToken cancellationToken) => Task.FromResult(answers[push.Device]);
    }
}
