using System.CommandLine;

namespace LoginVerification.Cli;

/// <summary><c>walk</c>: enrols a number through the real service, screen by screen.</summary>
internal static class WalkVerb
{
    public static Verb Create(Terminal terminal)
    {
        var policy = SharedOptions.Policy();
        var number = new Option<string?>("--number")
        {
            Description = $"The phone number: with + and the calling code, or national with --country. Nothing is sent to it. Without it: {WalkInput.DefaultNumber}, or the example number of --country.",
            HelpName = "+972…",
        };
        var country = new Option<string?>("--country") { Description = "The country that the person states, by its ISO 3166-1 letters.", HelpName = "CC" };
        var carrier = new Option<string?>("--carrier") { Description = "The carrier that the person states.", HelpName = "NAME" };
        var from = new Option<string?>("--from") { Description = "The surface where the person begins. Without it: the policy's first one.", HelpName = "SURFACE" };
        var json = SharedOptions.Json();
        var verb = new Verb("walk", "Enrols a number through the real service, screen by screen, and tells each refusal and its way out.")
        {
            policy, number, country, carrier, from, json,
        };
        verb.SetAction((parsed, cancellationToken) => RunAsync(
            new WalkOptions(parsed.GetRequiredValue(policy))
            {
                Number = parsed.GetValue(number),
                Country = parsed.GetValue(country),
                Carrier = parsed.GetValue(carrier),
                From = parsed.GetValue(from),
            },
            parsed.GetValue(json),
            terminal,
            cancellationToken));
        return verb;
    }

    private static async Task<int> RunAsync(WalkOptions written, bool json, Terminal terminal, CancellationToken cancellationToken)
    {
        var request = WalkInput.Read(written);
        var walk = await Walker.WalkAsync(request, TimeProvider.System, cancellationToken);
        if (json)
            await terminal.Output.WriteLineAsync(Json.Write(WalkJson.Of(request, walk), WalkJsonContext.Default.WalkJson));
        else
            new WalkText(terminal.ForPeople()).Tell(request, walk);
        return walk.DeadEnd is null ? ExitCode.Fine : ExitCode.No;
    }
}
