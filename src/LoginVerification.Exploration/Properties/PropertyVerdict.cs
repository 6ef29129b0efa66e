namespace LoginVerification.Exploration;

/// <summary>A property and what came of it. Immutable and thread-safe.</summary>
/// <param name="Name">The property's name.</param>
/// <param name="Kind">What it looks at.</param>
/// <param name="Verdict">What came of it.</param>
public sealed record PropertyVerdict(string Name, PropertyKind Kind, Verdict Verdict)
{
    /// <summary>Why, for what is violated, vacuous or not closed; null for what is proved.</summary>
    public string? Reason { get; init; }

    /// <summary>What is against it, as data, each once and in a fixed order; for a property of the lifecycle or of your own, the first only. Empty for what is not violated.</summary>
    public IReadOnlyList<Violation> Violations { get; init; } = [];

    /// <summary>How often something hits that is violated by its odds, the greater the farther; zero for what is violated otherwise.</summary>
    internal (double Ever, double ADay, double AtOnce) Odds { get; init; }

    /// <summary>
    /// The shortest counterexample of what is violated, never empty; null for any other verdict. Where the violation is no single path, it leads
    /// to where the answers, the link or the refusal can be seen, or as far as a user gets, and ends with what is in the way there.
    /// </summary>
    public IReadOnlyList<Step>? Trace { get; init; }

    /// <summary>Where the steps of the trace begin that repeat for ever, as an index into it; null where none do.</summary>
    public int? CycleStart { get; init; }

    /// <summary>Where there are several kinds of counterexamples, one of each other kind, the graver first.</summary>
    public IReadOnlyList<IReadOnlyList<Step>> OtherTraces { get; init; } = [];

    /// <summary>For a trap: the starts that are trapped already, by class and surface.</summary>
    public IReadOnlyList<TrappedStart> TrappedStarts { get; init; } = [];

    /// <summary>For a trap: the steps that lead into it from where a way was left, those that trap most first.</summary>
    public IReadOnlyList<TrapEntry> TrapEntries { get; init; } = [];
}

/// <summary>What came of a property.</summary>
public enum Verdict
{
    /// <summary>It holds in every state that can be reached.</summary>
    Proved,

    /// <summary>It does not hold; the violations tell where.</summary>
    Violated,

    /// <summary>What it speaks of never occurs, so that it says nothing.</summary>
    Vacuous,

    /// <summary>Nobody knows: not every state was looked at.</summary>
    NotClosed,
}

/// <summary>What a property looks at.</summary>
public enum PropertyKind
{
    /// <summary>Enrolments and what changes them, whatever the screen.</summary>
    Lifecycle,

    /// <summary>What can still be reached.</summary>
    Reachability,

    /// <summary>Whether screens and rules agree with each other.</summary>
    Agreement,

    /// <summary>Sign-ins: who is let in, and who can still get in.</summary>
    SignIn,

    /// <summary>A property of the caller's own.</summary>
    Custom,
}
