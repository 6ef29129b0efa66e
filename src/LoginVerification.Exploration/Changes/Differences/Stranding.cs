namespace LoginVerification.Exploration;

/// <summary>
/// Finds out whom a change of rules strands. Each state of the old model from which a way led on is carried over to the new one by its parts:
/// the enrolment as the data that its shape stands for, the screen by its surface and name, the class by its numbers. Who stood on a screen
/// that is gone finds the surface's home, and without the surface the first one. Classes that are alike, in the old model or in the new one,
/// are looked at once.
/// </summary>
internal sealed class Stranding
{
    private readonly PolicyModel before;
    private readonly PolicyModel after;
    private readonly Shape[] shapes;
    private readonly Dictionary<Shape, ShapeId> shapeIds;
    private readonly ScreenId[] screens;

    /// <summary>The numbers that both policies treat alike, by the classes that stand for theirs.</summary>
    private readonly ILookup<(ClassId Left, ClassId Right), NumberClass> classes;

    private Stranding(PolicyModel before, PolicyModel after, Shape[] shapes)
    {
        (this.before, this.after, this.shapes) = (before, after, shapes);
        shapeIds = after.Table.ShapeIds.ToDictionary(shape => after.Table[shape]);
        screens = [.. before.Screens.Screens.Select(screen => Counterpart(screen, after.Screens).Id)];
        classes = NumberClasses.Common(before.Policy, after.Policy).ToLookup(known => (before.FirstAlike(known.Left), after.FirstAlike(known.Right)), known => known.Common);
    }

    /// <summary>Whom it strands, class by class; null where the new model has more shapes than are looked at, so that nobody knows.</summary>
    /// <param name="left">What is known of the old policy: everything.</param>
    /// <param name="right">The new policy.</param>
    /// <param name="options">How it is explored.</param>
    /// <param name="explorer">One that remembers.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static IReadOnlyList<StrandedUsers>? Between(GraphEvidence left, EnrolmentPolicy right, ExplorationOptions options, Explorer explorer, CancellationToken cancellationToken)
    {
        // Who has two numbers by the old rules has two under the new ones.
        var own = options.Scale.For(right);
        var scale = own with { Numbers = Math.Max(own.Numbers, options.Scale.For(left.Model.Policy).Numbers) };
        var space = new ShapeSpace(scale.Applied(right.Limits));
        Shape[] shapes = [.. left.Table.ShapeIds.Select(shape => space.Of(left.Table.ExampleOf(shape), SampleNumbers.All))];
        var after = explorer.ModelOf(right, scale, options, shapes.ToHashSet(), cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        return after.Table.IsComplete ? new Stranding(left.Model, after, shapes).Find(left, cancellationToken) : null;
    }

    private IReadOnlyList<StrandedUsers> Find(GraphEvidence left, CancellationToken cancellationToken)
    {
        var asked = before.AlikeClasses.Select(alike => alike[0]).ToHashSet();
        var hopeful = left.Graph.States.Where(state => asked.Contains(before.Codec.ClassOf(state)) && left.ReachingEnabled.Contains(state)).Select(before.Codec.Unpack).ToLookup(state => state.Class);
        var reliable = GraphEvidence.ReliableMovesOf(after);
        List<StateId> starts = [.. classes.SelectMany(pair => hopeful[pair.Key.Left].Select(state => Carried(state, pair.Key.Right))).Distinct()];
        if (starts.Count == 0)
            return [];
        var graph = StateGraph.From(after, starts, reliable, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        var reaching = graph.Reaching(after.IsEnabled, reliable, tellsClasses: false, null, cancellationToken);
        return
        [
            .. from pair in classes
               let lost = hopeful[pair.Key.Left].Where(state => !reaching.Contains(Carried(state, pair.Key.Right))).CountBy(state => (before.ScreenOf(state).Id, State: before.LifecycleOf(state))).ToList()
               from common in pair
               from stranded in lost
               let screen = before.Screens[stranded.Key.Id]
               select new StrandedUsers(common, screen.Surface, screen.Name, stranded.Key.State, stranded.Value),
        ];
    }

    /// <summary>The same user in the new model.</summary>
    private StateId Carried(in ModelState state, ClassId number) => after.Codec.Pack(
        state with { Class = number, Screen = screens[state.Screen.Index], Shape = shapeIds[shapes[state.Shape.Index]] });

    private static Screen Counterpart(Screen screen, ScreenMap others) =>
        others.Screens.FirstOrDefault(other => (other.Surface, other.Name) == (screen.Surface, screen.Name))
        ?? others.Homes.FirstOrDefault(home => home.Surface == screen.Surface)
        ?? others.Homes[0];
}
