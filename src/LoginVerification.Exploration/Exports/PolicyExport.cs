using System.Diagnostics;

namespace LoginVerification.Exploration;

/// <summary>
/// Writes a policy's model for others. Promela, Murphi, TLA+ and the statecharts say what the decision table, the screens, the links and the
/// gates do, and leave the search to who reads them, so that its counts confirm the explorer's. Deterministic; lines end with <c>\n</c>. Thread-safe.
/// </summary>
public static class PolicyExport
{
    /// <summary>Writes the model of a policy.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="format">In which form.</param>
    /// <param name="output">Where to; it is neither flushed nor closed.</param>
    /// <param name="scale">How far books are kept; the default scale, if nothing is stated.</param>
    /// <param name="explorer">One that remembers what it worked out; a new one, if nothing is stated.</param>
    /// <param name="cancellationToken">Ends it early; what is written by then is of no use.</param>
    /// <exception cref="ArgumentException">Two bounds of the scale contradict each other.</exception>
    /// <exception cref="NotSupportedException">There is too much to look at, at this scale.</exception>
    /// <exception cref="OperationCanceledException">It was ended early.</exception>
    public static void Write(
        EnrolmentPolicy policy, ExportFormat format, TextWriter output, ExplorationScale? scale = null, Explorer? explorer = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(output);
        scale ??= ExplorationScale.Default;
        scale.Ensure();
        if (format is ExportFormat.Prism)
        {
            WriteChains(EnrolmentChances.Of(policy, cancellationToken: cancellationToken), output, cancellationToken);
            return;
        }

        var explored = scale.For(policy);
        var model = (explorer ?? new Explorer()).ModelOf(policy, explored, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        if (!model.Table.IsComplete)
            throw new NotSupportedException("The decision table has too many shapes at this scale. Export at a smaller one.");
        var lines = new Lines(output, cancellationToken);
        var title = new ExportTitle(policy, explored);
        switch (format)
        {
            case ExportFormat.Promela:
                new ModelExport(model, title).Write(new PromelaDialect(lines), cancellationToken);
                break;
            case ExportFormat.Murphi:
                new ModelExport(model, title).Write(new MurphiDialect(lines), cancellationToken);
                break;
            case ExportFormat.Tla:
                new ModelExport(model, title).Write(new TlaDialect(lines, explored), cancellationToken);
                break;
            case ExportFormat.Scxml:
                ScxmlExport.Write(ChartDialect.Of(model, title, cancellationToken), lines);
                break;
            case ExportFormat.XState:
                XStateExport.Write(ChartDialect.Of(model, title, cancellationToken), lines);
                break;
            case ExportFormat.JsonLines:
                JsonLinesExport.Write(GraphOf(model, cancellationToken), title, lines);
                break;
            case ExportFormat.Mermaid:
                MermaidDrawing.Write(Quotient.Of(GraphOf(model, cancellationToken)), title, lines);
                break;
            case ExportFormat.Dot:
                DotDrawing.Write(Quotient.Of(GraphOf(model, cancellationToken)), title, lines);
                break;
            default:
                throw new UnreachableException();
        }
    }

    /// <summary>Writes the chains of a survey of chances, for the model checker PRISM: <see cref="ExportFormat.Prism"/> under a behaviour of one's own.</summary>
    /// <param name="chances">The chances.</param>
    /// <param name="output">Where to; it is neither flushed nor closed.</param>
    /// <param name="cancellationToken">Ends it early; what is written by then is of no use.</param>
    /// <exception cref="OperationCanceledException">It was ended early.</exception>
    public static void WriteChains(EnrolmentChances chances, TextWriter output, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(chances);
        ArgumentNullException.ThrowIfNull(output);
        PrismExport.Write(chances, new Lines(output, cancellationToken), cancellationToken);
    }

    private static StateGraph GraphOf(PolicyModel model, CancellationToken cancellationToken)
    {
        var graph = StateGraph.Explore(model, new ExplorationOptions().MostStates, null, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        return graph.IsComplete ? graph : throw new NotSupportedException("There are too many states at this scale. Export at a smaller one.");
    }
}
