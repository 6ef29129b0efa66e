namespace LoginVerification.Exploration;

/// <summary>What becomes of one part of a shape.</summary>
/// <param name="Component">The index of the part.</param>
/// <param name="Kind">How it changes.</param>
/// <param name="Value">The constant, where it is set.</param>
internal readonly record struct Change(int Component, ChangeKind Kind, int Value);

/// <summary>How a part of a shape becomes what it is after an input.</summary>
internal enum ChangeKind
{
    /// <summary>It stays.</summary>
    Keep,

    /// <summary>It is what it was for the other number.</summary>
    CopyTwin,

    /// <summary>It is one more.</summary>
    Increase,

    /// <summary>It is one less.</summary>
    Decrease,

    /// <summary>It is a constant.</summary>
    Set,
}
