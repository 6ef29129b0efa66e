namespace LoginVerification.Exploration;

/// <summary>
/// Gaussian elimination as Grassmann, Taksar and Heyman do it: states are taken out of the chain one by one, and their probabilities are given
/// to those that stay. Nothing is subtracted, so that no digit is lost, however rarely a user leaves a loop.
/// </summary>
internal static class StateElimination
{
    /// <summary>How often each state is visited.</summary>
    /// <param name="within">The probability of each step from state to state; it is overwritten.</param>
    /// <param name="leaving">The probability of leaving all of them for good, by state; it is overwritten.</param>
    /// <param name="inflow">How many users come from elsewhere, by state; it is overwritten.</param>
    public static double[] Visits(double[,] within, double[] leaving, double[] inflow)
    {
        var count = leaving.Length;
        var moving = new double[count];
        for (var last = count - 1; last >= 0; last--)
        {
            // Of all who are there: who moves on, to a state that stays or elsewhere.
            moving[last] = leaving[last];
            for (var to = 0; to < last; to++)
                moving[last] += within[last, to];
            for (var from = 0; from < last; from++)
            {
                var through = within[from, last] / moving[last];
                if (through == 0)
                    continue;
                leaving[from] += through * leaving[last];
                for (var to = 0; to < last; to++)
                    within[from, to] += through * within[last, to];
            }

            for (var to = 0; to < last; to++)
                inflow[to] += inflow[last] / moving[last] * within[last, to];
        }

        var visits = new double[count];
        for (var state = 0; state < count; state++)
        {
            var coming = inflow[state];
            for (var from = 0; from < state; from++)
                coming += visits[from] * within[from, state];
            visits[state] = coming / moving[state];
        }

        return visits;
    }
}
