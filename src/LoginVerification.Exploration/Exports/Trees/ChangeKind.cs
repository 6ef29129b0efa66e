namespace LoginVerification.Exploration;

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
