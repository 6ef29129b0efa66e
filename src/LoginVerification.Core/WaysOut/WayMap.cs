namespace LoginVerification;

/// <summary>
/// The graph of one question: places (a screen and a snapshot) and the steps between them. Opening another surface, following a link
/// and giving a command cost one each. It is explored forward from the user's place and measured backward from the purpose.
/// </summary>
internal sealed class WayMap(Policy policy, PhoneDetails target, bool deviceRegistered, EnrolmentAction goal)
{
    private const int Unreachable = int.MaxValue;

    private readonly List<Place> places = [];
    private readonly Dictionary<Place, int> indices = [];
    private readonly List<Step> steps = [];
    private readonly List<int> depths = [];

    /// <summary>The user is supposed to stand where the refused action is offered, or else at the surface's home.</summary>
    public ValueList<WayStep> StepsFrom(Surface surface, EnrolmentAction refused, Enrolment start)
    {
        var home = Home(policy.Document.Surfaces.First(candidate => candidate.Name == surface.Name), start);
        var offering = home.Surface.Screens.FirstOrDefault(screen =>
            screen.Actions.Any(offer => offer.Action == refused && (offer.When is null || offer.When.HoldsFor(start))));
        Explore(home with { Screen = offering ?? home.Screen });
        var distances = Distances();
        if (distances[0] == Unreachable)
            return [];
        return
        [
            .. steps
                .Where(step => step.Command is not null && places[step.From].Enrolment == start && step.RestOfWay(distances) < distances[0])
                .GroupBy(step => (places[step.From].Surface.Name, step.Command!))
                .Select(ways => new WayStep(
                    new Surface(ways.Key.Name), ways.Key.Item2, ways.Min(step => depths[step.From] + 1 + step.RestOfWay(distances))))
                .OrderBy(way => way.Length),
        ];
    }

    private void Explore(Place start)
    {
        Visit(start, 0);
        for (var from = 0; from < places.Count; from++)
        {
            var place = places[from];
            foreach (var surface in policy.Document.Surfaces)
            {
                if (surface.Name != place.Surface.Name)
                    Connect(from, Home(surface, place.Enrolment), null);
            }

            foreach (var link in place.Screen.Links)
            {
                if (link.When is null || link.When.HoldsFor(place.Enrolment))
                    Connect(from, Follow(place, link.To), null);
            }

            foreach (var offer in place.Screen.Actions)
            {
                if (offer.When is null || offer.When.HoldsFor(place.Enrolment))
                    Offer(from, place, offer);
            }
        }
    }

    private void Offer(int from, Place place, ScreenAction offer)
    {
        foreach (var command in Probes.For(offer.Action, policy.Document.Code.Digits))
        {
            if (Planning.After(place.Enrolment, command, new Surface(place.Surface.Name), target, deviceRegistered, policy) is { } after)
                Connect(from, Follow(place with { Enrolment = after }, offer.Then ?? place.Screen.Name), command);
        }
    }

    private void Connect(int from, Place to, UserCommand? command) =>
        steps.Add(new Step(from, Visit(to, depths[from] + 1), command, command is not null && IsGoal(command.Action)));

    /// <summary>Whoever is after protection is content with either channel, and with a change as with enabling.</summary>
    private bool IsGoal(EnrolmentAction action) =>
        action == goal || (goal == EnrolmentAction.EnableVerification && action == EnrolmentAction.ChangeChannel);

    private int Visit(Place place, int depth)
    {
        if (indices.TryGetValue(place, out var index))
            return index;
        indices.Add(place, places.Count);
        places.Add(place);
        depths.Add(depth);
        return places.Count - 1;
    }

    private int[] Distances()
    {
        var distances = Enumerable.Repeat(Unreachable, places.Count).ToArray();
        var into = steps.ToLookup(step => step.To);
        var queue = new Queue<int>();
        foreach (var step in steps.Where(step => step.ReachesGoal && distances[step.From] == Unreachable))
        {
            distances[step.From] = 1;
            queue.Enqueue(step.From);
        }

        while (queue.TryDequeue(out var place))
        {
            foreach (var step in into[place].Where(step => distances[step.From] == Unreachable))
            {
                distances[step.From] = distances[place] + 1;
                queue.Enqueue(step.From);
            }
        }

        return distances;
    }

    private Place Follow(Place from, string to)
    {
        var parts = to.Split('/');
        var surface = parts.Length == 1 ? from.Surface : policy.Document.Surfaces.First(candidate => candidate.Name == parts[0]);
        return new Place(surface, surface.Screens.First(screen => screen.Name == parts[^1]), from.Enrolment);
    }

    private static Place Home(SurfaceDocument surface, Enrolment enrolment) =>
        new(surface, surface.Screens.First(screen => screen.Name == surface.Home), enrolment);

    private sealed record Place(SurfaceDocument Surface, ScreenDocument Screen, Enrolment Enrolment)
    {
        public bool Equals(Place? other) =>
            other is not null && ReferenceEquals(Screen, other.Screen) && Enrolment == other.Enrolment;

        public override int GetHashCode() => HashCode.Combine(System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(Screen), Enrolment);
    }

    private sealed record Step(int From, int To, UserCommand? Command, bool ReachesGoal)
    {
        public int RestOfWay(int[] distances) => ReachesGoal ? 0 : distances[To];
    }
}
