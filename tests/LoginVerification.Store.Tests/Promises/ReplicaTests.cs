using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace LoginVerification.Store.Tests;

/// <summary>A real replica that lags: whatever a host is told of servers, no sign-in goes by what the replica knows.</summary>
public sealed class ReplicaTests
{
    private static readonly AccountId Alice = AccountId.Parse("alice");
    private static readonly StoreKind Kind = StoreKind.Named("PostgreSQL");

    [NeedsPostgresFact]
    public async Task A_replica_that_lags_never_says_that_the_password_is_enough()
    {
        using var primary = new PostgresServer(["-c", "fsync=off"]);
        var toPrimary = await primary.CreateDatabaseAsync();
        using var before = Kind.Begin(toPrimary);
        await before.World.Services.MigrateLoginVerificationAsync();
        using var replica = primary.Replicate();
        var toReplica = new NpgsqlConnectionStringBuilder(toPrimary) { Port = replica.Port }.ConnectionString;
        Kind.Query(toReplica, "SELECT pg_wal_replay_pause()");
        await WaitAsync(toReplica, "SELECT pg_get_wal_replay_pause_state() = 'paused'");
        await before.Enabled(Scene.Israeli);
        Assert.Empty(Kind.Query(toReplica, "SELECT * FROM \"LoginVerificationEnrolments\""));

        // The replica alone: with a database of its own, and in a host's context.
        foreach (var choose in new Action<LoginVerificationBuilder>[] { builder => Kind.Choose(builder, toReplica), builder => ChooseHosted(builder, toReplica) })
        {
            var told = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync(choose));
            Assert.Contains("the address of the primary server and no replica", told.Message, StringComparison.Ordinal);
        }

        // Both, the replica first: Npgsql by itself would ask it.
        var toBoth = new NpgsqlConnectionStringBuilder(toPrimary) { Host = string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{replica.Port},127.0.0.1:{primary.Port}"), HostRecheckSeconds = 1 }.ConnectionString;
        Assert.Equal(true, Kind.Query(toBoth, "SELECT pg_is_in_recovery()").Single()[0]);
        foreach (var hosts in new[] { toBoth, $"{toBoth};Load Balance Hosts=true", $"{toBoth};Target Session Attributes=read-write" })
        {
            await StartAsync(builder => Kind.Choose(builder, hosts));
            using var scene = Kind.Begin(hosts);
            for (var sign = 0; sign < 10; sign++)
                Assert.Equal(new LoginRequirement.Verify(VerificationChannel.Sms), await scene.World.Service.GetLoginRequirementAsync(Alice));
        }

        // The primary is gone, and the replica takes its place: until then the sign-in is blocked, and afterwards it is as it was.
        using var after = Kind.Begin(toBoth);
        Assert.Equal(new LoginRequirement.Verify(VerificationChannel.Sms), await after.World.Service.GetLoginRequirementAsync(Alice));
        await WaitAsync(toReplica, $"SELECT pg_last_wal_receive_lsn() >= '{Kind.Query(toPrimary, "SELECT pg_current_wal_lsn()::text").Single()[0]}'::pg_lsn");
        primary.Stop(crash: true);
        Assert.Equal(new LoginRequirement.Blocked(BlockReason.EnrolmentUnreadable), await after.World.Service.GetLoginRequirementAsync(Alice));
        Kind.Query(toReplica, "SELECT pg_wal_replay_resume()");
        Kind.Query(toReplica, "SELECT pg_promote()");
        var answers = new List<LoginRequirement>();
        for (var patience = 0; patience < 100 && answers is not [.., LoginRequirement.Verify]; patience++)
        {
            await Task.Delay(100);
            answers.Add(await after.World.Service.GetLoginRequirementAsync(Alice));
        }

        Assert.Equal(new LoginRequirement.Verify(VerificationChannel.Sms), answers[^1]);
        Assert.DoesNotContain(new LoginRequirement.PasswordOnly(), answers);
        Scene.Accepted(await after.ByUser(new DisableVerification()));
    }

    [Theory]
    [InlineData("any")]
    [InlineData("standby")]
    [InlineData("prefer-standby")]
    [InlineData("prefer-primary")]
    [InlineData("read-only")]
    public void Hosts_of_which_a_replica_may_answer_are_refused_where_they_are_written(string attributes)
    {
        var refused = Assert.Throws<ArgumentException>(() => new ServiceCollection().AddLoginVerification(_ => { }).UsePostgreSql($"Host=db1,db2;Password=open-sesame;Target Session Attributes={attributes}"));
        Assert.Contains("Leave it out, or write primary.", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("open-sesame", refused.Message, StringComparison.Ordinal);
    }

    private static void ChooseHosted(LoginVerificationBuilder builder, string connection)
    {
        builder.Services.AddDbContext<HostContext>(options => options.UseNpgsql(connection));
        builder.UseEntityFrameworkCore<HostContext>();
    }

    private static async Task StartAsync(Action<LoginVerificationBuilder> choose)
    {
        var application = new HostApplicationBuilder();
        choose(application.Services.AddLoginVerification(options =>
            {
                options.SmsHost = "example.com";
                options.CodeKeys["test"] = new byte[32];
            })
            .UsePhoneNumbers().UseSms(new RecordingPhone()).UseNotifier(new RecordingOwner()));
        using var host = application.Build();
        await host.StartAsync();
        await host.StopAsync();
    }

    private static async Task WaitAsync(string connection, string condition)
    {
        while (Kind.Query(connection, condition).Single()[0] is not true)
            await Task.Delay(20);
    }
}
