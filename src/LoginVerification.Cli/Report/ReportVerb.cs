using System.CommandLine;
using System.Diagnostics;

namespace LoginVerification.Cli;

/// <summary><c>report</c>: all that can be told of policies, as one page for people, or side by side as a table.</summary>
internal static class ReportVerb
{
    public static Verb Create(Terminal terminal)
    {
        var policy = SharedOptions.Policies();
        var scale = SharedOptions.Scale();
        var mostStates = SharedOptions.MostStates();
        var mostShapes = SharedOptions.MostShapes();
        var file = new Option<string?>("--out") { Description = "The file to write: a page (.html), or the policies side by side as a table (.csv, .tex).", HelpName = "FILE" };
        var verb = new Verb("report", "Writes one self-contained page on where users get stuck and why, or a table that compares policies.") { policy, scale, mostStates, mostShapes, file };
        verb.SetAction((parsed, cancellationToken) => Task.Run(() => RunAsync(
            new ReportOptions(parsed.GetRequiredValue(policy))
            {
                Scale = parsed.GetValue(scale),
                MostStates = parsed.GetValue(mostStates),
                MostShapes = parsed.GetValue(mostShapes),
                Out = parsed.GetValue(file),
            },
            terminal,
            cancellationToken), CancellationToken.None));
        return verb;
    }

    private static async Task<int> RunAsync(ReportOptions written, Terminal terminal, CancellationToken cancellationToken)
    {
        var request = ReportInput.Read(written);
        var found = new List<PolicyFindings>();
        using (var progress = terminal.IsWatched ? new ProgressLine(terminal.Error, TimeProvider.System) : null)
        {
            foreach (var (name, asked) in request.Policies)
                found.Add(await PolicyFindings.FindAsync(name, asked, progress, cancellationToken));
        }

        var text = request.Form switch
        {
            ReportForm.Html => await ReportPage.WriteAsync(found, cancellationToken),
            ReportForm.Csv => ComparisonCsv.Write(Comparison.Of(found), found),
            ReportForm.Latex => ComparisonLatex.Write(Comparison.Of(found), found),
            _ => throw new UnreachableException(),
        };
        ExportFile.Write(request.Out, output => output.Write(text));
        return ExitCode.Fine;
    }
}
