namespace LoginVerification.Engine;

/// <summary>
/// The graph of all questions about one number in one situation: places (a screen and a snapshot) and the steps between them. Opening another
/// surface, following a link and giving a command cost one each. It is explored forward from the users' places, and measured for each
/// question: forward from where the user is, and backward from the purpose. Thread-safe.
/// </summary>
internal sealed class WayMap(EnrolmentPolicy policy, Enrolment start, PhoneDetails target, bool deviceRegistered)
{
    private const int Unreachable = int.MaxValue;

    /// <summary>The snapshot before any command.</summary>
    private const int Before = 0;

    private readonly Lock exploring = new();
    private readonly List<Enrolment> snapshots = [];
    private readonly Dictionary<Enrolment, int> snapshotIndices = [];
    private readonly List<Place> places = [];
    private readonly Dictionary<Place, int> indices = [];
    private readonly List<Step> steps = [];
    private readonly List<List<int>> stepsInto = [];
    private readonly Dictionary<Choice, (bool[] Goals, int[] Distances)> measured = [];

    /// <summary>Where the steps from each explored place begin; they stand together.</summary>
    private readonly List<int> firstSteps = [];

    /// <summary>
    /// The first commands of ways to the purpose, the shortest way first. The user is supposed to stand where the refused action is offered,
    /// or else at the surface's home.
    /// </summary>
    public ValueList<WayStep> StepsFrom(Surface surface, UserCommand refused)
    {
        var offering = policy.Screens.Screens.FirstOrDefault(screen => screen.Surface == surface && screen.WhenOffered(refused.Action).MayHold(start));
        lock (exploring)
        {
            if (snapshots.Count == 0)
                Remember(start);
            var from = Visit(new Place((offering ?? policy.Screens.HomeOf(surface)).Id, Before));
            Explore();
            return
            [
                .. FirstCommands(from, refused)
                    .GroupBy(way => (way.Surface, way.Command))
                    .Select(ways => ways.MinBy(way => way.Length)!)
                    // The map is shared by all surfaces: whose question it was first must not show.
                    .OrderBy(way => way.Length).ThenBy(way => way.Surface != surface).ThenBy(way => policy.Screens.IndexOf(way.Surface)).ThenBy(way => way.Command.Action),
            ];
        }
    }

    /// <summary>Every command that can be given before any other, and after which the rest of the way is shorter than the whole.</summary>
    private IEnumerable<WayStep> FirstCommands(int from, UserCommand refused)
    {
        var depths = DepthsFrom(from);
        var (goals, distances) = Measured(refused);
        foreach (var (index, step) in steps.Index())
        {
            if (step.Command is null || places[step.From].Snapshot != Before || depths[step.From] == Unreachable)
                continue;
            var rest = goals[index] ? 0 : distances[step.To];
            if (rest < distances[from])
                yield return new WayStep(ScreenOf(step.From).Surface, step.Command, depths[step.From] + 1 + rest);
        }
    }

    /// <summary>Which steps reach the purpose, and how far each place is from it: the same from wherever somebody asks.</summary>
    private (bool[] Goals, int[] Distances) Measured(UserCommand refused)
    {
        if (measured.TryGetValue(refused.Choice, out var known) && known.Goals.Length == steps.Count)
            return known;
        var goals = steps.Select(step => step.Command is { } command && IsGoal(command, SnapshotOf(step.From), refused)).ToArray();
        return measured[refused.Choice] = (goals, Distances(goals));
    }

    private void Explore()
    {
        while (firstSteps.Count < places.Count)
        {
            var from = firstSteps.Count;
            firstSteps.Add(steps.Count);
            var snapshot = places[from].Snapshot;
            foreach (var exit in ScreenOf(from).Exits)
            {
                if (exit.When.MayHold(snapshots[snapshot]))
                    Connect(from, new Place(exit.To, snapshot), null);
            }

            foreach (var offer in ScreenOf(from).Offers)
            {
                if (offer.When.MayHold(snapshots[snapshot]))
                    Offer(from, offer);
            }
        }
    }

    private void Offer(int from, ScreenOffer offer)
    {
        foreach (var command in Probes.For(offer.Action, policy.Limits.Code.Digits))
        {
            if (OptimisticWorld.After(SnapshotOf(from), command, ScreenOf(from).Surface, target, deviceRegistered, policy) is { } after)
                Connect(from, new Place(offer.Landing, Remember(after)), command);
        }
    }

    private void Connect(int from, Place to, UserCommand? command)
    {
        var index = Visit(to);
        stepsInto[index].Add(steps.Count);
        steps.Add(new Step(from, index, command));
    }

    /// <summary>
    /// What the user is after: the number in question confirmed, for all that leads there; protection, over whichever channel for who has none,
    /// and over the asked one for who has the other; or the action itself.
    /// </summary>
    private bool IsGoal(UserCommand command, Enrolment before, UserCommand refused) => refused switch
    {
        SubmitPhone or ResendCode or ConfirmCode => command is ConfirmCode && before.Pending?.Details.Number == target.Number,
        EnableVerification => command is EnableVerification or ChangeChannel,
        ChangeChannel => command is EnableVerification or ChangeChannel
            && command.Choice.Channel == refused.Choice.Channel,
        _ => command.Action == refused.Action,
    };

    private int Visit(Place place)
    {
        if (indices.TryGetValue(place, out var index))
            return index;
        indices.Add(place, places.Count);
        places.Add(place);
        stepsInto.Add([]);
        return places.Count - 1;
    }

    private int Remember(Enrolment snapshot)
    {
        if (snapshotIndices.TryGetValue(snapshot, out var index))
            return index;
        snapshotIndices.Add(snapshot, snapshots.Count);
        snapshots.Add(snapshot);
        return snapshots.Count - 1;
    }

    private Enrolment SnapshotOf(int place) => snapshots[places[place].Snapshot];

    private int[] DepthsFrom(int start)
    {
        var depths = Enumerable.Repeat(Unreachable, places.Count).ToArray();
        depths[start] = 0;
        var queue = new Queue<int>([start]);
        while (queue.TryDequeue(out var from))
        {
            var end = from + 1 < firstSteps.Count ? firstSteps[from + 1] : steps.Count;
            for (var i = firstSteps[from]; i < end; i++)
            {
                var to = steps[i].To;
                if (depths[to] != Unreachable)
                    continue;
                depths[to] = depths[from] + 1;
                queue.Enqueue(to);
            }
        }

        return depths;
    }

    private int[] Distances(bool[] goals)
    {
        var distances = Enumerable.Repeat(Unreachable, places.Count).ToArray();
        var queue = new Queue<int>();
        for (var i = 0; i < steps.Count; i++)
        {
            if (goals[i])
                Measure(steps[i].From, 1);
        }

        while (queue.TryDequeue(out var place))
        {
            foreach (var step in stepsInto[place])
                Measure(steps[step].From, distances[place] + 1);
        }

        return distances;

        void Measure(int place, int distance)
        {
            if (distances[place] != Unreachable)
                return;
            distances[place] = distance;
            queue.Enqueue(place);
        }
    }

    private Screen ScreenOf(int place) => policy.Screens[places[place].Screen];

    private readonly record struct Place(ScreenId Screen, int Snapshot);

    private sealed record Step(int From, int To, UserCommand? Command);
}
