using System.Globalization;
using System.Text.RegularExpressions;

namespace LoginVerification.Exploration.Tests.Oracles;

/// <summary>SPIN's view of a Promela model.</summary>
internal static partial class Spin
{
    public static async Task<Counts> CountAsync(string model)
    {
        var outcome = await RunAsync(model);
        Assert.Contains("errors: 0", outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("search depth", outcome.Output, StringComparison.Ordinal);
        return new Counts(Number(States().Match(outcome.Output)), Number(Transitions().Match(outcome.Output)));
    }

    /// <summary>Searches a model to its end, or to its first error, and gives what SPIN printed.</summary>
    public static async Task<Outcome> RunAsync(string model)
    {
        using var workshop = new Workshop();
        workshop.Write("model.pml", model);
        await workshop.MakeAsync("spin", "-o2", "-a", "model.pml");
        await workshop.MakeAsync("gcc", "-DNOREDUCE", "-DSAFETY", "-o", "pan", "pan.c");
        return await workshop.RunAsync(workshop.PathOf("pan"), "-n", "-E", "-m2000000", "-w22");
    }

    /// <summary>Whether some run passes a label <c>accept</c> for ever.</summary>
    public static async Task<bool> FindsAcceptanceCycleAsync(string model)
    {
        using var workshop = new Workshop();
        workshop.Write("model.pml", model);
        await workshop.MakeAsync("spin", "-a", "model.pml");
        await workshop.MakeAsync("gcc", "-DNOREDUCE", "-o", "pan", "pan.c");
        var outcome = await workshop.RunAsync(workshop.PathOf("pan"), "-a", "-n", "-m100000");
        var isFound = outcome.Output.Contains("acceptance cycle", StringComparison.Ordinal);
        Assert.Contains(isFound ? "errors: 1" : "errors: 0", outcome.Output, StringComparison.Ordinal);
        return isFound;
    }

    /// <summary>Whether SPIN makes a checker of a model: it stops at a <c>d_step</c> that is too long.</summary>
    public static async Task TakesAsync(string model)
    {
        using var workshop = new Workshop();
        workshop.Write("model.pml", model);
        await workshop.MakeAsync("spin", "-o2", "-a", "model.pml");
    }

    private static long Number(Match match) => long.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(\d+) states, stored")]
    private static partial Regex States();

    [GeneratedRegex(@"(\d+) transitions \(")]
    private static partial Regex Transitions();
}
