namespace LoginVerification.Exploration;

/// <summary>
/// Something that shall hold of a policy. <see cref="Always"/> and <see cref="OnEveryStep"/> make safety properties of your own,
/// <see cref="Reachable"/> (EF in CTL) and <see cref="AlwaysReachable"/> (AG EF) such of what can be reached. Immutable and thread-safe, if
/// what you give is.
/// </summary>
public abstract class PolicyProperty
{
    private protected PolicyProperty(string name, PropertyKind kind, string meaning)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Name = name;
        Kind = kind;
        Meaning = meaning;
    }

    /// <summary>The name, unique in one exploration.</summary>
    public string Name { get; }

    /// <summary>What it looks at.</summary>
    public PropertyKind Kind { get; }

    /// <summary>What it says, in a sentence.</summary>
    public string Meaning { get; }

    /// <summary>A property of every state: it is violated where the test says no, and never vacuous.</summary>
    /// <param name="name">A name that no other property has.</param>
    /// <param name="holds">The test; pure.</param>
    public static PolicyProperty Always(string name, Func<StateView, bool> holds) => new CustomStateProperty(name, holds);

    /// <summary>A property of every step: it is violated where the test says no, and never vacuous.</summary>
    /// <param name="name">A name that no other property has.</param>
    /// <param name="holds">The test; pure.</param>
    public static PolicyProperty OnEveryStep(string name, Func<StepView, bool> holds) => new CustomStepProperty(name, holds);

    /// <summary>Some state that can be reached fulfils the test.</summary>
    /// <param name="name">A name that no other property has.</param>
    /// <param name="goal">The test; pure.</param>
    public static PolicyProperty Reachable(string name, Func<StateView, bool> goal) => new CustomGoalProperty(name, goal);

    /// <summary>
    /// From every state one that fulfils the test can still be reached, by what users, time, a delivered SMS and the host's staff do,
    /// over all links.
    /// </summary>
    /// <param name="name">A name that no other property has.</param>
    /// <param name="goal">The test; pure.</param>
    public static PolicyProperty AlwaysReachable(string name, Func<StateView, bool> goal) => new CustomTrapProperty(name, goal);

    /// <summary>Looks at what was explored.</summary>
    internal abstract PropertyVerdict Check(Evidence evidence);

    private protected PropertyVerdict Proved() => new(Name, Kind, Verdict.Proved);

    private protected PropertyVerdict Vacuous(string reason) => new(Name, Kind, Verdict.Vacuous) { Reason = reason };

    private protected PropertyVerdict Violated(string reason, IEnumerable<Violation> violations, IReadOnlyList<Step>? trace = null) =>
        new(Name, Kind, Verdict.Violated) { Reason = reason, Violations = [.. violations.Distinct()], Trace = trace };

    /// <summary>What is left to say where not every state was looked at.</summary>
    internal PropertyVerdict NotClosed() => new(Name, Kind, Verdict.NotClosed) { Reason = "not every state was looked at" };
}
