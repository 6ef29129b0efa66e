namespace LoginVerification.Exploration;

/// <summary>Something that a property can ask about, under the name by which it is written.</summary>
/// <param name="Name">The name.</param>
/// <param name="Meaning">What it is.</param>
/// <param name="Has">Whether it has a value at a moment; of a flag, whether it is so.</param>
internal sealed record Term(string Name, string Meaning, Func<Moment, string, bool> Has)
{
    /// <summary>The values that there are; null for a flag, which has none and is asked for by its name alone.</summary>
    public IReadOnlyList<string>? Values { get; init; }

    /// <summary>What is to be said of values that are not there.</summary>
    public string? Missing { get; init; }
}
