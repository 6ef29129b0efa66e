namespace LoginVerification.Exploration;

/// <summary>What all shapes of one kind are answered, by what one of them was: see <see cref="AlikeCounts"/>. Immutable.</summary>
internal sealed class ShapeKind
{
    private ShapeKind(Shape asked, PackedObservations seen, IReadOnlyList<ShapeStep> steps, IReadOnlyList<(EnrolmentState From, EnrolmentState To, int Column)> edges)
    {
        Asked = asked;
        Seen = seen;
        Steps = steps;
        Edges = edges;
    }

    /// <summary>The shape that was asked.</summary>
    public Shape Asked { get; }

    /// <summary>What the observers see in it, and in what is put to it.</summary>
    public PackedObservations Seen { get; }

    /// <summary>The ways on, in the order of columns: where commands lead, each by the first that leads there, and the timers.</summary>
    public IReadOnlyList<ShapeStep> Steps { get; }

    /// <summary>The columns in which a command is a step of its own, with the state of the lifecycle before and after it.</summary>
    public IReadOnlyList<(EnrolmentState From, EnrolmentState To, int Column)> Edges { get; }

    /// <summary>Asks a shape, for all of its kind.</summary>
    public static ShapeKind Of(in Shape shape, Questions questions, Input[] inputs)
    {
        var answers = new Answer[inputs.Length];
        var seen = questions.Ask(shape, answers);
        var steps = new List<ShapeStep>();
        var edges = new List<(EnrolmentState, EnrolmentState, int)>();
        for (var column = 0; column < answers.Length; column++)
        {
            seen |= answers[column].Observations;
            if (inputs[column].Passing is { } passing)
            {
                steps.Add(new ShapeStep(column, passing, default));
            }
            else if (answers[column].Next is { } next)
            {
                if (!steps.Exists(step => step.Passing is null && step.Next == next))
                    steps.Add(new ShapeStep(column, null, next));
                if (!questions.IsSameStep(answers, column))
                    edges.Add((shape.State, next.State, column));
            }
        }

        return new ShapeKind(shape, seen, steps, edges);
    }
}

/// <summary>A way on from the shapes of a kind: a command, by what comes of it in the shape that was asked, or time, which has to be asked of each.</summary>
internal readonly record struct ShapeStep(int Column, Passing? Passing, Shape Next);
