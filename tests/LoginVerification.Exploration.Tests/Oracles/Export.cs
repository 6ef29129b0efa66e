namespace LoginVerification.Exploration.Tests.Oracles;

/// <summary>Exports as texts, and what the explorer says of the same policy.</summary>
internal static class Export
{
    public static string Text(EnrolmentPolicy policy, ExportFormat format, ExplorationScale? scale = null)
    {
        using var text = new StringWriter { NewLine = "?" };
        PolicyExport.Write(policy, format, text, scale);
        return text.ToString();
    }

    public static PolicyExploration Explored(EnrolmentPolicy policy, ExplorationScale? scale = null) =>
        new Explorer().Explore(policy, new ExplorationOptions { Scale = scale ?? ExplorationScale.Default });

    public static StateGraph GraphOf(EnrolmentPolicy policy, ExplorationScale? scale = null)
    {
        var model = new Explorer().ModelOf(policy, (scale ?? ExplorationScale.Default).For(policy), CancellationToken.None);
        return StateGraph.Explore(model, int.MaxValue, null, CancellationToken.None);
    }

    /// <summary>The text with one line of it changed by hand.</summary>
    public static string Broken(string text, string from, string to)
    {
        Assert.Equal(2, text.Split(from).Length);
        return text.Replace(from, to, StringComparison.Ordinal);
    }
}
