namespace LoginVerification.House.Tests.Model;

/// <summary>The parts of one folder, its sub-folders and its own files, with the arrows between them.</summary>
internal sealed class FolderGraph
{
    /// <summary>How many ties of a circle are told.</summary>
    private const int MostTies = 8;
    private readonly ILookup<string, string> targets;

    private FolderGraph(string level, IReadOnlyList<Arrow> arrows)
    {
        Level = level;
        Arrows = arrows;
        targets = arrows.Select(arrow => (arrow.FromPart, arrow.ToPart)).Distinct().ToLookup(pair => pair.FromPart, pair => pair.ToPart);
    }

    /// <summary>The folder's path, relative to the repository.</summary>
    public string Level { get; }

    public IReadOnlyList<Arrow> Arrows { get; }

    /// <summary>One graph for each folder that has an arrow between two of its parts.</summary>
    public static IReadOnlyList<FolderGraph> Of(IEnumerable<Arrow> arrows) =>
    [
        .. from arrow in arrows
           where arrow.FromPart != arrow.ToPart
           group arrow by arrow.Level into level
           orderby level.Key
           select new FolderGraph(level.Key, [.. level]),
    ];

    /// <summary>The groups of parts that reach each other, each told with what ties it: the weakest tie first, which is the one to cut.</summary>
    public IReadOnlyList<string> Cycles() =>
    [
        .. from part in Arrows.Select(arrow => arrow.FromPart).Distinct()
           where Reached(part).Contains(part)
           group part by string.Join(", ", Reached(part).Where(other => Reached(other).Contains(part)).Order()) into knot
           select $"{Level}: {knot.Key} refer to each other in a circle.{string.Concat(Ties([.. knot]).Take(MostTies))}",
    ];

    private HashSet<string> Reached(string part)
    {
        var reached = new HashSet<string>();
        var open = new Stack<string>([part]);
        while (open.TryPop(out var at))
        {
            foreach (var target in targets[at].Where(reached.Add))
                open.Push(target);
        }

        return reached;
    }

    private IEnumerable<string> Ties(IReadOnlyList<string> knot) =>
        from arrow in Arrows
        where knot.Contains(arrow.FromPart) && knot.Contains(arrow.ToPart)
        group arrow by (arrow.FromPart, arrow.ToPart) into tie
        orderby tie.Count()
        select $"\n    {tie.Key.FromPart} -> {tie.Key.ToPart} ({tie.Count()}), as in {tie.First()}";
}
