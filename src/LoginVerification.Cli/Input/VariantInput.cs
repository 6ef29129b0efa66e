using System.CommandLine;
using LoginVerification.Exploration;

namespace LoginVerification.Cli;

/// <summary>How far variants of a policy are to be explored, as written and not yet read.</summary>
internal sealed record WrittenVariants(string? Scale, string? MostStates, string? MostShapes)
{
    /// <exception cref="BadInputException">The scale is too large, or its bounds contradict each other.</exception>
    public Task<T> RunAsync<T>(Func<T> run) => Task.Run(() => ScaleInput.Try(Scale is not null, run), CancellationToken.None);
}

/// <summary>The options of every verb that explores variants of a policy.</summary>
internal sealed class VariantInput
{
    private readonly Option<string?> scale = SharedOptions.Scale();
    private readonly Option<string?> mostStates = SharedOptions.MostStates();
    private readonly Option<string?> mostShapes = SharedOptions.MostShapes();

    public void AddTo(Verb verb)
    {
        verb.Add(scale);
        verb.Add(mostStates);
        verb.Add(mostShapes);
    }

    public WrittenVariants Of(ParseResult parsed) => new(parsed.GetValue(scale), parsed.GetValue(mostStates), parsed.GetValue(mostShapes));

    /// <summary>The options; what is wrong with them is complained about.</summary>
    public static VariantOptions Read(WrittenVariants written, IReadOnlyCollection<EnrolmentPolicy?> policies, InputReading input)
    {
        var limits = input.Limits(written.MostStates, written.MostShapes);
        return new VariantOptions { Scale = ScaleInput.Read(written.Scale, policies, input), MostStates = limits.MostStates, MostShapes = limits.MostShapes };
    }
}
