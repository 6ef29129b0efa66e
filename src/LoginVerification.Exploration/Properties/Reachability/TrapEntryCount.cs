namespace LoginVerification.Exploration;

/// <summary>Counts closed doors by class, screen and step.</summary>
internal sealed class TrapEntryCount
{
    private readonly Dictionary<(int Class, int Page, int Move), (int Steps, int Position, string Missing)> doors = [];

    /// <summary>Counts a step from the state at a position of the graph's order.</summary>
    public void Add(StateGraph graph, int position, int move, string missing)
    {
        var place = graph.Product.PlaceOf(graph.Order[position]);
        var key = (place.Class, place.Page, move);
        doors[key] = doors.TryGetValue(key, out var known) ? known with { Steps = known.Steps + 1 } : (1, position, missing);
    }

    /// <summary>Those that trap most first, each with the shortest story that ends with it.</summary>
    public IReadOnlyList<TrapEntry> Ranked(GraphEvidence evidence) =>
    [
        .. doors.OrderByDescending(door => door.Value.Steps).ThenBy(door => door.Value.Position).Select(door =>
        {
            var story = evidence.StoryTo(door.Value.Position, door.Key.Move);
            var (step, missing) = (story[^1], door.Value.Missing);
            return new TrapEntry(step.Surface!, step.Screen!, step.Class!, step.Action, step.Outcome is null ? missing : $"{step.Outcome}, and {missing}", door.Value.Steps)
            {
                Story = story,
            };
        }),
    ];
}
