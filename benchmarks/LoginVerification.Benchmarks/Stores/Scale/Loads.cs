using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Hosting;

namespace LoginVerification.Benchmarks.Stores.Scale;

/// <summary>What the library does in a time, with many at once and with all that runs in the background, and what the server does meanwhile.</summary>
internal sealed class Loads(string connection, ServerLook server, int accounts, Report report)
{
    private const string Table = "16 at once, with all that runs in the background";
    private const string Enrolments = "LoginVerificationEnrolments";
    private const string Outbox = "LoginVerificationOutbox";
    private const int AtOnce = 16;
    private const int MostStatements = 8;

    /// <summary>Fewer than a policy refuses.</summary>
    private const int ChangesEach = 4;

    private static readonly TimeSpan Length = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);
    private readonly DatabaseLook database = new(connection);

    public async Task MeasureAsync()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        LibraryEnrolments.Add(builder.Services).UsePostgreSql(connection, LibraryEnrolments.SealBy);
        using var host = builder.Build();
        await host.StartAsync();
        var enroller = new Enroller(host.Services);

        var (stored, sizes, log) = (await database.CountAsync(Enrolments), await database.ReadSizesAsync(), await server.ReadLogPositionAsync());
        await server.ForgetStatementsAsync();
        var commands = await WatchedAsync("enrolments", "commands", index => enroller.CommandsOf(AccountId.Parse(Guid.NewGuid().ToString()), Enroller.NumberOf(index)));
        var enrolled = commands.Milliseconds.Length / 3;
        Tell("messages that wait when the last enrolment is answered", $"{await database.CountAsync(Outbox):N0}");
        Tell("seconds until they are sent", $"{(await DrainAsync()).TotalSeconds:F0}");
        Tell("bytes of log for an enrolment, its notices sent", $"{(await server.ReadLogPositionAsync() - log) / enrolled:N0}");
        foreach (var (sql, calls, milliseconds, share) in await server.ReadTopAsync(MostStatements))
            report.Add("Statements of the enrolments that take most time: calls, ms each, share", sql, string.Create(CultureInfo.InvariantCulture, $"{calls:N0}, {milliseconds:F3}, {share:P0}"));
        var vacuum = Stopwatch.StartNew();
        await Filling.ExecuteAsync(connection, "VACUUM");
        report.Add("Keeping it", "VACUUM of all tables after the enrolments, s", string.Create(CultureInfo.InvariantCulture, $"{vacuum.Elapsed.TotalSeconds:F1}"));
        foreach (var ((name, before), (_, now)) in sizes.Zip(await database.ReadSizesAsync()))
            report.Add("Bytes by which an enrolment of this load made each grow, after VACUUM", name, string.Create(CultureInfo.InvariantCulture, $"{(now - before) / enrolled:N0}"));

        await WatchedAsync("changes", "commands to stored accounts", index => index < ChangesEach * StoredAccount.CountOfTheFirst(accounts) && StoredAccount.OfTheFirst(accounts, index).Account is var account
            ? [() => enroller.DisableAsync(account), () => enroller.EnableAsync(account)]
            : []);
        await DrainAsync();
        await WatchedAsync("questions at sign-in", "questions", _ => [() => enroller.AskAsync(StoredAccount.Random(accounts).Account, isProtected: true)]);
        await host.StopAsync();
        if (await database.CountAsync(Enrolments) is var all && all != stored + enrolled)
            throw new InvalidOperationException($"There are {all} accounts, of {stored} and {enrolled} that were enrolled.");
        Tell("outcome", $"{enrolled:N0} enrolments answered and stored, no command failed");
    }

    /// <summary>Waits until the background has sent what waits.</summary>
    private async Task<TimeSpan> DrainAsync()
    {
        var watch = Stopwatch.StartNew();
        while (await database.CountAsync(Outbox) > 0)
            await Task.Delay(TimeSpan.FromSeconds(1));
        return watch.Elapsed;
    }

    private async Task<Measured> WatchedAsync(string what, string unit, Func<int, IReadOnlyList<Func<Task>>> work)
    {
        var (waits, before) = (new List<string>(), await database.ReadUpdatesAsync(Enrolments));
        using var end = new CancellationTokenSource();
        var watching = WatchAsync(waits, end.Token);
        var measured = await Load.RunAsync(AtOnce, Length, work);
        await end.CancelAsync();
        await watching;
        Tell($"{unit} a second", $"{measured.PerSecond:N0}");
        Tell($"ms of the {unit}, median and 99 %", $"{measured.Median:F1}, {measured.Slow:F0}");
        if (await database.ReadUpdatesAsync(Enrolments) is var after && after.Updated > before.Updated)
            Tell($"updates of a snapshot without a change of an index (HOT), {what}", $"{(after.Hot - before.Hot) / (double)(after.Updated - before.Updated):P0}");
        foreach (var (kind, count) in waits.CountBy(wait => wait).OrderByDescending(wait => wait.Value))
            report.Add($"Where statements of {what} are met, looked at every {Look.TotalMilliseconds} ms", kind, string.Create(CultureInfo.InvariantCulture, $"{(double)count / waits.Count:P1}"));
        return measured;
    }

    private async Task WatchAsync(List<string> waits, CancellationToken end)
    {
        while (!end.IsCancellationRequested)
        {
            foreach (var (kind, what) in await server.ReadWaitsAsync())
                waits.Add(kind switch
                {
                    "" => "no wait",
                    "Lock" => "lock of a row or table",
                    "LWLock" when what.StartsWith("WAL", StringComparison.Ordinal) => "turn at the log",
                    "LWLock" => "other lock in the server's memory",
                    "IO" when what.StartsWith("WAL", StringComparison.Ordinal) => "writing the log",
                    "IO" => "reading and writing tables",
                    _ => kind,
                });
            await Task.Delay(Look, end).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private void Tell(string what, FormattableString value) => report.Add(Table, what, value.ToString(CultureInfo.InvariantCulture));
}
