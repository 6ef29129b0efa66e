using LoginVerification.Exploration;

namespace LoginVerification.Cli;

/// <summary><c>mutate</c>: which single change mends or breaks what. It is a survey, so that a change that breaks something is no failure.</summary>
internal static class MutateVerb
{
    public static Verb Create(Terminal terminal)
    {
        var policy = SharedOptions.Policy();
        var scale = SharedOptions.Scale();
        var json = SharedOptions.Json();
        var verb = new Verb("mutate", "Makes every single change to a policy (screens, links, rules, modes, limits), explores each, and tells which verdicts flip.") { policy, scale, json };
        verb.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetRequiredValue(policy), parsed.GetValue(scale), parsed.GetValue(json), terminal, cancellationToken));
        return verb;
    }

    private static async Task<int> RunAsync(string policy, string? scale, bool json, Terminal terminal, CancellationToken cancellationToken)
    {
        var input = new InputReading();
        var (rules, bounds) = (input.Policy(policy), ScaleInput.Read(scale, input));
        input.Finish();
        IReadOnlyList<PolicyMutation> mutations;
        using (var progress = terminal.IsWatched ? new VariantsLine(terminal.Error) : null)
        {
            var options = new VariantOptions { Scale = bounds, Progress = progress };
            mutations = await Task.Run(() => ScaleInput.Try(scale is not null, () => PolicyMutations.Of(rules!, options, cancellationToken: cancellationToken).ToList()), CancellationToken.None);
        }

        if (json)
            await terminal.Output.WriteLineAsync(Json.Write(MutateJson.Of(rules!, mutations), MutateJsonContext.Default.MutateJson));
        else
            new MutateText(terminal.ForPeople()).Tell(rules!, mutations);
        return ExitCode.Fine;
    }
}
