using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Xunit.Abstractions;

namespace LoginVerification.Tests;

/// <summary>Erase and enrol again, while something of the erased enrolment is still under way: nothing of it comes back, and nothing of the next one is lost.</summary>
public sealed class ErasureTests(ITestOutputHelper output)
{
    private const int Rounds = 50;
    private const string Number = "+972502345678";
    private static readonly AccountId Account = AccountId.Parse(ServiceHost.Account);

    [Fact]
    public async Task A_late_completion_and_a_late_receipt_leave_the_next_enrolment_alone()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent) { LoopRuns = false };
        var lost = 0;
        var ids = new HashSet<string>();
        for (var round = 0; round < Rounds; round++)
        {
            // The gateway of the first enrolment answers when the next one's own message waits already: it took the SMS, or the holder opted out.
            var gateway = new TaskCompletionSource();
            SmsReceipt late = round % 2 == 0 ? new SmsReceipt.Accepted() : new SmsReceipt.OptedOut();
            host.Phone.Hang = (_, _) => gateway.Task;
            host.Phone.Answer = _ => late;
            var first = host.As("web", new SubmitPhone(Number));
            while (host.Phone.Attempts == 2 * round)
                await Task.Delay(1);
            var erased = Assert.Single(await host.WaitingAsync());
            await host.EraseAsync();

            host.Phone.Hang = (_, _) => Task.FromException(new HttpRequestException("the gateway is down"));
            await host.As("web", new SubmitPhone(Number));
            var next = Assert.Single(await host.WaitingAsync());
            gateway.SetResult();
            await first;
            await host.Dispatcher.DrainAsync();

            lost += (await host.WaitingAsync()).SequenceEqual([next]) ? 0 : 1;
            Assert.Single(await host.HistoryAsync());
            Assert.Empty((await host.StoredAsync()).OptedOut);
            Assert.True(ids.Add(erased.Id) && ids.Add(next.Id), "An id came twice.");
            await host.EraseAsync();
        }

        output.WriteLine($"{Rounds} erasures under way: {lost} messages of the next enrolment lost, {2 * Rounds} messages under {ids.Count} ids.");
        Assert.Equal(0, lost);
    }

    [Fact]
    public async Task A_notice_of_an_erased_enrolment_tells_nothing_of_the_one_that_began_while_it_was_read()
    {
        var history = new ErasedBeforeARead();
        using var host = new ServiceHost(ShippedPolicies.Consistent, builder => builder.Services.Replace(ServiceDescriptor.Singleton<IEnrolmentHistory>(history))) { LoopRuns = false };
        history.Inner = host.Store;
        await host.VerifyAsync("web", Number);
        string[] erased = [.. (await host.WaitingAsync()).Select(message => message.Id)];
        history.Before = async () =>
        {
            await host.EraseAsync();
            await host.VerifyAsync("web", "+972522345678");
        };
        await host.RunLoopAsync(TimeSpan.FromMinutes(1));

        Assert.DoesNotContain(Assert.Single(host.Owner.Letters).Id, erased);
        Assert.Empty(await host.WaitingAsync());
    }

    [Fact]
    public async Task A_command_in_flight_that_had_read_the_enrolment_does_not_bring_it_back()
    {
        var store = new WaitingStore();
        using var host = new ServiceHost(ShippedPolicies.Consistent, builder => builder.UseStore(store)) { LoopRuns = false };
        store.Inner = host.Store;
        await host.VerifyAsync("web", Number);

        var inFlight = store.HoldNextSave();
        var request = host.As("web", new EnableVerification(VerificationChannel.Sms));
        await store.Reached;
        await host.EraseAsync();
        inFlight.SetResult();

        // The race is lost, and the command is decided again for an account that has nothing.
        Assert.Equal(RefusalCode.NoVerifiedPhone, (await request).Refusal!.Code);
        Assert.Null(await host.Store.LoadAsync(Account, default));
        Assert.Empty(await host.HistoryAsync());
        Assert.Empty(await host.WaitingAsync());
    }

    [Fact]
    public async Task A_command_in_flight_never_writes_into_the_next_enrolment_though_its_version_is_the_one_expected()
    {
        var store = new WaitingStore();
        using var host = new ServiceHost(ShippedPolicies.Consistent, builder => builder.UseStore(store)) { LoopRuns = false };
        store.Inner = host.Store;
        await host.As("web", new SubmitPhone(Number));
        var erased = (await host.StoredAsync()).Id;

        var inFlight = store.HoldNextSave();
        var request = host.As("web", new CancelPending());
        await store.Reached;
        await host.EraseAsync();
        await host.As("web", new SubmitPhone("+972522345678"));
        var next = await host.StoredAsync();
        Assert.Equal(1, next.Version);
        inFlight.SetResult();

        // Decided again, it is the next enrolment's number that the user gives up.
        Assert.Null((await request).Refusal);
        Assert.NotEqual(erased, (await host.StoredAsync()).Id);
        Assert.Equal(next.Id, (await host.StoredAsync()).Id);
        Assert.Equal(["+972522345678"], (await host.StoredAsync()).FormerNumbers.Select(former => former.Number.E164));
        Assert.Equal([typeof(PhoneSubmitted), typeof(PendingCancelled)], (await host.HistoryAsync()).Select(happened => happened.GetType()));
    }

    /// <summary>It read nothing, so that it brings nothing back: it is the account's own next enrolment, begun a moment sooner or later.</summary>
    [Fact]
    public async Task A_first_command_in_flight_begins_an_enrolment_of_its_own()
    {
        var store = new WaitingStore();
        using var host = new ServiceHost(ShippedPolicies.Consistent, builder => builder.UseStore(store)) { LoopRuns = false };
        store.Inner = host.Store;
        var inFlight = store.HoldNextSave();
        var request = host.As("web", new SubmitPhone(Number));
        await store.Reached;
        await host.EraseAsync();
        inFlight.SetResult();
        Assert.Null((await request).Refusal);
        Assert.Equal(1, (await host.StoredAsync()).Version);
    }

    /// <summary>Lets something happen right before the next read.</summary>
    private sealed class ErasedBeforeARead : IEnrolmentHistory
    {
        private Func<Task>? before;

        public IEnrolmentHistory Inner { get; set; } = null!;

        public Func<Task> Before
        {
            set => before = value;
        }

        public async ValueTask<IReadOnlyList<EnrolmentEvent>> ReadAsync(AccountId account, long from, int most, CancellationToken cancellationToken)
        {
            if (Interlocked.Exchange(ref before, null) is { } happens)
                await happens();
            return await Inner.ReadAsync(account, from, most, cancellationToken);
        }

        public ValueTask EraseAsync(AccountId account, Origin origin, CancellationToken cancellationToken) => Inner.EraseAsync(account, origin, cancellationToken);

        public ValueTask<IReadOnlyList<Erasure>> ReadErasuresAsync(AccountId account, CancellationToken cancellationToken) => Inner.ReadErasuresAsync(account, cancellationToken);
    }

    /// <summary>Holds one save until the test lets it go.</summary>
    private sealed class WaitingStore : PassingStore
    {
        private TaskCompletionSource? hold;
        private TaskCompletionSource reached = new();

        public Task Reached => reached.Task;

        public TaskCompletionSource HoldNextSave()
        {
            reached = new TaskCompletionSource();
            return hold = new TaskCompletionSource();
        }

        public override async ValueTask<bool> TrySaveAsync(EnrolmentChange change, CancellationToken cancellationToken)
        {
            if (Interlocked.Exchange(ref hold, null) is { } held)
            {
                reached.SetResult();
                await held.Task;
            }

            return await base.TrySaveAsync(change, cancellationToken);
        }
    }
}
