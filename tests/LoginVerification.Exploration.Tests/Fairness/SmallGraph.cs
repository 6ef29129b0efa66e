namespace LoginVerification.Exploration.Tests.Fairness;

/// <summary>
/// A random graph of a few states, some moves of which are counted on, with the definition of what a fair run is: nothing here knows of
/// components or of searches.
/// </summary>
internal sealed class SmallGraph
{
    private readonly bool[,] counted;
    private readonly bool[,] other;
    private readonly bool[] goal;

    public SmallGraph(int seed)
    {
        var chance = new Random(seed);
        Size = 1 + chance.Next(6);
        var density = 0.1 + (0.5 * chance.NextDouble());
        (counted, other) = (Moves(), Moves());
        goal = [.. States.Select(_ => chance.NextDouble() < 0.25)];

        bool[,] Moves()
        {
            var moves = new bool[Size, Size];
            foreach (var (from, to) in States.SelectMany(from => States.Select(to => (from, to))))
                moves[from, to] = chance.NextDouble() < density;
            return moves;
        }
    }

    public int Size { get; }

    public IEnumerable<int> States => Enumerable.Range(0, Size);

    public bool IsGoal(int state) => goal[state];

    public bool IsCounted(int from, int to) => counted[from, to];

    public bool IsMove(int from, int to) => counted[from, to] || other[from, to];

    /// <summary>Whether some fair run from a state never comes to a goal: it gets to a set that is the whole of what it visits for ever.</summary>
    public bool MissesGoal(int start) => Reach(start, IsMove).Any(state => SetsWith(state).Any(set => set.All(member => !goal[member]) && IsWhereFairRunEnds(set)));

    /// <summary>Whether a fair run can visit just these states for ever: each leads to each by counted moves, and every counted move is taken, so that none leads out.</summary>
    public bool IsWhereFairRunEnds(IReadOnlyCollection<int> set) => set.All(from =>
        States.Where(to => counted[from, to]).All(set.Contains)
        && set.All(CountedFrom(from).Contains));

    /// <summary>All that counted moves reach, the start included.</summary>
    public HashSet<int> CountedFrom(int start)
    {
        HashSet<int> reached = [start];
        while (States.FirstOrDefault(to => !reached.Contains(to) && reached.Any(from => counted[from, to]), -1) is >= 0 and var found)
            reached.Add(found);
        return reached;
    }

    /// <summary>The search that is tried, on this graph.</summary>
    public FairRuns Runs() => new(
        (state, found) => found.AddRange(States.Where(to => IsMove((int)state.Index, to)).Select(to => new StateId(to))),
        (state, found) => found.AddRange(States.Where(to => counted[state.Index, to]).Select(to => new StateId(to))),
        state => goal[state.Index],
        state => CountedFrom((int)state.Index).Any(IsGoal));

    /// <summary>Where paths lead that meet no goal, the start included.</summary>
    private HashSet<int> Reach(int start, Func<int, int, bool> isMove)
    {
        HashSet<int> reached = goal[start] ? [] : [start];
        while (States.FirstOrDefault(to => !goal[to] && !reached.Contains(to) && reached.Any(from => isMove(from, to)), -1) is >= 0 and var found)
            reached.Add(found);
        return reached;
    }

    private IEnumerable<HashSet<int>> SetsWith(int state) =>
        Enumerable.Range(1, (1 << Size) - 1).Where(bits => (bits >> state & 1) != 0).Select(bits => States.Where(member => (bits >> member & 1) != 0).ToHashSet());
}
