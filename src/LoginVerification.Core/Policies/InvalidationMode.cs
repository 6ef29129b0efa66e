namespace LoginVerification;

/// <summary>What a report does that the verified number changed hands.</summary>
public enum InvalidationMode
{
    /// <summary>The number has to be confirmed again before SMS is used; the owner gets a notice and the state stays.</summary>
    Flag,

    /// <summary>Research only: verification ends as a side effect and nobody is told.</summary>
    DisableSilently,
}
