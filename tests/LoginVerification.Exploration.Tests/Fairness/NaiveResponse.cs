using System.Text.Json;
using LoginVerification.Exploration.Tests.Oracles;

namespace LoginVerification.Exploration.Tests.Fairness;

/// <summary>
/// Response under fairness on the exported lines of JSON, by fixed points over explicit sets (Emerson and Lei): no state of the explorer, no
/// search of it.
/// </summary>
internal sealed class NaiveResponse
{
    private readonly Dictionary<int, NaiveState> states = [];
    private readonly ILookup<int, Edge> edges;

    public NaiveResponse(EnrolmentPolicy policy, ExplorationScale scale)
    {
        var found = new List<(int From, Edge Edge)>();
        foreach (var line in Export.Text(policy, ExportFormat.JsonLines, scale).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1))
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            if (root.TryGetProperty("state", out var state))
                states.Add(state.GetInt32(), new NaiveState(Text(root, "class"), Text(root, "surface"), Text(root, "message"), Text(root, "lifecycle"), root.GetProperty("device").GetBoolean()));
            else
                found.Add((root.GetProperty("from").GetInt32(), new Edge(root.GetProperty("to").GetInt32(), Text(root, "actor"), Text(root, "action"))));
        }

        edges = found.ToLookup(edge => edge.From, edge => edge.Edge);
    }

    /// <summary>Whether every fair run that meets one proposition meets the other one then or later.</summary>
    public bool Leads(Func<NaiveState, bool> from, Func<NaiveState, bool> to, bool staff, bool hiddenLinks)
    {
        // The greatest set outside the goal that no counted move leaves: from there no fair run can be sure to get there, and where it is, it stays.
        var never = Grown(states.Keys.Where(state => !to(states[state])), (state, set) => !edges[state].Any(edge => IsCounted(edge, staff, hiddenLinks) && !set.Contains(edge.To)), shrinks: true);
        // The least set with a path there past all goals.
        var doomed = Grown(states.Keys.Where(state => !to(states[state])), (state, set) => never.Contains(state) || edges[state].Any(edge => set.Contains(edge.To)), shrinks: false);
        return !states.Keys.Any(state => doomed.Contains(state) && from(states[state]));
    }

    private static HashSet<int> Grown(IEnumerable<int> among, Func<int, HashSet<int>, bool> belongs, bool shrinks)
    {
        List<int> open = [.. among];
        HashSet<int> set = shrinks ? [.. open] : [];
        for (var before = -1; before != set.Count;)
        {
            before = set.Count;
            foreach (var state in open)
                _ = (belongs(state, set), shrinks) switch { (true, false) => set.Add(state), (false, true) => set.Remove(state), _ => false };
        }

        return set;
    }

    private static bool IsCounted(Edge edge, bool staff, bool hiddenLinks) => edge.Actor switch
    {
        "User" => hiddenLinks || !(edge.Action.StartsWith("follow hidden link", StringComparison.Ordinal) || edge.Action.StartsWith("follow external link", StringComparison.Ordinal)),
        "Time" => true,
        "Operator" => staff,
        _ => edge.Action == "the SMS arrives",
    };

    private static string Text(JsonElement json, string name) => string.Intern(json.GetProperty(name).GetString()!);

    private sealed record Edge(int To, string Actor, string Action);
}

/// <summary>A state as a line of JSON tells it.</summary>
internal sealed record NaiveState(string Class, string Surface, string Message, string Lifecycle, bool Device);
