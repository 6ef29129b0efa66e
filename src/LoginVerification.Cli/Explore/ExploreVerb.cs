using System.CommandLine;
using LoginVerification.Exploration;

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
            Description = "Judges this property alone, and works out no more than it needs; may be written for several. Without it, --that and --properties: all of the library's.",
            HelpName = "NAME",
            Arity = ArgumentArity.OneOrMore,
        };
        var that = new Option<string[]>("--that")
        {
            Description = "Judges this property of your own, for example 'Home: alwaysReachable (screen = settings)'; may be written for several. See docs/properties.md.",
            HelpName = "PROPERTY",
            Arity = ArgumentArity.OneOrMore,
        };
        var file = new Option<string?>("--properties")
        {
            Description = "Judges the properties in this file, one a line; lines that begin with # say nothing.",
            HelpName = "FILE",
        };
        var mostStates = SharedOptions.MostStates();
        var mostShapes = SharedOptions.MostShapes();
        var json = SharedOptions.Json();
        var verb = new Verb("explore", "Looks at every state that a policy allows, and proves each property or tells the shortest story against it.") { policy, scale, property, that, file, mostStates, mostShapes, json };
        verb.SetAction((parsed, cancellationToken) => RunAsync(
            new ExploreOptions(parsed.GetRequiredValue(policy))
            {
                Scale = parsed.GetValue(scale),
                Properties = parsed.GetValue(property) ?? [],
                That = parsed.GetValue(that) ?? [],
                PropertiesFile = parsed.GetValue(file),
                MostStates = parsed.GetValue(mostStates),
                MostShapes = parsed.GetValue(mostShapes),
            },
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
            explored = await Exploring.RunAsync(request, new Explorer(), progress, cancellationToken);
        if (json)
            await terminal.Output.WriteLineAsync(Json.Write(ExploreJson.Of(explored), ExploreJsonContext.Default.ExploreJson));
        else
            new ExploreText(terminal.ForPeople()).Tell(explored);
        return explored.ExitCode(cancellationToken.IsCancellationRequested);
    }
}
