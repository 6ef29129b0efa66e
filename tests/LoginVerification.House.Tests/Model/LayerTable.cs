namespace LoginVerification.House.Tests.Model;

/// <summary>Which arrows are allowed: for each folder its parts in layers, the roof first. Layers.txt says how it is written.</summary>
internal sealed class LayerTable
{
    private const string ExceptionMark = "except ";
    private readonly Dictionary<string, List<string[]>> rows = [];
    private readonly List<(string Level, string From, string To)> exceptions = [];

    /// <summary>Every part that has a place, as its folder's path and its own name.</summary>
    public IEnumerable<(string Level, string Part)> Places => rows.SelectMany(level => level.Value.SelectMany(row => row).Select(part => (level.Key, part)));

    public IReadOnlyList<(string Level, string From, string To)> Exceptions => exceptions;

    public static LayerTable Parse(string text)
    {
        var table = new LayerTable();
        var level = "";
        foreach (var line in text.Split('\n').Select(line => line.Split('#')[0].TrimEnd()).Where(line => line.Length > 0))
        {
            if (!char.IsWhiteSpace(line[0]))
                table.rows.Add(level = line, []);
            else if (line.TrimStart().StartsWith(ExceptionMark, StringComparison.Ordinal))
                table.exceptions.Add(Exception(level, line.TrimStart()[ExceptionMark.Length..]));
            else
                table.rows[level].Add(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        }

        return table;
    }

    public bool IsExcepted(Arrow arrow) => exceptions.Contains((arrow.Level, arrow.FromPart, arrow.ToPart));

    /// <summary>Whether the arrow's foot stands on a line above its head's.</summary>
    public bool Allows(Arrow arrow) => RowOf(arrow.Level, arrow.FromPart) < RowOf(arrow.Level, arrow.ToPart);

    /// <summary>The arrows that are neither allowed nor excepted, told as what to do.</summary>
    public IReadOnlyList<string> Faults(IEnumerable<Arrow> arrows) =>
    [
        .. from arrow in arrows
           where arrow.FromPart != arrow.ToPart && !Allows(arrow) && !IsExcepted(arrow)
           group arrow by (arrow.Level, arrow.FromPart, arrow.ToPart) into tie
           select $"In {tie.Key.Level}, {tie.Key.FromPart} may not use {tie.Key.ToPart}, which does not lie below it."
               + string.Concat(tie.Take(5).Select(arrow => $"\n    {arrow}"))
               + "\n    Move what is used down to where both may use it, or move what uses it up. Only where the layers themselves are meant"
               + " to change, change tests/LoginVerification.House.Tests/Layers.txt.",
    ];

    private static (string Level, string From, string To) Exception(string level, string arrow) =>
        arrow.Split(" -> ") is [var from, var to] ? (level, from, to) : throw new FormatException($"\"{arrow}\" is no arrow. Write: {ExceptionMark}From -> To");

    /// <summary>The part's line; a part without a place lies neither above nor below any.</summary>
    private int? RowOf(string level, string part) =>
        rows.TryGetValue(level, out var layers) && layers.FindIndex(row => row.Contains(part)) is var index and >= 0 ? index : null;
}
