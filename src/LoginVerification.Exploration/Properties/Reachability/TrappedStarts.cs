namespace LoginVerification.Exploration;

/// <summary>Tells starts that are trapped already, by class and surface.</summary>
internal static class TrappedStarts
{
    /// <summary>Each class and surface once.</summary>
    public static IReadOnlyList<TrappedStart> Told(PolicyModel model, IEnumerable<StateId> trapped) =>
    [
        .. trapped.Select(start => model.Codec.Unpack(start)).GroupBy(start => (start.Class, start.Screen)).Select(alike =>
            new TrappedStart(model.ScreenOf(alike.First()).Surface, model.ClassOf(alike.First()), alike.Skip(1).Any() ? null : alike.First().Device)),
    ];

    /// <summary>Those in few words: classes for which it is so on the same surfaces are named together.</summary>
    public static string InWords(IEnumerable<TrappedStart> starts) => string.Join("; ", starts
        .GroupBy(start => (start.Class.Name, start.Device), start => start.Surface.Name)
        .Select(of => (of.Key.Name, Where: $"from {string.Join(", ", of)}{Labels.Given(of.Key.Device)}"))
        .GroupBy(known => known.Where, known => known.Name)
        .Select(alike => $"{string.Join(" and ", alike)} {alike.Key}"));
}
