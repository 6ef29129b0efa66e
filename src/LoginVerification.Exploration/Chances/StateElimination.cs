using System.Globalization;

namespace LoginVerification.Exploration;

/// <summary>
/// Gaussian elimination as Grassmann, Taksar and Heyman do it: states are taken out of the chain one by one, and their probabilities are given
/// to those that stay. Nothing is subtracted, so that no digit is lost, however rarely a user leaves a loop. Only what is not 0 is held, and the
/// state that leaves the fewest new steps behind is taken out first (Markowitz).
/// </summary>
internal sealed class StateElimination
{
    /// <summary>The most steps that are held at a time, those of states that were taken out included: some 150 MB.</summary>
    public const int MostSteps = 2_000_000;

    private readonly double[] leaving;
    private readonly double[] inflow;
    private readonly int mostSteps;

    /// <summary>By state: where it leads, and how probable that is; a state itself left out.</summary>
    private readonly Dictionary<int, double>[] next;

    /// <summary>By state: from where it is come to.</summary>
    private readonly HashSet<int>[] before;

    /// <summary>The states that were taken out, in order, with the steps into each at that time.</summary>
    private readonly List<(int State, double Moving, (int From, double Probability)[] Into)> takenOut = [];

    private readonly PriorityQueue<int, (long, int)> cheapest = new();
    private readonly bool[] isOut;
    private int steps;

    /// <param name="within">The steps from state to state, each once.</param>
    /// <param name="leaving">The probability of leaving all of them for good, by state; it is overwritten.</param>
    /// <param name="inflow">How many users come from elsewhere, by state; it is overwritten.</param>
    /// <param name="mostSteps">The most steps that may be held.</param>
    private StateElimination(IEnumerable<(int From, int To, double Probability)> within, double[] leaving, double[] inflow, int mostSteps)
    {
        (this.leaving, this.inflow, this.mostSteps) = (leaving, inflow, mostSteps);
        next = [.. leaving.Select(_ => new Dictionary<int, double>())];
        before = [.. leaving.Select(_ => new HashSet<int>())];
        isOut = new bool[leaving.Length];
        foreach (var (from, to, probability) in within)
            Add(from, to, probability);
    }

    /// <summary>How often each state is visited.</summary>
    /// <inheritdoc cref="StateElimination(IEnumerable{ValueTuple{int, int, double}}, double[], double[], int)"/>
    /// <exception cref="NotSupportedException">More steps would have to be held.</exception>
    public static double[] Visits(
        IEnumerable<(int From, int To, double Probability)> within, double[] leaving, double[] inflow, CancellationToken cancellationToken, int mostSteps = MostSteps)
    {
        var elimination = new StateElimination(within, leaving, inflow, mostSteps);
        elimination.TakeOutAll(cancellationToken);
        return elimination.PutBack();
    }

    private void TakeOutAll(CancellationToken cancellationToken)
    {
        for (var state = 0; state < next.Length; state++)
            Weigh(state);
        while (cheapest.TryDequeue(out var state, out var cost))
        {
            // A cost that changed was put in anew.
            if (isOut[state] || cost != CostOf(state))
                continue;
            cancellationToken.ThrowIfCancellationRequested();
            TakeOut(state);
        }
    }

    private void TakeOut(int state)
    {
        isOut[state] = true;
        // Of all who are there: who moves on, to a state that stays or elsewhere.
        var moving = leaving[state] + next[state].Values.Sum();
        var into = before[state].Select(from => (from, next[from][state])).ToArray();
        takenOut.Add((state, moving, into));
        foreach (var (from, probability) in into)
        {
            next[from].Remove(state);
            var through = probability / moving;
            leaving[from] += through * leaving[state];
            foreach (var (to, onwards) in next[state])
                Add(from, to, through * onwards);
        }

        foreach (var (to, probability) in next[state])
        {
            inflow[to] += inflow[state] / moving * probability;
            before[to].Remove(state);
            steps--;
            Weigh(to);
        }

        foreach (var (from, _) in into)
            Weigh(from);
        (next[state], before[state]) = ([], []);
    }

    private double[] PutBack()
    {
        var visits = new double[leaving.Length];
        foreach (var (state, moving, into) in Enumerable.Reverse(takenOut))
            visits[state] = (inflow[state] + into.Sum(step => visits[step.From] * step.Probability)) / moving;
        return visits;
    }

    private void Add(int from, int to, double probability)
    {
        // Who comes back to the same state moved nowhere.
        if (from == to)
            return;
        if (before[to].Add(from) && ++steps > mostSteps)
        {
            throw new NotSupportedException(string.Create(
                CultureInfo.InvariantCulture,
                $"{next.Length:N0} states lead to each other, and to solve them takes more than {mostSteps:N0} steps in memory. Give links or surfaces the weight 0, or take surfaces out of the policy."));
        }

        next[from][to] = next[from].GetValueOrDefault(to) + probability;
    }

    private void Weigh(int state) => cheapest.Enqueue(state, CostOf(state));

    private (long, int) CostOf(int state) => ((long)next[state].Count * before[state].Count, state);
}
