namespace LoginVerification.Engine;

/// <summary>
/// All ways about one number from one situation: places (a screen and a snapshot) and the steps between them. Opening another surface, following
/// a link and giving a command cost one each. Each question is measured anew: forward from where the user is, and backward from the purpose.
/// Immutable and thread-safe: nobody waits for another's question.
/// </summary>
internal sealed class WayMap
{
    private const int Unreachable = int.MaxValue;

    /// <summary>The snapshot before any command.</summary>
    private const int Before = 0;

    private readonly EnrolmentPolicy policy;
    private readonly ScreenEntries entries;
    private readonly PhoneNumber target;
    private readonly SnapshotMoves moves;

    /// <summary>The commands' steps, those into one place side by side.</summary>
    private readonly Step[] steps;

    /// <summary>Where the steps into each place begin, and where the last ones end.</summary>
    private readonly int[] firstInto;

    public WayMap(EnrolmentPolicy policy, ScreenEntries entries, Enrolment start, PhoneDetails target, Asker asker)
    {
        this.policy = policy;
        this.entries = entries;
        this.target = target.Number;
        moves = new SnapshotMoves(policy, start, target, asker);
        steps = [.. Enumerable.Range(0, moves.Snapshots.Count).SelectMany(StepsOf).OrderBy(step => step.To)];
        firstInto = new int[PlaceCount + 1];
        foreach (var step in steps)
            firstInto[step.To + 1]++;
        for (var place = 0; place < PlaceCount; place++)
            firstInto[place + 1] += firstInto[place];
    }

    /// <summary>How much memory the map keeps, in numbers of four bytes; roughly.</summary>
    public int Size => (steps.Length * 3) + firstInto.Length + moves.Size;

    private int PlaceCount => moves.Snapshots.Count * policy.Screens.Screens.Count;

    /// <summary>
    /// The first commands of ways to the purpose, the shortest way first. The user is supposed to stand where the refused action is offered,
    /// or else at the surface's home.
    /// </summary>
    public ValueList<WayStep> StepsFrom(Surface surface, UserCommand refused)
    {
        var offering = policy.Screens.Screens.FirstOrDefault(screen => screen.Surface == surface && screen.WhenOffered(refused.Action).Overlaps(moves.Snapshots[Before].Cases));
        var from = PlaceOf(Before, (offering ?? policy.Screens.HomeOf(surface)).Id);
        return
        [
            .. FirstCommands(from, refused)
                .GroupBy(way => (way.Surface, way.Command))
                .Select(ways => ways.MinBy(way => way.Length)!)
                // The map is shared by all surfaces: whose question it was first must not show.
                .OrderBy(way => way.Length).ThenBy(way => way.Surface != surface).ThenBy(way => policy.Screens.IndexOf(way.Surface))
                .ThenBy(way => way.Command.Action).ThenBy(way => way.Command.Choice.Channel),
        ];
    }

    /// <summary>Every command that can be given before any other, and after which the rest of the way is shorter than the whole.</summary>
    private IEnumerable<WayStep> FirstCommands(int from, UserCommand refused)
    {
        var depths = DepthsFrom(from);
        var distances = Distances(refused);
        foreach (var step in steps)
        {
            if (SnapshotOf(step.From) != Before || depths[step.From] == Unreachable || !IsAllowed(step, refused))
                continue;
            var rest = IsGoal(step, refused) ? 0 : distances[step.To];
            if (rest < distances[from])
                yield return new WayStep(ScreenOf(step.From).Surface, moves.Commands[step.Command], depths[step.From] + 1 + rest);
        }
    }

    /// <summary>How far each place is that no command changes anything on the way to.</summary>
    private int[] DepthsFrom(int start)
    {
        var idle = steps.Where(step => SnapshotOf(step.From) == Before && SnapshotOf(step.To) == Before).ToLookup(step => step.From, step => step.To);
        var cases = moves.Snapshots[Before].Cases;
        return Spread([start], 0, from => ScreenOf(from).Exits.Where(exit => exit.When.Overlaps(cases)).Select(exit => PlaceOf(Before, exit.To)).Concat(idle[from]));
    }

    /// <summary>How far each place is from the purpose.</summary>
    private int[] Distances(UserCommand refused) =>
        Spread(steps.Where(step => IsGoal(step, refused)).Select(step => step.From), 1, place => PlacesBefore(place, refused));

    private IEnumerable<int> PlacesBefore(int place, UserCommand refused)
    {
        var snapshot = SnapshotOf(place);
        var cases = moves.Snapshots[snapshot].Cases;
        foreach (var entry in entries.Into(ScreenOf(place).Id))
        {
            if (entry.When.Overlaps(cases))
                yield return PlaceOf(snapshot, entry.From);
        }

        for (var i = firstInto[place]; i < firstInto[place + 1]; i++)
        {
            if (IsAllowed(steps[i], refused))
                yield return steps[i].From;
        }
    }

    private int[] Spread(IEnumerable<int> starts, int distance, Func<int, IEnumerable<int>> next)
    {
        var distances = Enumerable.Repeat(Unreachable, PlaceCount).ToArray();
        var queue = new Queue<int>();
        Reach(starts, distance);
        while (queue.TryDequeue(out var place))
            Reach(next(place), distances[place] + 1);
        return distances;

        void Reach(IEnumerable<int> places, int at)
        {
            foreach (var place in places.Where(place => distances[place] == Unreachable))
            {
                distances[place] = at;
                queue.Enqueue(place);
            }
        }
    }

    /// <summary>A code is the purpose only where it is that of the number in question.</summary>
    private bool IsGoal(Step step, UserCommand refused)
    {
        var command = moves.Commands[step.Command];
        return Purpose.Of(refused).Contains(command.Choice)
            && (command is not ConfirmCode || moves.Snapshots[SnapshotOf(step.From)].Enrolment.Pending?.Details.Number == target);
    }

    private bool IsAllowed(Step step, UserCommand refused) => Purpose.Allows(moves.Commands[step.Command].Action, refused, moves.Snapshots[Before].Enrolment);

    private IEnumerable<Step> StepsOf(int snapshot) =>
        from screen in policy.Screens.Screens
        from offer in screen.Offers
        where offer.When.Overlaps(moves.Snapshots[snapshot].Cases)
        from move in moves.From(snapshot, screen.Surface, offer.Action)
        select new Step(PlaceOf(snapshot, screen.Id), PlaceOf(move.To, offer.Landing), move.Command);

    private int PlaceOf(int snapshot, ScreenId screen) => (snapshot * policy.Screens.Screens.Count) + screen.Index;

    private int SnapshotOf(int place) => place / policy.Screens.Screens.Count;

    private Screen ScreenOf(int place) => policy.Screens.Screens[place % policy.Screens.Screens.Count];

    private readonly record struct Step(int From, int To, int Command);
}
