namespace LoginVerification.Exploration;

/// <summary>
/// Finds a small tree of questions that answers exactly: it asks on until one answer fits every shape that is left. Which question
/// is asked is a guess (the one after which the answers are least mixed); that the answers are right is not.
/// </summary>
/// <param name="components">What can be asked.</param>
/// <param name="values">The value of each part by shape.</param>
/// <param name="labels">By shape: shapes with one label want the same answer.</param>
/// <param name="answer">The answer that fits all the shapes, or null if none does.</param>
/// <param name="cancellationToken">Ends it early.</param>
internal sealed class TreeLearner<TLeaf>(
    IReadOnlyList<Component> components, int[][] values, int[] labels, Func<int[], Leaf<TLeaf>?> answer, CancellationToken cancellationToken)
{
    /// <summary>Sums of logarithms in another order differ by less.</summary>
    private const double Alike = 1e-9;

    public Tree<TLeaf> Learn(int[] shapes)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (answer(shapes) is { } leaf)
            return leaf;
        var (component, value) = Question(shapes);
        return new Branch<TLeaf>(
            components[component],
            value,
            Learn([.. shapes.Where(shape => values[shape][component] == value)]),
            Learn([.. shapes.Where(shape => values[shape][component] != value)]));
    }

    private (int Component, int Value) Question(int[] shapes)
    {
        var least = double.PositiveInfinity;
        var question = (Component: -1, Value: -1);
        var all = shapes.CountBy(shape => labels[shape]).ToDictionary();
        for (var component = 0; component < components.Count; component++)
        {
            foreach (var group in shapes.GroupBy(shape => values[shape][component]).OrderByDescending(group => group.Key))
            {
                var here = group.CountBy(shape => labels[shape]).ToDictionary();
                var there = all.Select(label => label.Value - here.GetValueOrDefault(label.Key)).ToList();
                var mixture = MixtureOf(here.Values) + MixtureOf(there);
                if (there.Sum() == 0 || mixture > least - Alike)
                    continue;
                least = mixture;
                question = (component, group.Key);
            }
        }

        return question;
    }

    /// <summary>The entropy of the labels, times their number.</summary>
    private static double MixtureOf(IReadOnlyCollection<int> counts)
    {
        double sum = counts.Sum();
        return counts.Where(count => count > 0).Sum(count => count * Math.Log2(sum / count));
    }
}
