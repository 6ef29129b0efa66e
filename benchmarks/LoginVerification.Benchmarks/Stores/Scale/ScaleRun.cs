using System.Diagnostics;
using System.Globalization;
using LoginVerification.Store.Tests;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace LoginVerification.Benchmarks.Stores.Scale;

/// <summary>
/// What the library takes with so many stored accounts on PostgreSQL: bytes at rest, latency, commands a second, top statements, waits and indexes.
/// <c>dotnet run -c Release --project benchmarks/LoginVerification.Benchmarks -- scale 1000 1000000</c>.
/// A word with spaces is SQL that is done to the tables before they are filled; one with <c>=</c> is a setting of the server.
/// </summary>
internal static class ScaleRun
{
    public const string Verb = "scale";
    private const int Sample = 200;

    public static async Task RunAsync(IReadOnlyList<string> words)
    {
        var changes = words.Where(word => word.Contains(' ', StringComparison.Ordinal)).ToList();
        var settings = words.Except(changes).Where(word => word.Contains('=', StringComparison.Ordinal)).ToList();
        var reports = new List<Report>();
        using var server = new PostgresServer(["-c", "shared_preload_libraries=pg_stat_statements", .. settings.SelectMany(setting => new[] { "-c", setting })]);
        Console.WriteLine(await Machine.DescribeAsync(server));
        foreach (var change in changes)
            Console.WriteLine($"Changed: {change}");
        foreach (var accounts in words.Except(changes).Except(settings).Select(word => int.Parse(word, CultureInfo.InvariantCulture)))
        {
            var report = new Report(accounts);
            await MeasureAsync(server, accounts, changes, report);
            reports.Add(report);
        }

        Report.Print(reports);
    }

    private static async Task MeasureAsync(PostgresServer server, int accounts, IEnumerable<string> changes, Report report)
    {
        var connection = await server.CreateDatabaseAsync();
        await using var services = LibraryEnrolments.Add(new ServiceCollection().AddLogging()).UsePostgreSql(connection, LibraryEnrolments.SealBy).Services.BuildServiceProvider();
        await services.MigrateLoginVerificationAsync();
        await services.GetRequiredService<SealingRegister<LoginVerificationContext>>().EnterAsync(default);
        foreach (var change in changes)
            await Filling.ExecuteAsync(connection, change);
        var (filling, database) = (await Filling.RunAsync(server, connection, services, accounts), new DatabaseLook(connection));
        await EnsureReadableAsync(services, accounts);
        var sizes = await database.ReadSizesAsync();
        foreach (var (name, size) in sizes.Append(("all", sizes.Sum(part => part.Bytes))))
            report.Add("Bytes an account at rest", name, string.Create(CultureInfo.InvariantCulture, $"{size / accounts:N0}"));

        var began = Stopwatch.GetTimestamp();
        await using var look = await ServerLook.OpenAsync(server, connection);
        await Filling.ExecuteAsync(connection, "SELECT pg_stat_reset()");
        var latencies = new Latencies(services, look, connection, accounts);
        await latencies.MeasureAsync(50, new Report(accounts));
        await latencies.MeasureAsync(500, report);
        await new Loads(connection, look, accounts, report).MeasureAsync();

        NpgsqlConnection.ClearAllPools();
        foreach (var (name, scans) in await database.ReadScansAsync())
            report.Add("How often each index was asked by all of this", name, string.Create(CultureInfo.InvariantCulture, $"{scans:N0}"));
        var (seconds, bytes) = await Backup.TakeAsync(server);
        report.Add("Keeping it", "a base backup of the server, MB and MB a second", string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:N0}, {bytes / 1e6 / seconds:N0}"));
        report.Add("Minutes", "filling, which is not measured", string.Create(CultureInfo.InvariantCulture, $"{filling.TotalMinutes:F1}"));
        report.Add("Minutes", "measuring", string.Create(CultureInfo.InvariantCulture, $"{Stopwatch.GetElapsedTime(began).TotalMinutes:F1}"));
        await Filling.ExecuteAsync(server.To("postgres"), $"DROP DATABASE {new NpgsqlConnectionStringBuilder(connection).Database} WITH (FORCE)");
    }

    /// <summary>A sample of what was written is what the library reads: the enrolment, its history, its number, and what a sign-in is answered.</summary>
    private static async Task EnsureReadableAsync(IServiceProvider services, int accounts)
    {
        var (store, history, enroller) = (services.GetRequiredService<IEnrolmentStore>(), services.GetRequiredService<IEnrolmentHistory>(), new Enroller(services));
        for (var i = 0; i < Sample; i++)
        {
            var stored = new StoredAccount(Random.Shared.Next(accounts));
            await enroller.AskAsync(stored.Account, stored.IsProtected);
            var enrolment = await store.LoadAsync(stored.Account, default);
            var events = await history.ReadAsync(stored.Account, 1, int.MaxValue, default);
            var number = enrolment?.Phone?.Details.Number ?? enrolment?.Pending?.Details.Number;
            if (number is null || number.E164 != stored.Number || !enrolment!.Equals(Evolution.Replay(stored.Account, events))
                || !(await store.FindAccountsAsync(number, default)).Contains(stored.Account))
                throw new InvalidOperationException($"The stored account {stored.Index} is not what was meant.");
        }
    }
}
