namespace LoginVerification.Exploration;

/// <summary>One part of a shape as a variable of a model.</summary>
/// <param name="Name">The variable.</param>
/// <param name="Read">Its value in a shape.</param>
internal sealed record Component(string Name, Func<Shape, int> Read)
{
    /// <summary>The names of its values, if it has any.</summary>
    public IReadOnlyList<string>? Values { get; init; }

    /// <summary>Whether it is true or false.</summary>
    public bool IsFlag { get; init; }

    /// <summary>Its largest value.</summary>
    public int Most { get; init; } = 1;

    /// <summary>The index of the same part of the other number, or null.</summary>
    public int? Twin { get; init; }

    /// <summary>The test for a value, in words that Promela and Rumur share.</summary>
    public string Test(int value) => !IsFlag ? $"{Name} == {Constant(value)}" : value == 1 ? Name : $"!{Name}";

    /// <summary>A value as both languages write it.</summary>
    public string Constant(int value) => Values is not null ? Values[value] : !IsFlag ? $"{value}" : value == 1 ? "true" : "false";
}
