using System.Numerics;

namespace LoginVerification.Exploration;

/// <summary>
/// The second phase's rules: the decision table times screens, classes, devices and the SMS. It says what moves there are from a state;
/// states are dense indices. Immutable and thread-safe.
/// </summary>
internal sealed class PolicyModel
{
    private const int DevicesAndMessages = 8;

    private readonly ulong[] accepted;
    private readonly int[] next;
    private readonly int[] landings;
    private readonly ulong[] sends;
    private readonly ulong[] refused;
    private readonly bool[] watched;
    private readonly byte[] caseOf;
    private readonly ulong[] allowed;
    private readonly int shapes;

    public PolicyModel(EnrolmentPolicy policy, DecisionTable table, IReadOnlyList<NumberClass> classes)
    {
        Policy = policy;
        Explainer = new Explainer(policy);
        Table = table;
        Classes = classes;
        Site = Site.Of(policy.Document);
        shapes = table.Shapes.Length;
        Moves = [.. Enumerable.Range(0, table.Inputs.Length).Where(input => Enumerable.Range(0, shapes).Any(shape => table[shape, input] is { Happens: true } or { Observations: not 0 }))];
        if (Moves.Length > Move.MostInputs)
            throw new NotSupportedException($"More than {Move.MostInputs} inputs lead on from some state. Explore with one number.");
        Size = (long)classes.Count * Site.Pages.Length * shapes * DevicesAndMessages is var size and <= int.MaxValue
            ? (int)size
            : throw new NotSupportedException($"{classes.Count} classes of numbers, {Site.Pages.Length} screens and {shapes} shapes make more states than can be numbered. Explore at a smaller scale, or a part of the policy.");

        var asksForDelivery = policy.Document.Surfaces.SelectMany(surface => surface.Screens)
            .Any(screen => screen.Actions.Any(offer => offer.When?.SmsDelivered is not null) || screen.Links.Any(link => link.When?.SmsDelivered is not null));
        accepted = new ulong[shapes];
        sends = new ulong[shapes];
        refused = new ulong[shapes];
        next = new int[shapes * Moves.Length];
        watched = new bool[shapes];
        caseOf = new byte[shapes];
        for (var shape = 0; shape < shapes; shape++)
        {
            for (var move = 0; move < Moves.Length; move++)
            {
                ref readonly var cell = ref table[shape, Moves[move]];
                next[(shape * Moves.Length) + move] = cell.Next;
                accepted[shape] |= cell.Happens ? 1UL << move : 0;
                sends[shape] |= cell.SendsCode ? 1UL << move : 0;
                refused[shape] |= cell.Refusal is not null ? 1UL << move : 0;
            }

            ref readonly var known = ref table.Shapes[shape];
            var codeIsLive = known.Pending is not null && !known.CodeIsExpired && known.WrongTries < table.Space.Rules.Code.WrongTries;
            watched[shape] = codeIsLive || (asksForDelivery && known.Pending is not null);
            caseOf[shape] = (byte)Condition.CaseOf(known, delivered: false);
        }

        landings = [.. Site.Pages.SelectMany((page, index) => Moves.Select(move => table.Inputs[move].Action is { } action ? page.Landings[(int)action] : index))];
        allowed = AllowedInputs();
    }

    public EnrolmentPolicy Policy { get; }

    public Explainer Explainer { get; }

    public DecisionTable Table { get; }

    public IReadOnlyList<NumberClass> Classes { get; }

    public Site Site { get; }

    /// <summary>The columns of the table by which something can happen, or in which a property sees something, by bit.</summary>
    public int[] Moves { get; }

    /// <summary>One more than the largest index of a state.</summary>
    public int Size { get; }

    /// <summary>Where a user can begin: at each surface's home, of each class, with a device and without.</summary>
    public IEnumerable<int> Starts() =>
        from number in Enumerable.Range(0, Classes.Count)
        from home in Site.Homes
        from device in Enumerable.Range(0, 2)
        select IndexOf(new ModelState(number, home, 0, device == 1, SmsDelivery.None));

    public int IndexOf(ModelState place) =>
        (((((place.Class * Site.Pages.Length) + place.Page) * shapes) + place.Shape) * DevicesAndMessages) + (place.Device ? 4 : 0) + (int)place.Message;

    public ModelState PlaceOf(int state)
    {
        var (page, shape) = Math.DivRem(state / DevicesAndMessages, shapes);
        return new ModelState(page / Site.Pages.Length, page % Site.Pages.Length, shape, (state & 4) != 0, (SmsDelivery)(state & 3));
    }

    /// <summary>The lifecycle's state in a place.</summary>
    public EnrolmentState StateOf(ModelState place) => Table.Shapes[place.Shape].State;

    /// <summary>Who makes a move.</summary>
    public Actor ActorOf(int move) => move switch
    {
        < Move.MostInputs => Table.Inputs[Moves[move]].Actor,
        < Move.FirstTrail => Actor.Environment,
        _ => Actor.User,
    };

    /// <summary>The condition's case in a place.</summary>
    public int CaseOf(ModelState place) => caseOf[place.Shape] | (place.Message is SmsDelivery.Arrived ? 1 : 0);

    /// <summary>The inputs that can be put in a place: what the screen offers, the gates let through, the user has at hand, and what nobody asks for.</summary>
    public ulong AllowedIn(ModelState place) =>
        allowed[(((((place.Class * Site.Pages.Length) + place.Page) * DevicesAndMessages) + (place.Device ? 4 : 0) + (int)place.Message) * Condition.Cases) + CaseOf(place)];

    /// <summary>The moves by which a code is sent from a place.</summary>
    public ulong SendingFrom(ModelState place) => accepted[place.Shape] & AllowedIn(place) & sends[place.Shape];

    /// <summary>Whether a page takes an action in a case, for numbers of a class: it is offered, and every gate lets it through over some channel.</summary>
    public bool Takes(int @class, Page page, EnrolmentAction action, int @case) =>
        (page.Offers[(int)action] >> @case & 1) != 0 && LetsThrough(@class, page.Surface, action);

    /// <summary>Whether the gates of a surface let an action through for numbers of a class, over some channel where it takes one.</summary>
    public bool LetsThrough(int @class, Surface surface, EnrolmentAction action) =>
        Probes.For(action, Policy.Document.Code.Digits).Any(probe => Policy.Gate.Check(surface, probe.Choice, Classes[@class].Numbers[0]) is null);

    /// <summary>The moves by which inputs of the given kinds lead on.</summary>
    public ulong MovesWhere(Func<Input, bool> holds)
    {
        var moves = 0UL;
        for (var move = 0; move < Moves.Length; move++)
            moves |= holds(Table.Inputs[Moves[move]]) ? 1UL << move : 0;
        return moves;
    }

    /// <summary>Writes down the states after a state, each with its move, and says how many there are.</summary>
    public int Expand(int state, in Filter filter, Span<int> targets, Span<int> moves)
    {
        var place = PlaceOf(state);
        var page = Site.Pages[place.Page];
        var count = 0;
        for (var inputs = accepted[place.Shape] & AllowedIn(place) & filter.Inputs; inputs != 0; inputs &= inputs - 1)
        {
            var move = BitOperations.TrailingZeroCount(inputs);
            moves[count] = move;
            targets[count++] = After(place, move);
        }

        if (place.Message is SmsDelivery.OnItsWay)
        {
            moves[count] = Move.MessageArrives;
            targets[count++] = state - (int)SmsDelivery.OnItsWay + (int)SmsDelivery.Arrived;
            if (filter.Adversity)
            {
                moves[count] = Move.MessageIsLost;
                targets[count++] = state - (int)SmsDelivery.OnItsWay + (int)SmsDelivery.Lost;
            }
        }

        if (place.Device && filter.Adversity)
        {
            moves[count] = Move.DeviceIsLost;
            targets[count++] = state - 4;
        }

        var trails = page.Trails;
        for (var i = 0; i < trails.Length; i++)
        {
            ref readonly var trail = ref trails[i];
            if ((trail.When >> CaseOf(place) & 1) == 0 || !(filter.HiddenLinks || trail.IsVisible))
                continue;
            if (!filter.OtherSurfaces && Site.Pages[trail.To].SurfaceIndex != page.SurfaceIndex)
                continue;
            moves[count] = Move.FirstTrail + i;
            targets[count++] = state + ((trail.To - place.Page) * shapes * DevicesAndMessages);
        }

        return count;
    }

    /// <summary>A "no" that counts, as a wrong code does, leaves the user on the screen.</summary>
    private int After(ModelState place, int move)
    {
        var shape = next[(place.Shape * Moves.Length) + move];
        return IndexOf(place with
        {
            Page = (refused[place.Shape] >> move & 1) != 0 ? place.Page : landings[(place.Page * Moves.Length) + move],
            Shape = shape,
            Message = (sends[place.Shape] >> move & 1) != 0 ? SmsDelivery.OnItsWay : watched[shape] ? place.Message : SmsDelivery.None,
        });
    }

    /// <summary>By class, page, device, SMS and case: what the gates let through, the screen offers, and the user has at hand.</summary>
    private ulong[] AllowedInputs()
    {
        ulong[] gates =
        [
            .. from known in Classes
               let number = known.Numbers[0]
               from page in Site.Pages
               select MovesWhere(input => input.Action is not { } action || Policy.Gate.Check(page.Surface, new Choice(action, input.Channel), number) is null),
        ];
        ulong[] offers =
        [
            .. from page in Site.Pages
               from @case in Enumerable.Range(0, Condition.Cases)
               select MovesWhere(input => input.Action is not { } action || (page.Offers[(int)action] >> @case & 1) != 0),
        ];
        ulong[] atHand =
        [
            .. from deviceAndMessage in Enumerable.Range(0, DevicesAndMessages)
               let device = (deviceAndMessage & 4) != 0
               let message = (SmsDelivery)(deviceAndMessage & 3)
               select MovesWhere(input => input.Action is null
                   || ((input.NeedsDevice ?? device) == device && (!input.NeedsMessage || message is SmsDelivery.None or SmsDelivery.Arrived))),
        ];
        var inputs = new ulong[Classes.Count * Site.Pages.Length * DevicesAndMessages * Condition.Cases];
        for (var i = 0; i < inputs.Length; i++)
        {
            var (rest, @case) = Math.DivRem(i, Condition.Cases);
            var (classAndPage, deviceAndMessage) = Math.DivRem(rest, DevicesAndMessages);
            inputs[i] = gates[classAndPage] & offers[(classAndPage % Site.Pages.Length * Condition.Cases) + @case] & atHand[deviceAndMessage];
        }

        return inputs;
    }
}
