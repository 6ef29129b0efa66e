using System.Diagnostics;
using System.Globalization;
using LoginVerification.Benchmarks.Stores;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace LoginVerification.Benchmarks.Web;

/// <summary>
/// Requests a second over loopback: the status beside a bare minimal endpoint that answers with a constant of the same bytes, in turns in one run, with the same client; and the
/// commands of an enrolment. <c>dotnet run -c Release --project benchmarks/LoginVerification.Benchmarks -- http</c>
/// </summary>
internal static class HttpComparison
{
    public const string Verb = "http";
    private const int Rounds = 5;
    private const string Enrolled = "1";
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(1.25);
    private static int accounts = 1;

    public static async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("http-").FullName;
        try
        {
            await using var memory = await WebSide.LibraryAsync(null);
            await using var sqlite = await WebSide.LibraryAsync($"Data Source={Path.Combine(folder, "http.db")}");
            foreach (var side in new[] { memory, sqlite })
            {
                using var client = new RawClient(side.Port);
                Enrol(side, client, Enrolled, () => { });
            }

            var status = RawClient.Write("GET", WebSide.Prefix, Enrolled);
            using var first = new RawClient(memory.Port);
            var constant = first.Ask(status).ToArray();
            await using var bare = await WebSide.BareAsync(constant, hasSession: false);
            await using var behind = await WebSide.BareAsync(constant, hasSession: true);
            (string Name, WebSide Side, Action<RawClient, Action> Work)[] sides =
            [
                ("a bare endpoint", bare, Read),
                ("the same behind authorization", behind, Read),
                ("status, in memory", memory, Read),
                ("status, SQLite", sqlite, Read),
                ("commands, in memory", memory, (client, count) => Enrol(memory, client, NextAccount(), count)),
                ("commands, SQLite", sqlite, (client, count) => Enrol(sqlite, client, NextAccount(), count)),
            ];

            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{DateTime.UtcNow:yyyy-MM-dd HH:mm} UTC, {Environment.ProcessorCount} cores for client and servers, load {File.ReadAllText("/proc/loadavg").Split(' ')[0]} before, .NET {Environment.Version}; an answer has {constant.Length} bytes"));
            Console.WriteLine("| at once | | requests/s | of the bare endpoint | ms each, median | 99 % | KB each |");
            Console.WriteLine("|---|---|---|---|---|---|---|");
            foreach (var atOnce in new[] { 1, 16 })
                Compare(sides, atOnce);

            void Read(RawClient client, Action count)
            {
                client.Ask(status);
                count();
            }
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Compare((string Name, WebSide Side, Action<RawClient, Action> Work)[] sides, int atOnce)
    {
        var results = sides.ToDictionary(side => side.Name, _ => new List<Measured>());
        foreach (var (_, side, work) in sides)
            Measure(side, work, atOnce);
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var (name, side, work) in sides)
                results[name].Add(Measure(side, work, atOnce));
        }

        // Each round beside the bare endpoint's of the same round, for a machine is never as busy twice.
        var bare = results[sides[0].Name];
        foreach (var (name, rounds) in results)
        {
            var median = rounds.OrderBy(measured => measured.PerSecond).ElementAt(Rounds / 2);
            double[] shares = [.. rounds.Zip(bare, (measured, beside) => measured.PerSecond / beside.PerSecond).Order()];
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {atOnce} | {name} | {median.PerSecond:F0} ({rounds.Min(r => r.PerSecond):F0} to {rounds.Max(r => r.PerSecond):F0}) | {shares[Rounds / 2]:F2} ({shares[0]:F2} to {shares[^1]:F2}) | {median.Median:F2} | {median.Slow:F2} | {median.Kilobytes:F1} |"));
        }
    }

    /// <summary>So many connections, each with a thread of its own: the servers have the pool to themselves.</summary>
    private static Measured Measure(WebSide side, Action<RawClient, Action> work, int atOnce)
    {
        var times = Enumerable.Range(0, atOnce).Select(_ => new List<double>(100_000)).ToArray();
        var clients = times.Select(_ => new RawClient(side.Port)).ToArray();
        var (allocated, watch) = (GC.GetTotalAllocatedBytes(), Stopwatch.StartNew());
        var threads = times.Zip(clients, (each, client) => new Thread(() =>
        {
            var began = Stopwatch.GetTimestamp();
            while (watch.Elapsed < Round)
                work(client, Count);

            void Count()
            {
                each.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
                began = Stopwatch.GetTimestamp();
            }
        })).ToArray();
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
        var measured = new Measured([.. times.SelectMany(each => each).Order()], watch.Elapsed, GC.GetTotalAllocatedBytes() - allocated);
        Array.ForEach(clients, client => client.Dispose());
        return measured;
    }

    /// <summary>The three commands that a new account needs.</summary>
    private static void Enrol(WebSide side, RawClient client, string account, Action count)
    {
        var number = Enroller.NumberOf(int.Parse(account, CultureInfo.InvariantCulture));
        Give("PUT", "/phone", $$"""{"number":"{{number}}"}""");
        Give("POST", "/phone/confirmation", $$"""{"code":"{{side.Services.GetRequiredService<PhoneInHand>().CodeOf(number)}}"}""");
        Give("PUT", "/channel", """{"channel":"Sms"}""");

        void Give(string method, string path, string body)
        {
            client.Ask(RawClient.Write(method, WebSide.Prefix + path, account, body));
            count();
        }
    }

    private static string NextAccount() => Interlocked.Increment(ref accounts).ToString(CultureInfo.InvariantCulture);
}
