using System.CommandLine;

namespace LoginVerification.Cli;

/// <summary><c>explore</c>: looks at every state of a policy and judges every property.</summary>
internal static class ExploreVerb
{
    public static Verb Create(Terminal terminal)
    {
        var policy = SharedOptions.Policy();
        var scale = SharedOptions.Scale();
        var property = new Option<string[]>("--property")
        {
            Description = "Tells this property alone; may be written for several. Without it: all of them.",
            HelpName = "NAME",
            Arity = ArgumentArity.OneOrMore,
        };
        var json = SharedOptions.Json();
        var verb = new Verb("explore", "Looks at every state that a policy allows, and proves each property or tells the shortest story against it.") { policy, scale, property, json };
        verb.SetAction((parsed, cancellationToken) => RunAsync(
            new ExploreOptions(parsed.GetRequiredValue(policy)) { Scale = parsed.GetValue(scale), Properties = parsed.GetValue(property) ?? [] },
            parsed.GetValue(json),
            terminal,
            cancellationToken));
        return verb;
    }

    private static async Task<int> RunAsync(ExploreOptions written, bool json, Terminal terminal, CancellationToken cancellationToken)
    {
        var request = ExploreInput.Read(written);
        Exploring explored;
        using (var progress = terminal.IsWatched ? new ProgressLine(terminal.Error, TimeProvider.System) : null)
            explored = await Exploring.RunAsync(request, progress, cancellationToken);
        if (json)
            await terminal.Output.WriteLineAsync(Json.Write(ExploreJson.Of(explored), ExploreJsonContext.Default.ExploreJson));
        else
            new ExploreText(terminal.ForPeople()).Tell(explored);
        return explored.ExitCode(cancellationToken.IsCancellationRequested);
    }
}
