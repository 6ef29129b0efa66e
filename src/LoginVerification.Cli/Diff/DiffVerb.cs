using System.CommandLine;
using LoginVerification.Exploration;

namespace LoginVerification.Cli;

/// <summary><c>diff P1 P2</c>: what a change of rules gains and loses, and whom it strands.</summary>
internal static class DiffVerb
{
    private const string Left = "P1";
    private const string Right = "P2";

    public static Verb Create(Terminal terminal)
    {
        var left = new Argument<string>(Left) { Description = "The policy before: a shipped one or a file." };
        var right = new Argument<string>(Right) { Description = "The policy after: a shipped one or a file." };
        var links = SharedOptions.Links();
        var variants = new VariantInput();
        var json = SharedOptions.Json();
        var verb = new Verb("diff", "Tells what a change from one policy to another one gains and loses: who can enrol where, which verdicts flip, and who is stranded.") { left, right, links };
        variants.AddTo(verb);
        verb.Add(json);
        verb.SetAction((parsed, cancellationToken) => RunAsync(
            new DiffOptions(parsed.GetRequiredValue(left), parsed.GetRequiredValue(right), parsed.GetRequiredValue(links), variants.Of(parsed)),
            parsed.GetValue(json),
            terminal,
            cancellationToken));
        return verb;
    }

    private static async Task<int> RunAsync(DiffOptions written, bool json, Terminal terminal, CancellationToken cancellationToken)
    {
        var input = new InputReading();
        var (left, right) = (input.Policy(written.Left, Left), input.Policy(written.Right, Right));
        var links = input.Links(written.Links);
        var variants = VariantInput.Read(written.Variants, [left, right], input);
        input.Finish();
        var request = new DiffRequest(left!, right!, links);
        PolicyDifference difference;
        using (var progress = terminal.IsWatched ? new VariantsLine(terminal.Error) : null)
        {
            var options = variants with { Progress = progress };
            difference = await written.Variants.RunAsync(() => PolicyDifferences.Between(request.Left, request.Right, links, options, cancellationToken: cancellationToken));
        }

        if (json)
            await terminal.Output.WriteLineAsync(Json.Write(DiffJson.Of(difference, request), DiffJsonContext.Default.DiffJson));
        else
            new DiffText(terminal.ForPeople()).Tell(difference, request);
        return difference.IsEmpty ? ExitCode.Fine : ExitCode.No;
    }
}

/// <summary>What is to be compared.</summary>
/// <param name="Left">The policy before.</param>
/// <param name="Right">The policy after.</param>
/// <param name="Links">Which links may be followed.</param>
internal sealed record DiffRequest(EnrolmentPolicy Left, EnrolmentPolicy Right, RouteLinks Links);

/// <summary>What was written after <c>diff</c>, not yet read.</summary>
internal sealed record DiffOptions(string Left, string Right, string Links, WrittenVariants Variants);
