using Spectre.Console;

namespace LoginVerification.Cli;

/// <summary>Where the tool writes: answers to standard output, complaints to standard error.</summary>
internal sealed class Terminal(TextWriter output, TextWriter error, bool coloured)
{
    public TextWriter Output => output;

    public TextWriter Error => error;

    /// <summary>Whether a person looks at standard error, who wants to see how far long work is.</summary>
    public bool IsWatched { get; init; }

    /// <summary>Colours only for a person who looks at a terminal and has not asked for none (no-color.org).</summary>
    public static Terminal OfProcess() => new(
        Console.Out,
        Console.Error,
        coloured: !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")))
    {
        IsWatched = !Console.IsErrorRedirected,
    };

    /// <summary>Standard output for people. Lines are as long as they are; where they break is the terminal's business.</summary>
    public TextOutput ForPeople()
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = coloured ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = coloured ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            // They would colour a pipe where they recognise a build server.
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
            Out = new AnsiConsoleOutput(output),
        });
        console.Profile.Width = int.MaxValue;
        return new TextOutput(console);
    }

    /// <summary>Says what is wrong. Where standard error is closed or full, the exit code alone says it.</summary>
    public async Task ComplainAsync(string complaint)
    {
        try
        {
            await error.WriteLineAsync($"login-verification: {Shown.Plain(complaint)}");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // There is nowhere left to tell it.
        }
    }
}
