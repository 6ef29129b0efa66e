using System.CommandLine;

namespace LoginVerification.Cli;

/// <summary>The whole tool: composes the verbs, and turns whatever happens into an exit code and at most one message.</summary>
internal static class CommandLine
{
    // "@name" is a user's text here, never a file of further arguments.
    private static readonly ParserConfiguration Parsing = new() { ResponseFileTokenReplacer = null };

    /// <summary>How long a verb may tell what it knows after Ctrl+C.</summary>
    private static readonly TimeSpan LastWords = TimeSpan.FromMinutes(1);

    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, Terminal terminal, CancellationToken cancellationToken = default)
    {
        try
        {
            var parsed = Compose(terminal).Parse(arguments, Parsing);
            if (ParseComplaints.Of(parsed) is { Count: > 0 } complaints)
                throw new BadInputException(complaints);
            var invocation = new InvocationConfiguration
            {
                Output = terminal.Output,
                Error = terminal.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = LastWords,
            };
            return await parsed.InvokeAsync(invocation, cancellationToken);
        }
        catch (BadInputException bad)
        {
            foreach (var complaint in bad.Complaints)
                await terminal.ComplainAsync(complaint);
            return ExitCode.BadInput;
        }
        catch (OperationCanceledException)
        {
            await terminal.ComplainAsync("Stopped before the end.");
            return ExitCode.Stopped;
        }
        // A stream that was closed throws the second: the number of its file is another one's, which is not open for writing.
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            await terminal.ComplainAsync("Standard output takes no more. Open it, or make room where it goes, and try again.");
            return ExitCode.Unwritable;
        }
#pragma warning disable CA1031 // Nobody shall ever read a stack trace.
        catch (Exception defect)
#pragma warning restore CA1031
        {
            // Its message may hold what the user typed, and that may be a number.
            await terminal.ComplainAsync($"A defect of this tool: {defect.GetType().Name}. Please report it with the command that you gave.");
            return ExitCode.Defect;
        }
    }

    private static RootCommand Compose(Terminal terminal)
    {
        var root = new RootCommand("Log-in verification enrolment: walks a policy through the real service, explores all that it allows, and checks policy files.")
        {
            WalkVerb.Create(terminal),
            CheckVerb.Create(terminal),
            ExploreVerb.Create(terminal),
            RoutesVerb.Create(terminal),
            MatrixVerb.Create(terminal),
            ChancesVerb.Create(terminal),
            ExportVerb.Create(terminal),
        };
        // "[suggest]" is a user's text as well.
        root.Directives.Clear();
        return root;
    }
}
