using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace LoginVerification.Store.Tests;

/// <summary>An account is erased whatever is the matter with its data, and its trail is kept as its events were.</summary>
public sealed class ErasureTests
{
    private static readonly AccountId Alice = AccountId.Parse("alice");
    private static readonly string[] Tables = ["LoginVerificationEnrolments", "LoginVerificationEvents", "LoginVerificationNumbers", "LoginVerificationOutbox"];

    public static TheoryData<string, string, long> Damages => new()
    {
        { "UPDATE \"LoginVerificationEnrolments\" SET \"Snapshot\" = @p0", "1 2 3", 3 },
        { "UPDATE \"LoginVerificationEvents\" SET \"Body\" = @p0 WHERE \"Version\" = 2", "1 3", 3 },
        { "UPDATE \"LoginVerificationEvents\" SET \"Body\" = @p0", "", 3 },
        { "UPDATE \"LoginVerificationEvents\" SET \"Version\" = \"Version\" - 5", "", 3 },
        { "DELETE FROM \"LoginVerificationEvents\" WHERE \"Version\" = 3", "1 2", 3 },
        { "DELETE FROM \"LoginVerificationEvents\"", "", 3 },
        { "DELETE FROM \"LoginVerificationEnrolments\"", "1 2 3", 3 },
        { "UPDATE \"LoginVerificationEnrolments\" SET \"Version\" = 9223372036854775807", "1 2 3", (1L << 53) - 1 },
    };

    [Theory]
    [MemberData(nameof(Damages))]
    public Task What_cannot_be_read_is_erased_and_the_trail_says_what_could(string damage, string versions, long version) =>
        EraseDamagedAsync(isPostgres: false, damage, versions, version);

    [NeedsPostgresTheory]
    [MemberData(nameof(Damages))]
    public Task What_cannot_be_read_is_erased_from_a_server_as_well(string damage, string versions, long version) =>
        EraseDamagedAsync(isPostgres: true, damage, versions, version);

    [Theory]
    [InlineData("SQLite, sealed")]
    [OnPostgres("PostgreSQL, sealed")]
    public async Task What_a_lost_key_sealed_is_erased(string store)
    {
        var kind = StoreKind.Named(store);
        var connection = await kind.CreateAsync();
        using (var scene = kind.Begin(connection))
            await scene.Enabled(Scene.Israeli);
        using var another = kind.Begin(connection, configure: options => options.SealingKeys["test"] = RandomNumberGenerator.GetBytes(LoginVerificationStoreOptions.SealingKeyBytes));
        await Assert.ThrowsAsync<SealedDataException>(async () => await another.Stored());

        Assert.True((await another.World.Service.ForOperator(Alice, "staff-1").EraseAsync()).Succeeded);

        var erasure = Assert.Single(await another.World.Histories.ReadErasuresAsync(Alice, default));
        Assert.Equal((3, 0), (erasure.Version, erasure.Events.Count));
        Assert.All(Tables, table => Assert.Empty(kind.Query(connection, $"SELECT * FROM \"{table}\"")));
    }

    [Theory]
    [InlineData("SQLite, sealed")]
    [OnPostgres("PostgreSQL, sealed")]
    public async Task A_trail_that_was_moved_to_another_account_is_unreadable(string store)
    {
        var kind = StoreKind.Named(store);
        var connection = await kind.CreateAsync();
        using var scene = kind.Begin(connection);
        await scene.Enabled(Scene.Israeli);
        await scene.World.Service.ForOperator(Alice, "staff-1").EraseAsync();
        Assert.Equal(1, kind.Execute(connection, "UPDATE \"LoginVerificationErasures\" SET \"Account\" = 'bob'"));
        await Assert.ThrowsAsync<SealedDataException>(async () => await scene.World.Histories.ReadErasuresAsync(AccountId.Parse("bob"), default));
    }

    [Theory]
    [InlineData("SQLite, sealed")]
    [OnPostgres("PostgreSQL, sealed")]
    public async Task A_trail_is_sealed_anew_by_the_next_key(string store)
    {
        var kind = StoreKind.Named(store);
        var (connection, next) = (await kind.CreateAsync(), RandomNumberGenerator.GetBytes(LoginVerificationStoreOptions.SealingKeyBytes));
        IReadOnlyList<Erasure> left;
        using (var before = kind.Begin(connection))
        {
            await before.Enabled(Scene.Israeli);
            await before.World.Service.ForOperator(Alice, "staff-1").EraseAsync();
            await before.Submit(Scene.British);
            await before.World.Service.ForOperator(Alice, "staff-1").EraseAsync();
            left = await before.World.Histories.ReadErasuresAsync(Alice, default);
        }

        using (var rotating = kind.Begin(connection, configure: options => (options.SealingKeys["next"], options.CurrentSealingKey) = (next, "next")))
        {
            var enrolments = rotating.World.Services.GetRequiredService<EntityFrameworkEnrolments<LoginVerificationContext>>();
            Assert.Equal(["alice"], await enrolments.FindAfterAsync(null, 10, default));
            Assert.Empty(await enrolments.FindAfterAsync("alice", 10, default));
            Assert.True(await enrolments.ResealAsync("alice", default));
        }

        byte[] head = [1, 4, .. Encoding.UTF8.GetBytes("next")];
        Assert.All(kind.Query(connection, "SELECT \"Body\" FROM \"LoginVerificationErasures\""), row => Assert.True(((byte[])row[0]).AsSpan().StartsWith(head)));
        using var after = (kind with { IsSealed = false }).Begin(connection, configure: options => options.SealingKeys["next"] = next);
        Assert.Equal(left, await after.World.Histories.ReadErasuresAsync(Alice, default));
    }

    /// <summary>On SQLite nobody writes while an erasure is under way.</summary>
    [NeedsPostgresFact]
    public async Task An_enrolment_that_begins_while_an_erasure_finds_nothing_is_left_whole()
    {
        var (kind, between) = (StoreKind.Named("PostgreSQL"), new InBetween());
        var connection = await kind.CreateAsync();
        using var another = kind.Begin(connection);
        using var scene = kind.Begin(connection, [between]);
        await scene.Stored();
        between.Before(2, () => another.Submit(Scene.Israeli));
        between.Arm();

        Assert.True((await scene.World.Service.ForOperator(Alice, "staff-1").EraseAsync()).Succeeded);

        Assert.True(between.IsOver);
        Assert.Equal(EnrolmentState.PhonePending, (await scene.Stored()).State);
        Assert.Single(await scene.World.History(Alice));
        Assert.Empty(await scene.World.Histories.ReadErasuresAsync(Alice, default));
    }

    [NeedsPostgresTheory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task What_is_written_while_an_erasure_is_under_way_is_erased_and_is_in_the_trail(int command)
    {
        foreach (var kind in StoreKind.All.Where(kind => kind.IsPostgres))
        {
            var between = new InBetween();
            var connection = await kind.CreateAsync();
            using var another = kind.Begin(connection);
            using var scene = kind.Begin(connection, [between]);
            await scene.Verified(Scene.Israeli);
            between.Before(command, async () => Scene.Accepted(await another.ByUser(new EnableVerification(VerificationChannel.Sms))));
            between.Arm();

            Assert.True((await scene.World.Service.ForOperator(Alice, "staff-1").EraseAsync()).Succeeded);

            Assert.True(between.IsOver);
            var erasure = Assert.Single(await scene.World.Histories.ReadErasuresAsync(Alice, default));
            Assert.Equal(LifecycleTrigger.ChannelEnabled, erasure.Events[^1].Kind);
            Assert.All(Tables, table => Assert.Empty(kind.Query(connection, $"SELECT * FROM \"{table}\"")));
        }
    }

    [Theory]
    [InlineData("SQLite")]
    [OnPostgres("PostgreSQL")]
    public async Task A_trail_that_was_deleted_keeps_no_later_one_from_being_written(string store)
    {
        var kind = StoreKind.Named(store);
        var connection = await kind.CreateAsync();
        using var scene = kind.Begin(connection);
        for (var erasure = 1; erasure <= 3; erasure++)
        {
            Scene.Accepted(await scene.Submit(Scene.Israeli));
            await scene.World.Histories.EraseAsync(Alice, new Origin(scene.World.Now, Initiator.Operator, null) { StaffId = $"staff-{erasure}" }, default);
            if (erasure == 2)
                Assert.Equal(1, kind.Execute(connection, "DELETE FROM \"LoginVerificationErasures\" WHERE \"Number\" = 1"));
        }

        Assert.Equal(["staff-2", "staff-3"], (await scene.World.Histories.ReadErasuresAsync(Alice, default)).Select(erasure => erasure.Origin.StaffId));
    }

    [Fact]
    public async Task An_erasure_that_is_done_is_answered_also_to_who_hung_up()
    {
        var kind = StoreKind.Named("SQLite");
        using var hungUp = new CancellationTokenSource();
        using var scene = kind.Begin(await kind.CreateAsync(), [new HangsUp(hungUp)]);
        Scene.Accepted(await scene.Submit(Scene.Israeli));
        await scene.World.Histories.EraseAsync(Alice, new Origin(scene.World.Now, Initiator.Operator, null) { StaffId = "staff-1" }, hungUp.Token);
        Assert.True(hungUp.IsCancellationRequested);
        Assert.Equal(EnrolmentState.NoPhone, (await scene.Stored()).State);
    }

    private static async Task EraseDamagedAsync(bool isPostgres, string damage, string versions, long version)
    {
        foreach (var kind in StoreKind.All.Where(kind => kind.IsSealed && kind.IsPostgres == isPostgres))
        {
            var connection = await kind.CreateAsync();
            using var scene = kind.Begin(connection);
            await scene.Enabled(Scene.Israeli);
            Assert.True(kind.Execute(connection, damage, damage.Contains("@p0", StringComparison.Ordinal) ? [new byte[40]] : []) > 0);

            Assert.True((await scene.World.Service.ForOperator(Alice, "staff-1").EraseAsync()).Succeeded);

            var erasure = Assert.Single(await scene.World.Histories.ReadErasuresAsync(Alice, default));
            Assert.Equal(versions, string.Join(' ', erasure.Events.Select(left => left.Version)));
            Assert.Equal(version, erasure.Version);
            Assert.All(Tables, table => Assert.Empty(kind.Query(connection, $"SELECT * FROM \"{table}\"")));
            Assert.Equal(new LoginRequirement.PasswordOnly(), await scene.World.Service.GetLoginRequirementAsync(Alice));
        }
    }

    /// <summary>Hangs up when the rows are gone.</summary>
    private sealed class HangsUp(CancellationTokenSource caller) : DbTransactionInterceptor
    {
        private int commits;

        public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default) =>
            ++commits == 2 ? caller.CancelAsync() : Task.CompletedTask;
    }
}
