namespace LoginVerification.Exploration.Tests.Naive;

/// <summary>The places that were found, numbered as they were met, and the steps between them.</summary>
internal sealed class NaiveGraph
{
    private readonly Dictionary<string, int> numbers = [];
    private readonly List<NaivePlace> places = [];
    private readonly List<List<NaiveEdge>> edges = [];

    public IReadOnlyList<NaivePlace> Places => places;

    /// <summary>By place; of those that were walked.</summary>
    public IReadOnlyList<IReadOnlyList<NaiveEdge>> Edges => edges;

    /// <summary>The number of a place; a new one where it was not met before.</summary>
    public int Find(NaivePlace place)
    {
        var text = place.ToString();
        if (numbers.TryGetValue(text, out var number))
            return number;
        numbers.Add(text, places.Count);
        places.Add(place);
        return places.Count - 1;
    }

    /// <summary>The number of a place that was met; null where it was not.</summary>
    public int? Known(NaivePlace place) => numbers.TryGetValue(place.ToString(), out var number) ? number : null;

    /// <summary>Adds the steps from the first place that has none yet.</summary>
    public void Add(IEnumerable<NaiveStep> steps) => edges.Add([.. steps.Select(step => new NaiveEdge(step.Kind, Find(step.To), step.Accepted, step.IsAstray))]);

    /// <summary>The steps from a place that was walked, without their labels.</summary>
    public IEnumerable<NaiveStep> StepsFrom(int place) => edges[place].Select(edge => new NaiveStep("", edge.Kind, places[edge.To]) { Accepted = edge.Accepted, IsAstray = edge.IsAstray });

    /// <summary>The places from which one of some is reached by steps that may be taken, those themselves included.</summary>
    public HashSet<int> Before(IEnumerable<int> goals, Func<NaiveEdge, bool> mayBeTaken)
    {
        var from = places.Select(_ => new List<int>()).ToList();
        foreach (var (place, known) in edges.Index())
        {
            foreach (var edge in known.Where(mayBeTaken))
                from[edge.To].Add(place);
        }

        var found = goals.ToHashSet();
        var open = new Queue<int>(found);
        while (open.TryDequeue(out var to))
        {
            foreach (var place in from[to].Where(found.Add))
                open.Enqueue(place);
        }

        return found;
    }

    /// <summary>How many edges lead back to where they start, and how many states have how many edges into them.</summary>
    public string Pattern()
    {
        var into = new int[places.Count];
        foreach (var edge in edges.SelectMany(known => known))
            into[edge.To]++;
        var loops = edges.Index().Sum(known => known.Item.Count(edge => edge.To == known.Index));
        return $"{loops} loops; {string.Join(", ", into.CountBy(count => count).OrderBy(count => count.Key).Select(count => $"{count.Value} x {count.Key}"))}";
    }
}

/// <summary>A step to a place that is numbered.</summary>
internal readonly record struct NaiveEdge(NaiveKind Kind, int To, Choice? Accepted, bool IsAstray);
