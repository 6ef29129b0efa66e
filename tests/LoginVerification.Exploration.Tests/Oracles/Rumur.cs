using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace LoginVerification.Exploration.Tests.Oracles;

/// <summary>Rumur's view of a Murphi model.</summary>
internal static partial class Rumur
{
    public static async Task<Counts> CountAsync(string model)
    {
        var outcome = await RunAsync(model);
        Assert.Contains("No error found", outcome.Output, StringComparison.Ordinal);
        var found = Found().Match(outcome.Output);
        return new Counts(Number(found.Groups["states"]), Number(found.Groups["rules"]));
    }

    /// <summary>Whether the liveness property holds, with the latch allowed.</summary>
    public static async Task<bool> ProvesNoTrapAsync(string model)
    {
        var outcome = await RunAsync(Export.Broken(model, "const CALM_ALLOWED: false;", "const CALM_ALLOWED: true;"));
        var isViolated = outcome.Output.Contains("liveness property \"NoTrap\" violated", StringComparison.Ordinal);
        Assert.Equal(!isViolated, outcome.Output.Contains("No error found", StringComparison.Ordinal));
        return !isViolated;
    }

    /// <summary>Searches a model to its end, or to its first error, and gives what Rumur printed.</summary>
    public static async Task<Outcome> RunAsync(string model)
    {
        using var workshop = new Workshop();
        workshop.Write("model.m", model);
        await workshop.MakeAsync("rumur", "--deadlock-detection", "off", "--output", "model.c", "model.m");
        string[] wide = RuntimeInformation.ProcessArchitecture is Architecture.X64 ? ["-mcx16"] : [];
        await workshop.MakeAsync("gcc", ["-std=c11", "-O1", .. wide, "-o", "model", "model.c", "-lpthread"]);
        return await workshop.RunAsync(workshop.PathOf("model"));
    }

    private static long Number(Group group) => long.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<states>\d+) states, (?<rules>\d+) rules fired")]
    private static partial Regex Found();
}
