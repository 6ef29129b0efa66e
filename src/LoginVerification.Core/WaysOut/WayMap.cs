using System.Runtime.CompilerServices;

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

    /// <summary>The user is supposed to stand where the refused action is offered, or else at the surface's home.</summary>
    public ValueList<WayStep> StepsFrom(Surface surface, UserCommand refused)
    {
        var home = Home(policy.Document.Surfaces.First(candidate => candidate.Name == surface.Name), Before);
        var offering = home.Surface.Screens.FirstOrDefault(screen =>
            screen.Actions.Any(offer => offer.Action == refused.Action && (offer.When is null || offer.When.HoldsFor(start))));
        lock (exploring)
        {
            if (snapshots.Count == 0)
                Remember(start);
            var from = Visit(home with { Screen = offering ?? home.Screen });
            Explore();
            var depths = DepthsFrom(from);
            var (goals, distances) = Measured(refused);
            if (distances[from] == Unreachable)
                return [];
            return
            [
                .. steps.Index()
                    .Where(step => step.Item.Command is not null && places[step.Item.From].Snapshot == Before
                        && depths[step.Item.From] != Unreachable && RestOfWay(step.Index) < distances[from])
                    .GroupBy(step => (places[step.Item.From].Surface.Name, step.Item.Command!))
                    .Select(ways => new WayStep(
                        Surface.Parse(ways.Key.Name), ways.Key.Item2, ways.Min(step => depths[step.Item.From] + 1 + RestOfWay(step.Index))))
                    // The map is shared by all surfaces: whose question it was first must not show.
                    .OrderBy(way => way.Length).ThenBy(way => way.Surface != surface).ThenBy(way => SurfaceIndex(way.Surface)).ThenBy(way => way.Command.Action),
            ];

            int RestOfWay(int step) => goals[step] ? 0 : distances[steps[step].To];
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

    private int SurfaceIndex(Surface surface) => policy.Document.Surfaces.Index().First(candidate => candidate.Item.Name == surface.Name).Index;

    private void Explore()
    {
        while (firstSteps.Count < places.Count)
        {
            var from = firstSteps.Count;
            firstSteps.Add(steps.Count);
            var place = places[from];
            foreach (var surface in policy.Document.Surfaces)
            {
                if (surface.Name != place.Surface.Name)
                    Connect(from, Home(surface, place.Snapshot), null);
            }

            foreach (var link in place.Screen.Links)
            {
                if (link.When is null || link.When.HoldsFor(SnapshotOf(from)))
                    Connect(from, Follow(place, link.To), null);
            }

            foreach (var offer in place.Screen.Actions)
            {
                if (offer.When is null || offer.When.HoldsFor(SnapshotOf(from)))
                    Offer(from, place, offer);
            }
        }
    }

    private void Offer(int from, Place place, ScreenAction offer)
    {
        foreach (var command in Probes.For(offer.Action, policy.Document.Code.Digits))
        {
            if (OptimisticWorld.After(SnapshotOf(from), command, Surface.Parse(place.Surface.Name), target, deviceRegistered, policy) is { } after)
                Connect(from, Follow(place with { Snapshot = Remember(after) }, offer.Then ?? place.Screen.Name), command);
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

    private Place Follow(Place from, string to)
    {
        var parts = to.Split('/');
        var surface = parts.Length == 1 ? from.Surface : policy.Document.Surfaces.First(candidate => candidate.Name == parts[0]);
        return new Place(surface, surface.Screens.First(screen => screen.Name == parts[^1]), from.Snapshot);
    }

    private static Place Home(SurfaceDocument surface, int snapshot) =>
        new(surface, surface.Screens.First(screen => screen.Name == surface.Home), snapshot);

    private sealed record Place(SurfaceDocument Surface, ScreenDocument Screen, int Snapshot)
    {
        public bool Equals(Place? other) => other is not null && ReferenceEquals(Screen, other.Screen) && Snapshot == other.Snapshot;

        public override int GetHashCode() => HashCode.Combine(RuntimeHelpers.GetHashCode(Screen), Snapshot);
    }

    private sealed record Step(int From, int To, UserCommand? Command);
}
