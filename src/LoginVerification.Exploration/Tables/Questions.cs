namespace LoginVerification.Exploration;

/// <summary>Puts inputs to shapes, under the eyes of observers. Immutable and thread-safe.</summary>
internal sealed class Questions
{
    private readonly ShapeSpace space;
    private readonly TableObservers observers;
    private readonly Input[] inputs;
    private readonly int[] favourable;

    public Questions(ShapeSpace space, Input[] inputs, TableObservers observers)
    {
        this.space = space;
        this.inputs = inputs;
        this.observers = observers;
        favourable = [.. inputs.Select(input => Array.FindIndex(inputs, other => other.Adverse is null && other.Family == input.Family && other.Number == input.Number))];
    }

    /// <summary>Puts every input to a shape, and says what the observers see in the shape itself.</summary>
    /// <param name="shape">The shape.</param>
    /// <param name="answers">By column: what comes of it.</param>
    public PackedObservations Ask(in Shape shape, Span<Answer> answers)
    {
        var example = space.Example(shape, SampleNumbers.All);
        for (var column = 0; column < inputs.Length; column++)
            answers[column] = Ask(shape, example, inputs[column]);
        return observers.At(example, space.Limits);
    }

    /// <summary>Whether what comes of an input is no step of its own: the same comes of it in favourable circumstances.</summary>
    /// <param name="answers">All the answers of a shape.</param>
    /// <param name="column">The input.</param>
    public bool IsSameStep(ReadOnlySpan<Answer> answers, int column)
    {
        if (inputs[column].Adverse is null)
            return false;
        ref readonly var answer = ref answers[column];
        ref readonly var standIn = ref answers[favourable[column]];
        return answer.Next is not null && answer.Next == standIn.Next && answer.Events == standIn.Events;
    }

    private Answer Ask(in Shape shape, Enrolment example, Input input)
    {
        if (input.Passing is { } passing)
            return new Answer(space.After(shape, passing), default, default, null);
        // Of two numbers of which nothing is known it is enough to ask about one: they are alike.
        if (input.Number is Slot.Second && shape.IsNew(Slot.Second) && shape.IsNew(Slot.First))
            return default;
        var transition = Transition.Ask(example, input, space.Limits);
        var events = 0UL;
        foreach (var happened in transition.Decision.Events)
            events |= Cell.Bit(happened.Trigger);
        return new Answer(
            transition.Happens ? space.Of(transition.After, SampleNumbers.All) : null,
            events,
            observers.On(transition),
            transition.Decision.Refusal?.Code);
    }
}
