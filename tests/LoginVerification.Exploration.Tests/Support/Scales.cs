namespace LoginVerification.Exploration.Tests.Support;

/// <summary>The shipped policies at the scales of these tests.</summary>
internal static class Scales
{
    /// <summary>A shipped policy with the limits of a scale, and the scale that it is then explored at.</summary>
    public static (PolicyDocument Document, ExplorationScale Scale) Of(string policy, ExplorationScale? scale = null)
    {
        var document = ShippedPolicies.Load(policy).Document;
        var own = (scale ?? ExplorationScale.Default).For(document);
        return (own.Applied(document), own);
    }

    /// <summary>The decision table of a shipped policy, as the explorer makes it.</summary>
    public static DecisionTable TableOf(string policy, ExplorationScale? scale = null)
    {
        var (document, own) = Of(policy, scale);
        return TableBuilder.Build(document, Columns.For(document, own.Numbers), [], int.MaxValue, CancellationToken.None);
    }

    /// <summary>The decision table with every input that there is, telling or not.</summary>
    public static DecisionTable WholeTableOf(string policy, ExplorationScale? scale = null)
    {
        var (document, own) = Of(policy, scale);
        return TableBuilder.Build(document, [.. Inputs.All(own.Numbers, document.Code.Digits)], [], int.MaxValue, CancellationToken.None);
    }
}
