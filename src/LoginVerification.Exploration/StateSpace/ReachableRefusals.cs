using System.Collections.Concurrent;

namespace LoginVerification.Exploration;

/// <summary>
/// Finds every kind of refusal that a user can meet, and has the production decider tell its ways out: of each kind on each screen, for the
/// first state in which screens show the same and the number is to be confirmed again, or is not: that decides which ways can be taken, and
/// whether one is owed. Thread-safe.
/// </summary>
internal sealed class ReachableRefusals
{
    /// <summary>How many are asked about side by side before they are told.</summary>
    private const int Batch = 512;

    private readonly StateGraph graph;
    private readonly PolicyModel model;
    private readonly ColumnId[] asked;
    private readonly ColumnId[] favourable;
    private readonly ConcurrentDictionary<Question, (Refusal? Refusal, bool OwesWayOut)> answers = [];
    private readonly ConcurrentDictionary<(Question Question, RefusalCode Code), ValueList<WayOut>> waysOut = [];
    private readonly CancellationToken cancellationToken;
    private readonly Lock door = new();
    private readonly IEnumerator<ReachableRefusal> source;
    private readonly List<ReachableRefusal> known = [];

    public ReachableRefusals(StateGraph graph, CancellationToken cancellationToken)
    {
        this.graph = graph;
        this.cancellationToken = cancellationToken;
        model = graph.Model;
        asked = [.. model.Table.Columns.Where(column => model.Table[column].Choice is not null)];
        favourable = [.. model.Table.Columns.Select(Favourable)];
        source = Search().GetEnumerator();
    }

    /// <summary>All of them, in the order of their states; found while they are read. What was found once is remembered.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled before all were found.</exception>
    public IEnumerable<ReachableRefusal> All()
    {
        for (var index = 0; Find(index) is { } refused; index++)
            yield return refused;
    }

    private ReachableRefusal? Find(int index)
    {
        lock (door)
        {
            while (known.Count <= index)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (!source.MoveNext())
                    return null;
                known.Add(source.Current);
            }

            return known[index];
        }
    }

    private IEnumerable<ReachableRefusal> Search()
    {
        var answersOf = AnswersByShape();
        foreach (var batch in graph.EachOnce(walk => Survey(walk, answersOf)).Chunk(Batch))
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var refused in SideBySide.Select(batch, one => Ask(one.Position, one.Found.State with { Class = one.Class }, one.Found.Column)).OfType<ReachableRefusal>())
                yield return refused;
        }
    }

    /// <summary>The first state of each kind of refusal, for classes that are alike.</summary>
    private List<(int Place, (ModelState State, ColumnId Column))> Survey(ClassWalk walk, int[] answersOf)
    {
        var isLetThrough = Gates(walk.Class);
        var looked = new HashSet<Context>();
        var kinds = new HashSet<Kind>();
        var found = new List<(int, (ModelState, ColumnId))>();
        for (var place = 0; place < walk.Count; place++)
        {
            var state = walk.StateAt(place);
            var at = model.CaseOf(state);
            if (!looked.Add(new Context(state.Screen, state.Device, at, answersOf[state.Shape.Index])))
                continue;
            cancellationToken.ThrowIfCancellationRequested();
            var screen = model.ScreenOf(state);
            foreach (var column in asked)
            {
                var input = model.Table[column];
                if (!screen.WhenOffered(input.Choice!.Value.Action).Contains(at) || (input.NeedsDevice ?? state.Device) != state.Device)
                    continue;
                var code = model.Table[state.Shape, column].Refusal;
                var isRefused = code is not null || !isLetThrough[state.Device ? 1 : 0, state.Screen.Index, column.Index];
                if (isRefused && !IsRefusedAnyway(state, column, code) && kinds.Add(new Kind(at, model.Table[state.Shape].NeedsReverification, state.Screen, column, code)))
                    found.Add((place, (state, column)));
            }
        }

        return found;
    }

    private ReachableRefusal? Ask(Position position, in ModelState state, ColumnId column) => Ask(state, column) is ({ } refusal, var owesWayOut)
        ? new ReachableRefusal(position, model.ScreenOf(state), model.ClassOf(state), column, refusal, owesWayOut)
        : null;

    /// <summary>The answer of the production decider. It knows the surface, and not the screen.</summary>
    private (Refusal? Refusal, bool OwesWayOut) Ask(in ModelState state, ColumnId column)
    {
        var surface = model.ScreenOf(state).Surface;
        var question = new Question(state.Class, surface, state.Shape, state.Device, column);
        if (answers.TryGetValue(question, out var answer))
            return answer;
        var input = model.Table[column];
        var example = model.ExampleOf(state);
        var facts = input.FactsOn(surface, model.ClassOf(state).Numbers, model.ClassOf(state).Witness, state.Device);
        var refusal = Decider.Decide(example, input.Command!, facts, model.Policy).Refusal;
        if (refusal is not null)
            refusal = refusal with { WaysOut = WaysOut(question with { Class = model.FirstAlikeWithAccounts(state.Class) }, refusal.Code, example, input.Command!, facts) };
        return answers[question] = (refusal, refusal is not null && Explainer.OwesWayOut(refusal.Code, input.Command!, example));
    }

    /// <summary>
    /// The ways out name surfaces, commands and times, and no number. They are found by asking what deciders and gates let through, so that they are the
    /// same for numbers that all gates treat alike and that were refused for the same, on accounts with the same attributes.
    /// </summary>
    private ValueList<WayOut> WaysOut(in Question question, RefusalCode code, Enrolment example, EnrolmentCommand command, Facts facts) =>
        waysOut.TryGetValue((question, code), out var ways) ? ways : waysOut[(question, code)] = model.Explainer.Decide(example, command, facts).Refusal!.WaysOut;

    /// <summary>Whether the command can be given without the adverse fact, too, and is refused alike: then it is not refused for that.</summary>
    private bool IsRefusedAnyway(in ModelState state, ColumnId column, RefusalCode? code) =>
        favourable[column.Index] is var other && other != column
        && (model.Table[other].NeedsDevice ?? state.Device) == state.Device
        && code == model.Table[state.Shape, other].Refusal;

    /// <summary>The column of the same command in favourable circumstances.</summary>
    private ColumnId Favourable(ColumnId column)
    {
        var input = model.Table[column];
        return input.Adverse is null ? column
            : model.Table.Columns.First(other => model.Table[other] is { Adverse: null } known && (known.Family, known.Number, known.Actor) == (input.Family, input.Number, input.Actor));
    }

    /// <summary>By device, screen and column: whether the gates let it through for a class.</summary>
    private bool[,,] Gates(ClassId number)
    {
        var known = model.Classes[number.Index];
        var isLetThrough = new bool[PolicyModel.Devices.Count, model.Screens.Screens.Count, model.Table.Inputs.Length];
        foreach (var (device, screen) in from device in PolicyModel.Devices from screen in model.Screens.Screens select (device, screen))
        {
            foreach (var column in asked)
                isLetThrough[device ? 1 : 0, screen.Id.Index, column.Index] = model.Policy.Gate.Check(screen.Surface, model.Table[column].Choice!.Value, known.Numbers[0], known.Asker(device)) is null;
        }

        return isLetThrough;
    }

    /// <summary>Numbers the shapes by their answers to users, and by what decides whether a way out is owed: those with one number refuse alike.</summary>
    private int[] AnswersByShape()
    {
        var numbers = new Dictionary<string, int>();
        var numberOf = new int[model.Table.Shapes.Length];
        var codes = new char[asked.Length];
        foreach (var shape in model.Table.ShapeIds)
        {
            for (var i = 0; i < codes.Length; i++)
                codes[i] = (char)(model.Table[shape, asked[i]].Refusal is { } code ? 1 + (int)code : 0);
            var answers = $"{new string(codes)}{(model.Table[shape].NeedsReverification ? '!' : ' ')}";
            if (!numbers.TryGetValue(answers, out var number))
                numbers.Add(answers, number = numbers.Count);
            numberOf[shape.Index] = number;
        }

        return numberOf;
    }

    /// <summary>All that the refusals of a state of one class can depend on.</summary>
    private readonly record struct Context(ScreenId Screen, bool Device, ConditionCase At, int Answers);

    /// <summary>What makes two refusals of one class one kind.</summary>
    private readonly record struct Kind(ConditionCase At, bool NeedsReverification, ScreenId Screen, ColumnId Column, RefusalCode? Code);

    /// <summary>All that an answer and its ways out depend on.</summary>
    private readonly record struct Question(ClassId Class, Surface Surface, ShapeId Shape, bool Device, ColumnId Column);
}
