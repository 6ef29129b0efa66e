using System.Runtime.CompilerServices;

namespace LoginVerification.Exploration;

/// <summary>What the states of one walk that were looked at meet: the shapes, the inputs that are put to them, and the first state of each screen and case.</summary>
internal sealed class Findings
{
    private readonly bool[] reached;
    private readonly MoveSet[] attempted;

    private Findings(int shapes) => (reached, attempted) = (new bool[shapes], new MoveSet[shapes]);

    /// <summary>The places of the first state of each screen and case of its conditions, with the case.</summary>
    public List<(int Place, ConditionCase Case)> Representatives { get; } = [];

    // One long call: it is compiled for good before it runs.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static Findings Of(PolicyModel model, ClassWalk walk)
    {
        var findings = new Findings(model.Table.Shapes.Length);
        var isRepresented = new bool[model.Screens.Screens.Count, ConditionCase.Count];
        for (var place = 0; place < walk.Looked; place++)
        {
            var state = walk.StateAt(place);
            var at = model.CaseOf(state);
            findings.reached[state.Shape.Index] = true;
            findings.attempted[state.Shape.Index] |= model.Guards.AttemptedIn(state, at);
            ref var isKnown = ref isRepresented[state.Screen.Index, at.Index];
            if (!isKnown)
                findings.Representatives.Add((place, at));
            isKnown = true;
        }

        return findings;
    }

    public bool Reaches(ShapeId shape) => reached[shape.Index];

    public MoveSet AttemptedIn(ShapeId shape) => attempted[shape.Index];
}
