namespace LoginVerification.Exploration.Tests.RandomPolicies;

/// <summary>Random choices, the same for the same seed.</summary>
internal sealed class Dice(int seed)
{
    private readonly Random random = new(seed);

    /// <summary>Whether a thing happens that happens so many times in a hundred.</summary>
    public bool Happens(int percent) => random.Next(100) < percent;

    public int Between(int least, int most) => random.Next(least, most + 1);

    public T OneOf<T>(params IReadOnlyList<T> items) => items[random.Next(items.Count)];

    /// <summary>At least one of the items, in their order.</summary>
    public IReadOnlyList<T> SomeOf<T>(params IReadOnlyList<T> items)
    {
        List<T> some = [.. items.Where(_ => Happens(50))];
        return some.Count > 0 ? some : [OneOf(items)];
    }

    public bool? Maybe(int percent) => Happens(percent) ? Happens(50) : null;
}
