using System.Diagnostics;
using System.Globalization;
using LoginVerification.Store.Tests;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace LoginVerification.Benchmarks.Stores.Scale;

/// <summary>Fills a database with accounts. The server may forget what it is filled with, in the meantime; what is measured is measured afterwards.</summary>
internal static class Filling
{
    private const int BatchSize = 2000;

    /// <summary>More than there are cores: while one waits for the server, another one makes accounts.</summary>
    private const int AtOnce = 3;

    private static readonly string[] Careless =
        ["fsync = off", "full_page_writes = off", "synchronous_commit = off", "max_wal_size = '8GB'", "shared_buffers = '2GB'", "maintenance_work_mem = '1GB'", "autovacuum = off"];

    public static async Task<TimeSpan> RunAsync(PostgresServer server, string connection, IServiceProvider services, int accounts)
    {
        var began = Stopwatch.GetTimestamp();
        await RestartAsync(server, Careless.Select(setting => $"ALTER SYSTEM SET {setting}"));
        await WriteAsync(connection, services, accounts);
        await ExecuteAsync(connection, "VACUUM (ANALYZE)");
        await RestartAsync(server, ["ALTER SYSTEM RESET ALL"]);
        // What the server did not wait for is on the disk now, and nothing of it is left to be written while it is measured.
        using var sync = Process.Start("sync");
        await sync.WaitForExitAsync();
        return Stopwatch.GetElapsedTime(began);
    }

    public static async Task ExecuteAsync(string connection, string sql)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        await using var command = source.CreateCommand(sql);
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync();
    }

    private static async Task WriteAsync(string connection, IServiceProvider services, int accounts)
    {
        await using var scope = services.CreateAsyncScope();
        var model = scope.ServiceProvider.GetRequiredService<LoginVerificationContext>().Model;
        var (next, written, at, watch) = (-1, 0, DateTimeOffset.UtcNow.AddHours(-1), Stopwatch.StartNew());
        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => Task.Run(async () =>
        {
            await using var database = new NpgsqlConnection(connection);
            await database.OpenAsync();
            var copies = new Copies(model);
            while (Interlocked.Increment(ref next) * BatchSize is var first && first < accounts)
            {
                // Another one each time: what is erased leaves a trail in memory.
                await using var maker = new AccountMaker(at, services);
                var rows = new List<AccountRows>(BatchSize);
                for (var index = first; index < Math.Min(first + BatchSize, accounts); index++)
                    rows.Add(await maker.MakeAsync(new StoredAccount(index)));
                await copies.WriteAsync(database, rows);
                Progress.Tell(string.Create(CultureInfo.InvariantCulture, $"{Interlocked.Add(ref written, rows.Count):N0} of {accounts:N0} accounts, {watch.Elapsed.TotalSeconds:N0} s"));
            }
        })));
    }

    private static async Task RestartAsync(PostgresServer server, IEnumerable<string> changes)
    {
        foreach (var change in changes)
            await ExecuteAsync(server.To("postgres"), change);
        NpgsqlConnection.ClearAllPools();
        server.Stop();
        server.Start();
    }

    private sealed class Copies(IModel model)
    {
        private readonly RowCopy<EnrolmentRow> enrolments = new(model);
        private readonly RowCopy<EventRow> events = new(model);
        private readonly RowCopy<NumberRow> numbers = new(model);

        public async Task WriteAsync(NpgsqlConnection database, List<AccountRows> accounts)
        {
            await enrolments.WriteAsync(database, accounts.Select(account => account.Enrolment));
            await events.WriteAsync(database, accounts.SelectMany(account => account.Events));
            await numbers.WriteAsync(database, accounts.SelectMany(account => account.Numbers));
        }
    }
}
