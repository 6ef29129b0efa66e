namespace LoginVerification.Exploration;

/// <summary>
/// Finds out whom a change of rules strands. Each state of the old model from which a way led on is carried over to the new one by its parts:
/// the enrolment as the data that its shape stands for, the screen by its surface and name, the class by its numbers. Who stood on a screen
/// that is gone finds the surface's home, and without the surface the first one.
/// </summary>
internal sealed class Stranding
{
    private readonly PolicyModel before;
    private readonly PolicyModel after;
    private readonly Shape[] shapes;
    private readonly Dictionary<Shape, ShapeId> shapeIds;
    private readonly ScreenId[] screens;
    private readonly ILookup<ClassId, (NumberClass Common, ClassId Left, ClassId Right)> classes;

    private Stranding(PolicyModel before, EnrolmentPolicy policy, ExplorationScale scale, Explorer explorer, CancellationToken cancellationToken)
    {
        this.before = before;
        var space = new ShapeSpace(scale.Applied(policy).Limits);
        shapes = [.. before.Table.ShapeIds.Select(shape => space.Of(before.Table.ExampleOf(shape), SampleNumbers.All))];
        after = explorer.ModelOf(policy, scale, shapes.ToHashSet(), cancellationToken);
        shapeIds = after.Table.ShapeIds.ToDictionary(shape => after.Table[shape]);
        screens = [.. before.Screens.Screens.Select(screen => Counterpart(screen, after.Screens).Id)];
        classes = NumberClasses.Common(before.Policy, after.Policy).ToLookup(known => known.Left);
    }

    public static IReadOnlyList<StrandedUsers> Between(GraphEvidence left, EnrolmentPolicy right, ExplorationScale scale, Explorer explorer, CancellationToken cancellationToken)
    {
        // Who has two numbers by the old rules has two under the new ones.
        var own = scale.For(right);
        var common = own with { Numbers = Math.Max(own.Numbers, scale.For(left.Model.Policy).Numbers) };
        return new Stranding(left.Model, right, common, explorer, cancellationToken).Find(left, cancellationToken);
    }

    private IReadOnlyList<StrandedUsers> Find(GraphEvidence left, CancellationToken cancellationToken)
    {
        var hopeful = left.Graph.States.Where(left.ReachingEnabled.Contains).Select(before.Codec.Unpack).ToList();
        var reliable = GraphEvidence.ReliableMovesOf(after);
        List<StateId> starts = [.. hopeful.SelectMany(Carried).Select(carried => carried.State)];
        if (starts.Count == 0)
            return [];
        var graph = StateGraph.From(after, starts, reliable, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        var reaching = graph.Reaching(after.IsEnabled, reliable, tellsClasses: false, null, cancellationToken);
        return
        [
            .. from state in hopeful
               from carried in Carried(state)
               where !reaching.Contains(carried.State)
               group state by (carried.Class, before.ScreenOf(state).Id, State: before.LifecycleOf(state)) into alike
               let screen = before.Screens[alike.Key.Id]
               select new StrandedUsers(alike.Key.Class, screen.Surface, screen.Name, alike.Key.State, alike.Count()),
        ];
    }

    /// <summary>The same user in the new model: once for each part of the class that the new rules treat alike.</summary>
    private IEnumerable<(NumberClass Class, StateId State)> Carried(ModelState state) => classes[state.Class].Select(known => (known.Common, after.Codec.Pack(
        state with { Class = known.Right, Screen = screens[state.Screen.Index], Shape = shapeIds[shapes[state.Shape.Index]] })));

    private static Screen Counterpart(Screen screen, ScreenMap others) =>
        others.Screens.FirstOrDefault(other => (other.Surface, other.Name) == (screen.Surface, screen.Name))
        ?? others.Homes.FirstOrDefault(home => home.Surface == screen.Surface)
        ?? others.Homes[0];
}
