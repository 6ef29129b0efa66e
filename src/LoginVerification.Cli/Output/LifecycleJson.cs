using LoginVerification.Exploration;

namespace LoginVerification.Cli;

/// <summary>What came of the lifecycle alone, at the policy's own bounds.</summary>
internal sealed record LifecycleJson(ScaleJson Scale, long States, long Edges, bool Complete, IReadOnlyList<PropertyJson> Properties)
{
    public static LifecycleJson Of(LifecycleExploration explored) =>
        new(ScaleJson.Of(explored.Scale), explored.States, explored.Edges, explored.IsComplete, [.. explored.Properties.Select(PropertyJson.Of)]);
}
