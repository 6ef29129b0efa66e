using System.Globalization;

namespace LoginVerification.Exploration;

/// <summary>
/// Writes the chains of a survey in the language of the model checker PRISM, as one chain with several starts. States are numbered: enrolled
/// first, then who gave up, then who is stuck, then users on their way.
/// </summary>
internal sealed class PrismExport
{
    private readonly EnrolmentChances chances;
    private readonly Lines lines;
    private readonly List<LeavingPoint> lost;
    private readonly List<Part> parts = [];
    private readonly int states;

    private PrismExport(EnrolmentChances chances, Lines lines, CancellationToken cancellationToken)
    {
        this.chances = chances;
        this.lines = lines;
        var starts = chances.Model.Screens.Homes.SelectMany(home => chances.Starts(home, account: [], cancellationToken)).ToList();
        lost = [.. starts.SelectMany(start => start.Chain.Nodes).Select(node => node.State.Leaving).OfType<LeavingPoint>().Distinct().OrderBy(point => point.Reason is LeavingReason.Stuck)];
        var idOf = lost.Index().ToDictionary(point => point.Item, point => 1 + point.Index);
        var next = 1 + lost.Count;
        foreach (var start in starts)
            parts.Add(new Part(start, [.. start.Chain.Nodes.Select(node => node.State.IsEnrolled ? 0 : node.State.Leaving is { } point ? idOf[point] : next++)]));
        states = next;
    }

    public static void Write(EnrolmentChances chances, Lines lines, CancellationToken cancellationToken) => new PrismExport(chances, lines, cancellationToken).Write();

    private void Write()
    {
        lines.Write($"// LoginVerification policy {chances.Model.Policy.Name}, at its own limits: what becomes of users");
        lines.Write($"// {chances.Behaviour}");
        lines.Write($"// weights: {chances.Behaviour.Weights}");
        lines.Write("// Who begins, for -const start=N:");
        foreach (var part in parts)
            lines.Write($"//   {part.Ids[0]}  {part.Start.Chance.From}, {part.Start.Name}");
        lines.Write("dtmc");
        lines.Write();
        lines.Write("const int start;");
        lines.Write();
        lines.Write("module user");
        lines.Write($"  s : [0..{states - 1}] init start;");
        lines.Write("  [] s=0 -> true; // enrolled");
        foreach (var (index, point) in lost.Index())
            lines.Write($"  [] s={1 + index} -> true; // {chances.Model.Screens[point.Screen]} {point.State}: {point.Reason}{(point.Refusal is { } code ? $" {code}" : "")}");
        foreach (var (id, node, part) in Moving())
            lines.Write($"  [] s={id} -> {string.Join(" + ", node.Edges.Select(edge => $"{Number(edge.Probability)}:(s'={part.Ids[edge.To]})"))}; // {PlaceOf(node.State.User!.Value.Model)}");
        lines.Write("endmodule");
        lines.Write();
        var gaveUp = lost.Count(point => point.Reason is not LeavingReason.Stuck);
        lines.Write("label \"enrolled\" = s=0;");
        lines.Write($"label \"gaveUp\" = s>=1 & s<={gaveUp};");
        lines.Write($"label \"stuck\" = s>={1 + gaveUp} & s<={lost.Count};");
        WriteRewards("steps", (node, _) => node.Steps);
        WriteRewards("sms", (node, _) => node.Sms);
        WriteRewards("cost", (node, part) => node.Sms * chances.Behaviour.PriceIn(part.Start.Numbers.Country));
    }

    private void WriteRewards(string name, Func<ChainNode, Part, double> rewardOf)
    {
        lines.Write();
        lines.Write($"rewards \"{name}\"");
        foreach (var (id, node, part) in Moving())
        {
            if (rewardOf(node, part) is > 0 and var reward)
                lines.Write($"  s={id} : {Number(reward)};");
        }

        lines.Write("endrewards");
    }

    private IEnumerable<(int Id, ChainNode Node, Part Part)> Moving() =>
        from part in parts
        from node in part.Start.Chain.Nodes.Index()
        where node.Item.State.User is not null
        select (part.Ids[node.Index], node.Item, part);

    private string PlaceOf(in ModelState state) => $"{chances.Model.ScreenOf(state)} {chances.Model.LifecycleOf(state)}";

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <param name="Start">Who begins, and their chain.</param>
    /// <param name="Ids">The number of each of its states.</param>
    private sealed record Part(SolvedStart Start, int[] Ids);
}
