using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace LoginVerification.Store.Tests;

/// <summary>A save whose answer was lost counts once, and one that lost its race does not count as the one that won.</summary>
public sealed class LostAnswerTests
{
    [Theory]
    [InlineData("SQLite")]
    [InlineData("SQLite, sealed")]
    [InlineData("SQLite, a host's context")]
    [OnPostgres("PostgreSQL")]
    [OnPostgres("PostgreSQL on two servers")]
    [OnPostgres("PostgreSQL, sealed")]
    // This one repeats what failed in passing.
    [OnPostgres("PostgreSQL, a host's context")]
    public async Task A_wrong_code_whose_commit_was_not_answered_is_counted_once(string store)
    {
        var kind = StoreKind.Named(store);
        var losing = new LosingAnswers();
        using var scene = kind.Begin(await kind.CreateAsync(), [losing]);
        losing.Losing = true;
        Scene.Accepted(await scene.Submit(Scene.Israeli));
        Assert.Equal(1, losing.Lost);

        losing.Losing = true;
        Scene.Refused(RefusalCode.WrongCode, await scene.Guess(1));

        Assert.Equal(2, losing.Lost);
        Assert.Equal(1, (await scene.Stored()).FailureCount(CodePurpose.Enrol));
        Assert.Single(await scene.World.History(AccountId.Parse("alice")), happened => happened is CodeMismatched);
        Assert.Single(scene.World.Phones.Messages);
    }

    [Theory]
    [InlineData("SQLite")]
    [InlineData("SQLite, sealed")]
    [OnPostgres("PostgreSQL")]
    [OnPostgres("PostgreSQL on two servers")]
    [OnPostgres("PostgreSQL, a host's context")]
    public async Task A_save_whose_commit_was_not_answered_is_a_save(string store)
    {
        var kind = StoreKind.Named(store);
        var losing = new LosingAnswers();
        using var scene = kind.Begin(await kind.CreateAsync(), [losing]);
        await scene.Enabled(Scene.Israeli);
        var before = await scene.Stored();
        EnrolmentEvent happened = new VerificationDisabled(VerificationChannel.Sms, DisableCause.Requested) { Origin = new Origin(scene.World.Now, Initiator.Operator, null) { StaffId = "staff-1" } };
        var change = Evolving(before, happened);

        losing.Losing = true;
        Assert.True(await scene.World.Store.TrySaveAsync(change, default));
        Assert.Equal(change.Enrolment, await scene.Stored());
        // The same once more is too late, whether its answer comes or not.
        Assert.False(await scene.World.Store.TrySaveAsync(Evolving(before, happened with { Origin = happened.Origin with { StaffId = "staff-2" } }), default));
    }

    [Theory]
    [InlineData("SQLite")]
    [InlineData("SQLite, sealed")]
    [InlineData("SQLite, a host's context")]
    [OnPostgres("PostgreSQL")]
    [OnPostgres("PostgreSQL on two servers")]
    [OnPostgres("PostgreSQL, sealed")]
    [OnPostgres("PostgreSQL, a host's context")]
    public async Task Two_saves_that_say_the_same_are_two(string store)
    {
        var kind = StoreKind.Named(store);
        using var scene = kind.Begin(await kind.CreateAsync());
        await scene.Submit(Scene.Israeli);
        var before = await scene.Stored();
        var guess = Evolving(before, new CodeMismatched(before.Pending!.Challenge.Id, CodePurpose.Enrol, CodeMatch.None, null) { Origin = new Origin(scene.World.Now, Initiator.User, Surface.Parse("web")) });

        Assert.True(await scene.World.Store.TrySaveAsync(guess, default));
        // Two processes that are asked in the same millisecond have the same to save; whoever comes second has to decide again, or a guess is free.
        Assert.False(await scene.World.Store.TrySaveAsync(guess, default));
    }

    private static EnrolmentChange Evolving(Enrolment before, EnrolmentEvent happened) => Evolution.ChangeBy(before, [happened], []);

    /// <summary>Commits, and loses the answer once.</summary>
    private sealed class LosingAnswers : DbTransactionInterceptor
    {
        public bool Losing { get; set; }

        public int Lost { get; private set; }

        public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            if (!Losing)
                return Task.CompletedTask;
            (Losing, Lost) = (false, Lost + 1);
            throw new NpgsqlException("The connection broke.", new IOException());
        }
    }
}
