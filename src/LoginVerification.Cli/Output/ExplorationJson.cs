namespace LoginVerification.Cli;

/// <summary>The answer of <c>explore</c>.</summary>
internal sealed record ExplorationJson(
    string Policy,
    ScaleJson Scale,
    long States,
    long Edges,
    int Depth,
    bool Complete,
    int OperatorOnly,
    IReadOnlyList<ClassJson> Classes,
    IReadOnlyList<PropertyJson> Properties,
    LifecycleJson Lifecycle)
{
    public static ExplorationJson Of(Exploring explored) => new(
        explored.Screens.Policy,
        ScaleJson.Of(explored.Screens.Scale),
        explored.Screens.States,
        explored.Screens.Edges,
        explored.Screens.Depth,
        explored.Screens.IsComplete,
        explored.Screens.OperatorOnly,
        [.. explored.Screens.Classes.Select(known => new ClassJson(known.Name, known.IsServed, known.Countries))],
        [.. explored.Screens.Properties.Select(PropertyJson.Of)],
        LifecycleJson.Of(explored.Lifecycle));
}
