namespace LoginVerification.Exploration;

/// <summary>
/// Looks for a fair run that never comes to a goal. A run is fair if moves that are not counted on happen finitely often, if every counted one
/// that can be taken from a state that is visited for ever is taken from there for ever (strong fairness), and if it ends only where there is
/// no counted one. So a fair run ends in a bottom strongly connected component of the counted moves, and visits all of it; from a state that
/// some counted path leads on to the goal it gets there in the end. A run that misses the goal is a path past all goals to a state without
/// such a path.
/// </summary>
/// <param name="all">Adds the states after a state, by any move.</param>
/// <param name="counted">Adds those by a move that is counted on.</param>
/// <param name="isGoal">Whether a state is a goal.</param>
/// <param name="isHopeful">Whether counted moves lead from a state to a goal.</param>
internal sealed class FairRuns(Action<StateId, List<StateId>> all, Action<StateId, List<StateId>> counted, Func<StateId, bool> isGoal, Func<StateId, bool> isHopeful)
{
    /// <summary>From where it is known that no fair run misses the goal.</summary>
    private readonly HashSet<StateId> safe = [];

    /// <summary>The nearest end of a fair run from a state that never comes to the goal, by a shortest path; null where every one does.</summary>
    public Lasso? MissingGoalFrom(StateId start)
    {
        if (isGoal(start) || !safe.Add(start) || PathTo(start, PastGoals, state => !isHopeful(state)) is not { } doomed)
            return null;
        var path = PathTo(doomed[^1], counted, InBottomComponents(doomed[^1]).Contains)!;
        return new Lasso([.. doomed, .. path.Skip(1)], Round(path[^1]));
    }

    private void PastGoals(StateId state, List<StateId> found)
    {
        all(state, found);
        found.RemoveAll(next => isGoal(next) || !safe.Add(next));
    }

    /// <summary>The states of the components that can be reached and that nothing leaves. A state without successors is one by itself.</summary>
    private HashSet<StateId> InBottomComponents(StateId start)
    {
        return [.. StrongComponents<StateId>.From(start, After).Where(IsClosed).SelectMany(component => component)];

        List<StateId> After(StateId state)
        {
            var found = new List<StateId>();
            counted(state, found);
            return found;
        }

        bool IsClosed(IReadOnlyList<StateId> component)
        {
            var members = component.ToHashSet();
            return component.All(member => After(member).TrueForAll(members.Contains));
        }
    }

    /// <summary>A shortest round from a state of a bottom component, which is closed: every way leads back.</summary>
    private IReadOnlyList<StateId> Round(StateId entry)
    {
        var next = new List<StateId>();
        counted(entry, next);
        return next.Select(after => PathTo(after, counted, state => state == entry)!).MinBy(path => path.Count) is { } back ? [entry, .. back] : [];
    }

    /// <summary>A shortest path, the start first.</summary>
    private static List<StateId>? PathTo(StateId start, Action<StateId, List<StateId>> successors, Func<StateId, bool> isEnd)
    {
        var parents = new Dictionary<StateId, StateId> { [start] = start };
        var open = new Queue<StateId>([start]);
        var next = new List<StateId>();
        while (open.TryDequeue(out var state))
        {
            if (isEnd(state))
                return Back(state);
            next.Clear();
            successors(state, next);
            foreach (var found in next.Where(found => parents.TryAdd(found, state)))
                open.Enqueue(found);
        }

        return null;

        List<StateId> Back(StateId state)
        {
            var path = new List<StateId> { state };
            for (; parents[state] != state; state = parents[state])
                path.Add(parents[state]);
            path.Reverse();
            return path;
        }
    }
}
