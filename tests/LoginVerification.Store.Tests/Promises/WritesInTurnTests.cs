using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace LoginVerification.Store.Tests;

/// <summary>SQLite lets one write at a time: those of one process stand in a queue, and do not meet it busy.</summary>
public sealed class WritesInTurnTests
{
    [Theory]
    [InlineData("SQLite")]
    [InlineData("SQLite, sealed")]
    public async Task No_two_writes_of_a_process_are_under_way_at_a_time(string store)
    {
        var kind = StoreKind.Named(store);
        var under = new UnderWay();
        using var scene = kind.Begin(await kind.CreateAsync(), [under]);
        Scene.Accepted(await scene.Submit(Scene.Israeli));
        var submitted = (await scene.World.History(AccountId.Parse("alice"))).Take(1).ToList();
        var saved = await Task.WhenAll(Enumerable.Range(0, 16).Select(number => Task.Run(async () =>
            await scene.World.Store.TrySaveAsync(Evolution.ChangeBy(new Enrolment(AccountId.Parse($"account {number}")), [.. submitted], []), default))));
        Assert.All(saved, Assert.True);
        Assert.Equal(17, under.Ended);
        Assert.Equal(1, under.Most);
    }

    private sealed class UnderWay : DbTransactionInterceptor
    {
        private int now;
        private int most;
        private int ended;

        public int Most => most;

        public int Ended => ended;

        public override ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
            DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result, CancellationToken cancellationToken = default)
        {
            var number = Interlocked.Increment(ref now);
            for (var seen = most; number > seen && Interlocked.CompareExchange(ref most, number, seen) != seen; seen = most)
            {
            }

            return new(result);
        }

        public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            Interlocked.Increment(ref ended);
            Interlocked.Decrement(ref now);
            return Task.CompletedTask;
        }
    }
}
