namespace LoginVerification.Exploration;

/// <summary>
/// Where a user gets stuck who does what each state calls for: submit a number, confirm its code, enable. That a goal is out of reach shows on
/// no single path, so that this is told in place of one: the shortest way as far as anybody gets, and what is in the way there.
/// </summary>
internal static class DeadEnd
{
    /// <summary>The shortest story from one of the starts.</summary>
    /// <param name="model">The model.</param>
    /// <param name="starts">States from which verification cannot be enabled.</param>
    /// <param name="filter">The moves that may be made.</param>
    /// <param name="nowhere">What is said of a state where nothing offers what would lead on.</param>
    /// <param name="cancellationToken">Ends it with an exception.</param>
    public static IReadOnlyList<Step> From(PolicyModel model, IEnumerable<StateId> starts, in Filter filter, Func<ModelState, string> nowhere, CancellationToken cancellationToken)
    {
        var graph = StateGraph.From(model, starts, filter, cancellationToken);
        var farthest = graph.States.Max(state => model.LifecycleOf(model.Codec.Unpack(state)));
        var called = NextAction.In(farthest) ?? throw new ArgumentException("From this state verification can be enabled.", nameof(starts));
        var leadingOn = model.InputsWhere(input => input is { Adverse: null, Choice: { } choice } && choice.Action == called);
        List<Position> ends = [.. graph.Positions.Where(position => model.LifecycleOf(StateAt(position)) == farthest)];

        // A rule that refuses says more than any other refusal.
        foreach (var meeting in new Func<ModelState, MoveSet>[] { StoppedByRules, Offered })
        {
            foreach (var end in ends)
            {
                if (meeting(StateAt(end)) is { IsEmpty: false } refused)
                    return [.. Counterexample.To(graph, end), Steps.Refused(model, StateAt(end), model.Inputs[refused.First.Index])];
            }
        }

        // Nobody looks for where to type a code before it arrived.
        var stuck = ends.FirstOrDefault(end => StateAt(end).Message is SmsDelivery.None or SmsDelivery.Arrived, ends[0]);
        return [.. Counterexample.To(graph, stuck), Steps.Missing(model, StateAt(stuck), $"{called}", nowhere(StateAt(stuck)))];

        ModelState StateAt(Position position) => model.Codec.Unpack(graph[position]);

        MoveSet StoppedByRules(ModelState state) => leadingOn & model.Guards.StoppedByRulesIn(state, model.CaseOf(state));

        MoveSet Offered(ModelState state) => leadingOn & model.Guards.OfferedIn(state, model.CaseOf(state));
    }
}
