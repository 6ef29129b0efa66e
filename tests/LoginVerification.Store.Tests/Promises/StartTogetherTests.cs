using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace LoginVerification.Store.Tests;

/// <summary>Processes that start at once bring an empty database to this release's schema.</summary>
public sealed class StartTogetherTests
{
    private const int Processes = 8;

    private const string Lock =
        """
        CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY, "Timestamp" TEXT NOT NULL);
        INSERT INTO "__EFMigrationsLock" VALUES (1, @p0);
        """;

    [Theory]
    [InlineData("SQLite")]
    [OnPostgres("PostgreSQL")]
    public async Task Several_processes_migrate_at_once(string store)
    {
        var kind = StoreKind.Named(store);
        var connection = kind.IsPostgres ? await PostgresServer.Shared.CreateDatabaseAsync() : StoreKind.NewFile();

        await MigrateAtOnceAsync(kind, connection);

        // With its write-ahead log on, who reads a file waits for nobody who writes it.
        if (!kind.IsPostgres)
            Assert.Equal("wal", kind.Query(connection, "PRAGMA journal_mode").Single()[0]);
    }

    [Theory]
    // It was killed long ago; or a moment ago, so that it may still be at work for all that anybody knows.
    [InlineData(120)]
    [InlineData(55)]
    public async Task A_process_that_was_killed_while_it_migrated_holds_up_nobody_for_long(int secondsAgo)
    {
        var (kind, connection) = (StoreKind.Named("SQLite"), StoreKind.NewFile());
        kind.Execute(connection, Lock, (DateTimeOffset.UtcNow - TimeSpan.FromSeconds(secondsAgo)).ToString("yyyy-MM-dd HH:mm:ss.fffffffzzz", System.Globalization.CultureInfo.InvariantCulture));
        var watch = Stopwatch.StartNew();

        await MigrateAtOnceAsync(kind, connection);

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(45));
    }

    private static async Task MigrateAtOnceAsync(StoreKind kind, string connection)
    {
        using var start = new Barrier(Processes);
        await Task.WhenAll(Enumerable.Range(0, Processes).Select(_ => Task.Factory.StartNew(MigrateAsync, TaskCreationOptions.LongRunning).Unwrap())).WaitAsync(TimeSpan.FromMinutes(2));
        using var scene = kind.Begin(connection);
        await scene.Enabled(Scene.Israeli);

        async Task MigrateAsync()
        {
            await using var services = kind.Choose(new ServiceCollection().AddLoginVerification(_ => { }), connection).Services.BuildServiceProvider();
            start.SignalAndWait();
            await services.MigrateLoginVerificationAsync();
        }
    }
}
