using LoginVerification.Exploration;

namespace LoginVerification.Cli;

/// <summary><c>mutate</c>: which single change repairs or breaks what. It is a survey, so that a change that breaks something is no failure.</summary>
internal static class MutateVerb
{
    public static Verb Create(Terminal terminal)
    {
        var policy = SharedOptions.Policy();
        var variants = new VariantInput();
        var json = SharedOptions.Json();
        var verb = new Verb("mutate", "Makes every single change to a policy (screens, links, rules, modes, limits), explores each, and tells which verdicts flip.") { policy };
        variants.AddTo(verb);
        verb.Add(json);
        verb.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetRequiredValue(policy), variants.Of(parsed), parsed.GetValue(json), terminal, cancellationToken));
        return verb;
    }

    private static async Task<int> RunAsync(string policy, WrittenVariants written, bool json, Terminal terminal, CancellationToken cancellationToken)
    {
        var input = new InputReading();
        var rules = input.Policy(policy);
        var variants = VariantInput.Read(written, [rules], input);
        input.Finish();
        IReadOnlyList<PolicyMutation> mutations;
        using (var progress = terminal.IsWatched ? new VariantsLine(terminal.Error) : null)
        {
            var options = variants with { Progress = progress };
            mutations = await written.RunAsync(() => PolicyMutations.Of(rules!, options, cancellationToken: cancellationToken).ToList());
        }

        if (json)
            await terminal.Output.WriteLineAsync(Json.Write(MutateJson.Of(rules!, mutations), MutateJsonContext.Default.MutateJson));
        else
            new MutateText(terminal.ForPeople()).Tell(rules!, mutations);
        return ExitCode.Fine;
    }
}
