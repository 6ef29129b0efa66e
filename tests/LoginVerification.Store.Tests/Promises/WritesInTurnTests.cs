using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

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

    [Theory]
    [InlineData("save")]
    [InlineData("erase")]
    [InlineData("seal anew")]
    [InlineData("claim")]
    [InlineData("complete")]
    [InlineData("put back")]
    public async Task Each_write_waits_for_its_turn(string deed)
    {
        var kind = StoreKind.Named("SQLite, sealed");
        using var scene = kind.Begin(await kind.CreateAsync());
        await scene.Verified(Scene.Israeli);
        var (world, alice, bob) = (scene.World, AccountId.Parse("alice"), AccountId.Parse("bob"));
        var submitted = (await world.History(alice))[0];
        var owed = new OutboxMessage(new string('a', 32), bob, submitted.Begins!, 1, OutboxEffect.NotifyOwner, world.Now);
        Assert.True(await world.Store.TrySaveAsync(Evolution.ChangeBy(new Enrolment(bob), [submitted], [owed]), default));
        var claimed = (await world.Outbox.ClaimAsync(world.Now, world.Now + Duration.FromMinutes(1), 1, default))[0];
        var enrolments = world.Services.GetRequiredService<EntityFrameworkEnrolments<LoginVerificationContext>>();

        Task writing;
        using (await world.Services.GetRequiredService<WriteQueue>().EnterAsync(default))
        {
            writing = Task.Run(async () => await (deed switch
            {
                "save" => scene.ByUser(new EnableVerification(VerificationChannel.Sms)),
                "erase" => world.Service.ForOperator(alice, "staff-1").EraseAsync().AsTask(),
                "seal anew" => enrolments.ResealAsync(alice.Value, default).AsTask(),
                "claim" => world.Outbox.ClaimAsync(world.Now + Duration.FromMinutes(1), world.Now + Duration.FromMinutes(2), 1, default).AsTask(),
                "complete" => world.Outbox.CompleteAsync(claimed, null, default).AsTask(),
                _ => world.Outbox.CompleteAsync(claimed, world.Now, default).AsTask() as Task,
            }));
            Assert.NotSame(writing, await Task.WhenAny(writing, Task.Delay(TimeSpan.FromMilliseconds(300))));
        }

        await writing;
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
