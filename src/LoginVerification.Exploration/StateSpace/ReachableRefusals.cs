namespace LoginVerification.Exploration;

/// <summary>
/// Finds every kind of refusal that a user can meet, and has the production decider tell its ways out: of each kind on each screen, for the
/// first state that has it. Other states may be shown other ways, and never none: the search ends with the host's staff. Not thread-safe.
/// </summary>
internal sealed class ReachableRefusals
{
    private readonly StateGraph graph;
    private readonly PolicyModel model;
    private readonly ColumnId[] asked;
    private readonly ColumnId[] favourable;
    private readonly List<ReachableRefusal> known = [];
    private readonly IEnumerator<ReachableRefusal> more;
    private readonly CancellationToken cancellationToken;

    public ReachableRefusals(StateGraph graph, CancellationToken cancellationToken)
    {
        this.graph = graph;
        this.cancellationToken = cancellationToken;
        model = graph.Model;
        asked = [.. model.Table.Columns.Where(column => model.Table[column].Choice is not null)];
        favourable = [.. model.Table.Columns.Select(Favourable)];
        more = Survey().GetEnumerator();
    }

    /// <summary>All of them, found while they are read, and once only.</summary>
    public IEnumerable<ReachableRefusal> All()
    {
        for (var i = 0; ; i++)
        {
            // A survey that was broken off looks like one that is over.
            cancellationToken.ThrowIfCancellationRequested();
            if (i == known.Count)
            {
                if (!more.MoveNext())
                    yield break;
                known.Add(more.Current);
            }

            yield return known[i];
        }
    }

    private IEnumerable<ReachableRefusal> Survey()
    {
        var isLetThrough = Gates();
        var toldApart = model.DevicesThatRulesTellApart.Count > 1;
        var answersOf = AnswersByShape();
        var looked = new HashSet<Context>();
        var kinds = new HashSet<Kind>();
        foreach (var position in graph.Positions)
        {
            var state = model.Codec.Unpack(graph[position]);
            var at = model.CaseOf(state);
            if (!looked.Add(new Context(state.Class, state.Screen, state.Device, at, answersOf[state.Shape.Index])))
                continue;
            cancellationToken.ThrowIfCancellationRequested();
            var screen = model.ScreenOf(state);
            Enrolment? example = null;
            foreach (var column in asked)
            {
                var input = model.Table[column];
                if (!screen.WhenOffered(input.Choice!.Value.Action).Contains(at) || (input.NeedsDevice ?? state.Device) != state.Device)
                    continue;
                var code = model.Table[state.Shape, column].Refusal;
                var isRefused = code is not null || !isLetThrough[state.Class.Index, state.Device ? 1 : 0, state.Screen.Index, column.Index];
                if (!isRefused || IsRefusedAnyway(state, column, code) || !kinds.Add(new Kind(state.Class, toldApart && state.Device, state.Screen, column, code)))
                    continue;
                example ??= model.ExampleOf(state);
                if (Ask(position, state, column, example) is { } refused)
                    yield return refused;
            }
        }
    }

    private ReachableRefusal? Ask(Position position, in ModelState state, ColumnId column, Enrolment example)
    {
        var (input, screen, number) = (model.Table[column], model.ScreenOf(state), model.ClassOf(state));
        var decision = model.Explainer.Decide(example, input.Command!, input.FactsOn(screen.Surface, number.Numbers, number.Witness, state.Device));
        return decision.Refusal is { } refusal
            ? new ReachableRefusal(position, screen, number, column, refusal, Explainer.OwesWayOut(refusal.Code, input.Command!, example))
            : null;
    }

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

    /// <summary>By class, device, screen and column: whether the gates let it through.</summary>
    private bool[,,,] Gates()
    {
        var isLetThrough = new bool[model.Classes.Count, PolicyModel.Devices.Count, model.Screens.Screens.Count, model.Table.Inputs.Length];
        var contexts = from number in model.ClassIds from device in PolicyModel.Devices from screen in model.Screens.Screens select (number, device, screen);
        foreach (var (number, device, screen) in contexts)
        {
            foreach (var column in asked)
            {
                var refusal = model.Policy.Gate.Check(screen.Surface, model.Table[column].Choice!.Value, model.Classes[number.Index].Numbers[0], model.Classes[number.Index].Asker(device));
                isLetThrough[number.Index, device ? 1 : 0, screen.Id.Index, column.Index] = refusal is null;
            }
        }

        return isLetThrough;
    }

    /// <summary>Numbers the shapes by their answers to users: those with one number refuse alike.</summary>
    private int[] AnswersByShape()
    {
        var numbers = new Dictionary<string, int>();
        var numberOf = new int[model.Table.Shapes.Length];
        var codes = new char[asked.Length];
        foreach (var shape in model.Table.ShapeIds)
        {
            for (var i = 0; i < codes.Length; i++)
                codes[i] = (char)(model.Table[shape, asked[i]].Refusal is { } code ? 1 + (int)code : 0);
            var answers = new string(codes);
            if (!numbers.TryGetValue(answers, out var number))
                numbers.Add(answers, number = numbers.Count);
            numberOf[shape.Index] = number;
        }

        return numberOf;
    }

    /// <summary>All that the refusals of a state can depend on.</summary>
    private readonly record struct Context(ClassId Class, ScreenId Screen, bool Device, ConditionCase At, int Answers);

    /// <summary>What makes two refusals one kind.</summary>
    private readonly record struct Kind(ClassId Class, bool Device, ScreenId Screen, ColumnId Column, RefusalCode? Code);
}
