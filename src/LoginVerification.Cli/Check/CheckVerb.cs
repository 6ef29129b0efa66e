using System.CommandLine;

namespace LoginVerification.Cli;

/// <summary><c>check FILE</c>: is a policy valid, and if not, everything that is wrong with it.</summary>
internal static class CheckVerb
{
    private const string File = "FILE";

    public static Verb Create(Terminal terminal)
    {
        var file = new Argument<string>(File) { Description = "A policy file, or the name of a shipped policy." };
        var json = SharedOptions.Json();
        var verb = new Verb("check", "Checks a policy file and names every error, and what can hardly be meant, with its JSON path, its line and the mend.") { file, json };
        verb.SetAction(parsed => Run(parsed.GetRequiredValue(file), parsed.GetValue(json), terminal));
        return verb;
    }

    private static int Run(string file, bool json, Terminal terminal)
    {
        var (errors, warnings) = PolicySource.Check(File, file);
        if (json)
            terminal.Output.WriteLine(Json.Write(CheckJson.Of(errors, warnings), CheckJsonContext.Default.CheckJson));
        else
            new CheckText(terminal.ForPeople()).Tell(file, errors, warnings);
        return errors.Count == 0 ? ExitCode.Fine : ExitCode.No;
    }
}
