using System.Diagnostics;
using System.Globalization;
using LoginVerification.Exploration;

namespace LoginVerification.Benchmarks;

/// <summary>
/// The explorer beside SPIN and Rumur on the same model, in one run, each as a process of its own. SPIN has one core, the others all.
/// <c>dotnet run -c Release --project benchmarks/LoginVerification.Benchmarks -- checkers</c>
/// </summary>
internal static class CheckerComparison
{
    public const string Verb = "checkers";
    public const string ExplorerVerb = "explore-large";

    public static void Run()
    {
        var folder = Directory.CreateTempSubdirectory("checkers-").FullName;
        try
        {
            Write(folder, "model.pml", ExportFormat.Promela);
            Write(folder, "model.m", ExportFormat.Murphi);
            Checker.Run(folder, "spin", "-o2", "-a", "model.pml");
            Checker.Run(folder, "gcc", "-O2", "-DNOREDUCE", "-DSAFETY", "-o", "pan", "pan.c");
            Checker.Run(folder, "rumur", "--deadlock-detection", "off", "--output", "model.c", "model.m");
            Checker.Run(folder, "gcc", "-std=c11", "-O2", "-mcx16", "-o", "murphi", "model.c", "-lpthread");

            Console.WriteLine($"Cores: {Environment.ProcessorCount}. Load before: {File.ReadAllText("/proc/loadavg").Split(' ')[0]}.");
            Console.WriteLine();
            Console.WriteLine("| | states | edges | s | of the process: s | CPU s | M states/s | M edges/s | bytes a state |");
            Console.WriteLine("|---|---|---|---|---|---|---|---|---|");
            for (var round = 1; round <= 3; round++)
            {
                Explorer(folder, "explorer, graph alone", "graph");
                Explorer(folder, "explorer, with traps", "traps");
                Explorer(folder, "explorer, every verdict", "verdicts");
                var (spin, seconds, cpu, peak) = Checker.Run(folder, Path.Combine(folder, "pan"), "-n", "-E", "-m20000000", "-w24");
                Tell("SPIN", Checker.Number(spin, @"(\d+) states, stored") - 1, Checker.Number(spin, @"([\d.e+]+) transitions \("), Elapsed(spin, seconds), seconds, cpu, peak);
                (var rumur, seconds, cpu, peak) = Checker.Run(folder, Path.Combine(folder, "murphi"));
                Tell("Rumur", Checker.Number(rumur, @"(\d+) states, \d+ rules fired"), Checker.Number(rumur, @"states, (\d+) rules fired"), seconds, seconds, cpu, peak);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>What a process of the explorer does; the table, which the exports hold ready-made, is built before the clock starts.</summary>
    public static void ExploreLarge(string what)
    {
        var policy = LargePolicy.Make();
        var model = new LoginVerification.Exploration.Explorer().ModelOf(policy, ExplorationScale.Default.For(policy), CancellationToken.None);
        var watch = Stopwatch.StartNew();
        var graph = StateGraph.Explore(model, int.MaxValue, null, CancellationToken.None);
        var evidence = new GraphEvidence(graph, policy.Limits);
        if (what is "traps")
            GC.KeepAlive(evidence.ReachingEnabled);
        if (what is "verdicts")
            GC.KeepAlive(PolicyProperties.All.Select(property => property.Check(evidence)).ToList());
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{graph.Count} states, {graph.Edges} edges, {watch.Elapsed.TotalSeconds} s"));
    }

    private static void Explorer(string folder, string name, string what)
    {
        var (output, seconds, cpu, peak) = Checker.Run(folder, Environment.ProcessPath!, ExplorerVerb, what);
        Tell(name, Checker.Number(output, @"(\d+) states"), Checker.Number(output, @"(\d+) edges"), Checker.Number(output, @"edges, ([\d.]+) s"), seconds, cpu, peak);
    }

    /// <summary>SPIN says itself how long it walked, where that was long enough to tell.</summary>
    private static double Elapsed(string output, double seconds) =>
        output.Contains("elapsed time", StringComparison.Ordinal) ? Checker.Number(output, @"elapsed time ([\d.]+) seconds") : seconds;

    private static void Tell(string who, double states, double edges, double seconds, double whole, double cpu, long peak) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"| {who} | {states:N0} | {edges:N0} | {seconds:F2} | {whole:F2} | {cpu:F2} | {states / seconds / 1e6:F2} | {edges / seconds / 1e6:F1} | {peak / states:F0} |"));

    private static void Write(string folder, string file, ExportFormat format)
    {
        using var text = new StreamWriter(Path.Combine(folder, file));
        PolicyExport.Write(LargePolicy.Make(), format, text);
    }
}
