using System.CommandLine;
using Spectre.Console;

namespace LoginVerification.Cli;

/// <summary><c>check FILE</c>: is a policy valid, and if not, everything that is wrong with it.</summary>
internal static class CheckVerb
{
    public static Verb Create(Terminal terminal)
    {
        var file = new Argument<string>("FILE") { Description = "A policy file, or the name of a shipped policy." };
        var json = SharedOptions.Json();
        var verb = new Verb("check", "Checks a policy file and names every error with its JSON path, its line and the mend.") { file, json };
        verb.SetAction(parsed => Run(parsed.GetRequiredValue(file), parsed.GetValue(json), terminal));
        return verb;
    }

    private static int Run(string file, bool json, Terminal terminal)
    {
        var reading = PolicySource.Read("FILE", file);
        if (json)
            terminal.Output.WriteLine(Json.Write(CheckJson.Of(reading.Errors)));
        else
            Tell(reading, file, terminal.ForPeople());
        return reading.IsValid ? ExitCode.Fine : ExitCode.No;
    }

    private static void Tell(PolicyReading reading, string file, IAnsiConsole console)
    {
        var name = Shown.Plain(Shown.Quoted(file));
        foreach (var error in reading.Errors)
            console.WriteLine(Shown.Plain(error.ToString()));
        if (reading.IsValid)
            console.WriteLine($"{name} is valid.", Ink.Good);
        else
            console.WriteLine($"{name} is not valid: {Count.Of(reading.Errors.Count, "error")}.", Ink.Bad);
    }
}
