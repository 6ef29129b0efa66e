using System.Runtime.CompilerServices;

namespace LoginVerification.Exploration;

/// <summary>
/// A policy as a transition system: the decision table times screens, classes of numbers, devices and the SMS. It says where users begin and
/// which states come after a state. Nothing is lost by exploring shapes in place of enrolments, and one witness in place of a class: both are
/// quotients by a bisimulation, see <see cref="ShapeSpace"/> and <see cref="NumberClasses"/>. Immutable and thread-safe.
/// </summary>
internal sealed class PolicyModel
{
    public static IReadOnlyList<bool> Devices { get; } = [false, true];

    /// <summary>By shape, without a device and with one, before any SMS arrived.</summary>
    private readonly ConditionCase[] caseOf;
    private readonly Exit[][] exits;
    private readonly bool[] losesSms;

    /// <exception cref="NotSupportedException">There are more inputs or states than can be numbered.</exception>
    public PolicyModel(EnrolmentPolicy policy, DecisionTable table, IReadOnlyList<NumberClass> classes)
    {
        Policy = policy;
        Explainer = new Explainer(policy);
        Table = table;
        Classes = classes;
        Inputs = LiveColumns(table);
        if (Inputs.Length > MoveSet.MostInputs)
            throw new NotSupportedException($"More than {MoveSet.MostInputs} inputs lead on from some state. Explore with one number.");
        Codec = new StateCodec(classes.Count, Screens.Screens.Count, table.Shapes.Length);
        Guards = new Guards(policy, table, classes, Inputs);
        Effects = new Effects(Screens, table, Inputs);
        caseOf = [.. table.Shapes.SelectMany(shape => Devices.Select(device => new ConditionCase(shape.State, shape.Pending is not null, shape.IsVerified, smsDelivered: false, shape.Active, device)))];
        losesSms = [.. classes.Select(number => policy.Document.SmsDelivery.Uncertain.Allows(number.Country))];
        exits = [.. Screens.Screens.Select(screen => screen.Exits.Select(exit => new Exit(exit.To, exit.When, exit.IsVisible, Screens[exit.To].Surface == screen.Surface)).ToArray())];
    }

    /// <summary>With and without a device, where some rule tells the two apart; else null, for either.</summary>
    public IReadOnlyList<bool?> DevicesThatRulesTellApart => Policy.Document.Rules.Any(rule => rule.When?.Device is not null) ? [false, true] : [null];

    public EnrolmentPolicy Policy { get; }

    public Explainer Explainer { get; }

    public DecisionTable Table { get; }

    public IReadOnlyList<NumberClass> Classes { get; }

    public IEnumerable<ClassId> ClassIds => Enumerable.Range(0, Classes.Count).Select(index => new ClassId(index));

    /// <summary>
    /// The classes of numbers by what the gates let through, on every surface, and by whether an SMS can be lost: those that are alike have the same
    /// moves and refusals, and differ only in the rules that say so.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<ClassId>> AlikeClasses => field ??= [.. ClassIds.GroupBy(number => (LosesSms(number), LetThrough(number))).Select(alike => alike.ToList())];

    private IReadOnlyList<IReadOnlyList<ClassId>> AlikeByClass => field ??= [.. AlikeClasses.SelectMany(alike => alike, (alike, number) => (alike, number)).OrderBy(one => one.number.Index).Select(one => one.alike)];

    private IReadOnlyList<ClassId> AlikeWithAccounts => field ??= [.. ClassIds.Select(number => AlikeByClass[number.Index].First(other => Classes[other.Index].Witness == Classes[number.Index].Witness))];

    public ScreenMap Screens => Policy.Screens;

    /// <summary>The columns of the table by which something can happen, or in which an observer sees something: the inputs that moves and sets of moves name by their place.</summary>
    public ColumnId[] Inputs { get; }

    public StateCodec Codec { get; }

    public Guards Guards { get; }

    public Effects Effects { get; }

    /// <summary>Where a user can begin: at each surface's home, of each class, with a device and without.</summary>
    public IEnumerable<StateId> Starts() =>
        from number in ClassIds
        from home in Screens.Homes
        from device in Devices
        select Codec.Pack(Start(number, home, device));

    /// <summary>Who never did anything, at the home of a surface.</summary>
    public static ModelState Start(ClassId number, Screen home, bool device) => new(number, home.Id, ShapeId.Initial, device, SmsDelivery.None);

    /// <summary>The states after a state, by the moves of a filter.</summary>
    public Successors Successors(StateId state, scoped in Filter filter) => new(this, state, Codec.Unpack(state), filter);

    /// <summary>The case of screens' conditions in a state.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ConditionCase CaseOf(in ModelState state) => caseOf[(2 * state.Shape.Index) + (state.Device ? 1 : 0)].With(smsDelivered: state.Message is SmsDelivery.Arrived);

    public EnrolmentState LifecycleOf(in ModelState state) => Table[state.Shape].State;

    public bool IsEnabled(ModelState state) => LifecycleOf(state) is EnrolmentState.VerificationEnabled;

    public NumberClass ClassOf(in ModelState state) => Classes[state.Class.Index];

    public Screen ScreenOf(in ModelState state) => Screens[state.Screen];

    /// <summary>The first of the classes that are alike: its moves and refusals are theirs.</summary>
    public ClassId FirstAlike(ClassId number) => AlikeByClass[number.Index][0];

    /// <summary>The first of those of them whose accounts have the same attributes: what its users are told is told theirs, even about another number.</summary>
    public ClassId FirstAlikeWithAccounts(ClassId number) => AlikeWithAccounts[number.Index];

    /// <summary>An enrolment as it is in a state.</summary>
    public Enrolment ExampleOf(in ModelState state) => Table.Space.Example(Table[state.Shape], ClassOf(state).Numbers);

    /// <summary>The input of a move; null where none is given.</summary>
    public Input? InputOf(Move move) => move.Kind is MoveKind.Input ? Table[Inputs[move.Index]] : null;

    /// <summary>The way out of a state's screen that a move takes; null where it takes none.</summary>
    public ScreenExit? ExitOf(in ModelState state, Move move) => move.Kind is MoveKind.Exit ? ScreenOf(state).Exits[move.Index] : null;

    /// <summary>Who makes a move.</summary>
    public Actor ActorOf(Move move) => move.Kind switch
    {
        MoveKind.Input => InputOf(move)!.Actor,
        MoveKind.Exit or MoveKind.DeviceRegistered => Actor.User,
        _ => Actor.Environment,
    };

    /// <summary>The inputs of some kinds.</summary>
    public MoveSet InputsWhere(Func<Input, bool> holds) => MoveSet.Where(Inputs.Length, input => holds(Table[Inputs[input]]));

    /// <summary>Whether a screen takes an action in a case, for numbers of a class, with a device or without: it is offered, and the gates let it through.</summary>
    public bool Takes(ClassId number, bool device, Screen screen, EnrolmentAction action, ConditionCase at) =>
        screen.WhenOffered(action).Contains(at) && LetsThrough(number, device, screen.Surface, action);

    /// <summary>Whether the gates of a surface let an action through for numbers of a class, with a device or without, over some channel where it takes one.</summary>
    public bool LetsThrough(ClassId number, bool device, Surface surface, EnrolmentAction action) =>
        Probes.For(action, Policy.Document.Code.Digits).Any(probe => Policy.Gate.Check(surface, probe.Choice, Classes[number.Index].Numbers[0], Classes[number.Index].Asker(device)) is null);

    /// <summary>Whether an SMS to a number of a class can be lost.</summary>
    public bool LosesSms(ClassId number) => losesSms[number.Index];

    /// <summary>The exits of a screen, for those who take very many.</summary>
    public ReadOnlySpan<Exit> ExitsOf(ScreenId screen) => exits[screen.Index];

    /// <summary>The move of a filter that leads from one state to the next one, the first in order.</summary>
    public Move MoveBetween(StateId from, StateId to, in Filter filter)
    {
        foreach (var (move, next) in Successors(from, filter))
        {
            if (next == to)
                return move;
        }

        throw new ArgumentException("No move leads there.", nameof(to));
    }

    /// <summary>What the gates say to everything that can be asked for numbers of a class: one letter each.</summary>
    private string LetThrough(ClassId number)
    {
        var choices = Table.Inputs.Select(input => input.Choice).OfType<Choice>().Distinct().ToList();
        return string.Concat(
            from home in Screens.Homes
            from device in Devices
            from choice in choices
            select Policy.Gate.Check(home.Surface, choice, Classes[number.Index].Numbers[0], Classes[number.Index].Asker(device)) is null ? '+' : '-');
    }

    private static ColumnId[] LiveColumns(DecisionTable table)
    {
        var isLive = new bool[table.Inputs.Length];
        foreach (var shape in table.ShapeIds)
        {
            var row = table.RowOf(shape);
            for (var column = 0; column < row.Length; column++)
                isLive[column] |= row[column].IsStep || !row[column].Observations.IsEmpty;
        }

        return [.. table.Columns.Where(column => isLive[column.Index])];
    }

    /// <summary>A way to another screen, as far as a walk asks for it.</summary>
    internal readonly record struct Exit(ScreenId To, CaseSet When, bool IsVisible, bool StaysOnSurface);
}
