using System.CommandLine;
using LoginVerification.Exploration;

namespace LoginVerification.Cli;

/// <summary><c>export</c>: hands the model of a policy to other tools.</summary>
internal static class ExportVerb
{
    public static Verb Create(Terminal terminal)
    {
        var policy = SharedOptions.Policy();
        var format = new Option<string?>("--format") { Description = "In which form: a model for SPIN (promela), Rumur (murphi) or TLC (tla), a statechart that runs (scxml, xstate), the graph (jsonl), a drawing, or the Markov chains of users (prism).", HelpName = string.Join('|', ExportInput.Names) };
        var scale = SharedOptions.Scale();
        var file = new Option<string?>("--out") { Description = "The file to write. Without it: standard output.", HelpName = "FILE" };
        var verb = new Verb("export", "Writes the model of a policy for a model checker, a drawing tool or a program of yours.") { policy, format, scale, file };
        // On a thread of its own, so that Ctrl-C is heard while it works.
        verb.SetAction((parsed, cancellationToken) => Task.Run(() => Run(
            new ExportOptions(parsed.GetRequiredValue(policy)) { Format = parsed.GetValue(format), Scale = parsed.GetValue(scale), Out = parsed.GetValue(file) },
            terminal,
            cancellationToken), CancellationToken.None));
        return verb;
    }

    private static int Run(ExportOptions written, Terminal terminal, CancellationToken cancellationToken)
    {
        var request = ExportInput.Read(written);
        if (request.Out is { } file)
            ExportFile.Write(file, output => Write(request, output, cancellationToken));
        else
            Write(request, terminal.Output, cancellationToken);
        return ExitCode.Fine;
    }

    private static bool Write(ExportRequest request, TextWriter output, CancellationToken cancellationToken)
    {
        // Chains keep the policy's own limits, so that no scale makes them smaller.
        return request.Format is ExportFormat.Prism ? PolicyTooLarge.Told(Written) : ScaleInput.Try(request.IsScaled, Written);

        bool Written()
        {
            PolicyExport.Write(request.Policy, request.Format, output, request.Scale, cancellationToken: cancellationToken);
            return true;
        }
    }
}
