namespace LoginVerification.Cli;

/// <summary>How wide the columns are in which the steps of one walk stand.</summary>
internal sealed class Columns(IReadOnlyList<WalkStep> steps)
{
    /// <summary>The longest outcome: "visible link".</summary>
    public const int Outcome = 12;

    private readonly int place = steps.Select(step => step.Place.ToString().Length).DefaultIfEmpty().Max();
    private readonly int action = steps.Select(step => step.Action.Length).DefaultIfEmpty().Max();

    public string Place(WalkStep step) => step.Place.ToString().PadRight(place);

    public string Action(WalkStep step) => step.Action.PadRight(action);
}
