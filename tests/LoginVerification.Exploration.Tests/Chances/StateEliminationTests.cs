namespace LoginVerification.Exploration.Tests.Chances;

public class StateEliminationTests
{
    [Fact]
    public void However_rarely_a_loop_is_left_no_digit_is_lost()
    {
        var visits = StateElimination.Visits([(0, 1, 1), (1, 0, 1)], [0, 1e-18], [1, 0], CancellationToken.None);

        Assert.Equal(1e18, visits[0], 1e3);
        Assert.Equal(1, visits[1] * 1e-18, 1e-15);
    }

    /// <summary>Beside plain elimination of the whole matrix, by rows, which subtracts and knows no order: the same within rounding.</summary>
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(12, 3)]
    [InlineData(60, 4)]
    [InlineData(60, 60)]
    public void It_comes_to_what_the_whole_matrix_says(int states, int degree)
    {
        var dice = new Random(states + degree);
        for (var trial = 0; trial < 10; trial++)
        {
            var steps = Enumerable.Range(0, states).SelectMany(from => Enumerable.Range(0, degree).Select(_ => (From: from, To: dice.Next(states))).Distinct())
                .Select(step => (step.From, step.To, Probability: dice.NextDouble() / degree)).ToList();
            var leaving = Enumerable.Range(0, states).Select(state => 1 - steps.Where(step => step.From == state).Sum(step => step.Probability)).ToArray();
            var inflow = Enumerable.Range(0, states).Select(_ => dice.NextDouble()).ToArray();

            var visits = StateElimination.Visits(steps, [.. leaving], [.. inflow], CancellationToken.None);

            foreach (var (expected, found) in Whole(steps, inflow).Zip(visits))
                Assert.Equal(1, found / expected, 1e-11);
        }
    }

    /// <summary>A thousand pages around one hub, which a matrix would need a million figures for: taken out in a good order, hardly any step is added.</summary>
    [Fact]
    public void Pages_around_a_hub_need_no_more_memory_than_their_links()
    {
        const int pages = 1000;
        var steps = Enumerable.Range(1, pages).SelectMany(page => new[] { (0, page, 1.0 / pages), (page, 0, 0.5) });

        var visits = StateElimination.Visits(steps, [0, .. Enumerable.Repeat(0.5, pages)], [1, .. new double[pages]], CancellationToken.None, mostSteps: 2 * pages);

        Assert.Equal(2, visits[0], 1e-12);
        Assert.All(visits.Skip(1), visit => Assert.Equal(2.0 / pages, visit, 1e-12));
    }

    [Fact]
    public void What_would_take_too_much_memory_is_refused_with_the_mend()
    {
        var refused = Assert.Throws<NotSupportedException>(() => StateElimination.Visits(Everywhere(50), Leaving(50), new double[50], CancellationToken.None, mostSteps: 1000));

        Assert.Equal("50 states lead to each other, and to solve them takes more than 1,000 steps in memory. Give links or surfaces the weight 0, or take surfaces out of the policy.", refused.Message);
    }

    [Fact]
    public void It_ends_early_when_asked_to()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();

        Assert.Throws<OperationCanceledException>(() => StateElimination.Visits(Everywhere(50), Leaving(50), new double[50], stop.Token));
    }

    private static IEnumerable<(int, int, double)> Everywhere(int states) =>
        from at in Enumerable.Range(0, states)
        from to in Enumerable.Range(0, states)
        where at != to
        select (at, to, 0.5 / (states - 1));

    private static double[] Leaving(int states) => [.. Enumerable.Repeat(0.5, states)];

    /// <summary>Visits v with v = inflow + v P, by Gauss and Jordan.</summary>
    private static double[] Whole(IEnumerable<(int From, int To, double Probability)> steps, double[] inflow)
    {
        var count = inflow.Length;
        var matrix = new double[count, count];
        for (var i = 0; i < count; i++)
            matrix[i, i] = 1;
        foreach (var (from, to, probability) in steps)
            matrix[to, from] -= probability;
        double[] right = [.. inflow];
        for (var pivot = 0; pivot < count; pivot++)
        {
            for (var row = 0; row < count; row++)
            {
                if (row == pivot)
                    continue;
                var factor = matrix[row, pivot] / matrix[pivot, pivot];
                for (var column = 0; column < count; column++)
                    matrix[row, column] -= factor * matrix[pivot, column];
                right[row] -= factor * right[pivot];
            }
        }

        return [.. right.Select((value, row) => value / matrix[row, row])];
    }
}
