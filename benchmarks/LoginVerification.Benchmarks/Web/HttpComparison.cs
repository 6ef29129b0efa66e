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
    private const int Rounds = 15;
    private const int WarmUps = 20;
    private const string Enrolled = "1";

    /// <summary>Short, so that what else the machine does falls on all sides alike.</summary>
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(0.3);
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
            await using var reading = await WebSide.ReadingAsync(constant, $"Data Source={Path.Combine(folder, "row.db")}");
            (string Name, WebSide Side, Action<RawClient, Action> Work)[] reads =
            [
                ("a bare endpoint", bare, Read),
                ("the same behind authorization", behind, Read),
                ("the same, and a row read from SQLite", reading, Read),
                ("status, in memory", memory, Read),
                ("status, SQLite", sqlite, Read),
            ];

            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{DateTime.UtcNow:yyyy-MM-dd HH:mm} UTC, {Environment.ProcessorCount} cores for client and servers, load {File.ReadAllText("/proc/loadavg").Split(' ')[0]} before, .NET {Environment.Version}; an answer has {constant.Length} bytes"));
            Console.WriteLine("| at once | | requests/s, median | of the bare endpoint's (quartiles) | CPU µs each | bare beside it | KB each |");
            Console.WriteLine("|---|---|---|---|---|---|---|");
            foreach (var atOnce in new[] { 1, 16 })
                Compare(reads, atOnce);
            // Last, for what commands owe goes out behind them.
            (string Name, WebSide Side, Action<RawClient, Action> Work)[] commands =
            [
                reads[0],
                ("commands, in memory", memory, (client, count) => Enrol(memory, client, NextAccount(), count)),
                ("commands, SQLite", sqlite, (client, count) => Enrol(sqlite, client, NextAccount(), count)),
            ];
            foreach (var atOnce in new[] { 1, 16 })
                Compare(commands, atOnce);

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
        var clients = sides.Select(side => Enumerable.Range(0, atOnce).Select(_ => new RawClient(side.Side.Port)).ToArray()).ToArray();
        var results = sides.Select(_ => new List<Slice>()).ToArray();
        for (var round = -WarmUps; round < Rounds; round++)
        {
            for (var side = 0; side < sides.Length; side++)
            {
                var slice = Measure(sides[side].Work, clients[side]);
                if (round >= 0)
                    results[side].Add(slice);
            }
        }

        foreach (var (side, slices) in sides.Zip(results))
        {
            // Each slice beside the bare endpoint's of the same round, for a machine is never as busy twice.
            double[] shares = [.. slices.Zip(results[0], (slice, beside) => slice.PerSecond / beside.PerSecond).Order()];
            var (cpu, bare) = (CpuOf(slices), CpuOf(results[0]));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {atOnce} | {side.Name} | {Median(slices.Select(slice => slice.PerSecond)):F0} | {shares[Rounds / 2]:F2} ({shares[Rounds / 4]:F2} to {shares[Rounds * 3 / 4]:F2}) | {cpu:F0} | {bare / cpu:F2} | {slices.Sum(slice => slice.Allocated) / 1024.0 / slices.Sum(slice => slice.Requests):F1} |"));
        }

        foreach (var client in clients.SelectMany(each => each))
            client.Dispose();
    }

    /// <summary>So many connections, each with a thread of its own: the servers have the pool to themselves.</summary>
    private static Slice Measure(Action<RawClient, Action> work, RawClient[] clients)
    {
        var requests = 0;
        var (cpu, allocated, watch) = (Environment.CpuUsage.TotalTime, GC.GetTotalAllocatedBytes(), Stopwatch.StartNew());
        var threads = Array.ConvertAll(clients, client => new Thread(() =>
        {
            var own = 0;
            while (watch.Elapsed < Round)
                work(client, Count);
            Interlocked.Add(ref requests, own);

            void Count() => own++;
        }));
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
        return new Slice(requests, watch.Elapsed, Environment.CpuUsage.TotalTime - cpu, GC.GetTotalAllocatedBytes() - allocated);
    }

    /// <summary>Microseconds of this process a request: of client and server, whatever else the machine does.</summary>
    private static double CpuOf(List<Slice> slices) => Median(slices.Where(slice => slice.Requests > 0).Select(slice => slice.Cpu.TotalMicroseconds / slice.Requests));

    private static double Median(IEnumerable<double> values) => values.Order().ToArray() is var sorted ? sorted[sorted.Length / 2] : 0;

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

    /// <param name="Requests">How many were answered.</param>
    /// <param name="Elapsed">In which time.</param>
    /// <param name="Cpu">What client and servers took of the processors.</param>
    /// <param name="Allocated">Bytes of both.</param>
    private sealed record Slice(int Requests, TimeSpan Elapsed, TimeSpan Cpu, long Allocated)
    {
        public double PerSecond => Requests / Elapsed.TotalSeconds;
    }
}
