using System.CommandLine;
using LoginVerification.Exploration;

namespace LoginVerification.Cli;

/// <summary><c>repair</c>: small edits of a policy after which a violated property holds, and nothing else falls.</summary>
internal static class RepairVerb
{
    public static Verb Create(Terminal terminal)
    {
        var policy = SharedOptions.Policy();
        var property = new Option<string?>("--property") { Description = "The property that shall hold.", HelpName = "NAME" };
        var all = new Option<bool>("--all") { Description = "Looks for one repair of all that is violated." };
        var variants = new VariantInput();
        var patch = new Option<bool>("--patch") { Description = "Answers with the best repair as a JSON patch (RFC 6902) of the policy file, on standard output alone." };
        var json = SharedOptions.Json();
        var verb = new Verb("repair", "Finds small edits of a policy after which a violated property holds, nothing that held falls, and nothing is violated any farther; each is explored before it is told.")
        {
            policy, property, all,
        };
        variants.AddTo(verb);
        verb.Add(patch);
        verb.Add(json);
        verb.SetAction((parsed, cancellationToken) => RunAsync(
            new RepairOptions(parsed.GetRequiredValue(policy), variants.Of(parsed))
            {
                Property = parsed.GetValue(property),
                All = parsed.GetValue(all),
                Json = parsed.GetValue(json),
                Patch = parsed.GetValue(patch),
            },
            terminal,
            cancellationToken));
        return verb;
    }

    private static async Task<int> RunAsync(RepairOptions written, Terminal terminal, CancellationToken cancellationToken)
    {
        var request = RepairInput.Read(written);
        Repairing repairing;
        using (var progress = terminal.IsWatched ? new VariantsLine(terminal.Error) : null)
            repairing = await written.Variants.RunAsync(() => Repairing.Run(request, progress, cancellationToken));
        if (written.Json)
            await terminal.Output.WriteLineAsync(Json.Write(RepairJson.Of(repairing), RepairJsonContext.Default.RepairJson));
        else if (written.Patch)
            await terminal.Output.WriteLineAsync(Json.Write(PolicyEdit.ToJsonPatch(repairing.Repairs is [var best, ..] ? best.Edits : []), RepairJsonContext.Default.JsonArray));
        else
            new RepairText(terminal.ForPeople()).Tell(repairing);
        return repairing.ExitCode;
    }
}
