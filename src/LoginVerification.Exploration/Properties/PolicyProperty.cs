namespace LoginVerification.Exploration;

/// <summary>
/// Something that shall hold of a policy. <see cref="Always"/> and <see cref="OnEveryStep"/> make safety properties of your own,
/// <see cref="Reachable"/> (EF in CTL) and <see cref="AlwaysReachable"/> (AG EF) such of what can be reached, and <see cref="LeadsTo"/> such of
/// what comes about (response, under fairness). Immutable and thread-safe, if what you give is.
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
    public static PolicyProperty Always(string name, Func<StateView, bool> holds) => new CustomStateProperty(name, $"{name} holds in every state", holds);

    /// <summary>A property of every step: it is violated where the test says no, and never vacuous.</summary>
    /// <param name="name">A name that no other property has.</param>
    /// <param name="holds">The test; pure.</param>
    public static PolicyProperty OnEveryStep(string name, Func<StepView, bool> holds) => new CustomStepProperty(name, $"{name} holds for every step", holds);

    /// <summary>Some state that can be reached fulfils the test.</summary>
    /// <param name="name">A name that no other property has.</param>
    /// <param name="goal">The test; pure.</param>
    public static PolicyProperty Reachable(string name, Func<StateView, bool> goal) => new CustomGoalProperty(name, $"{name} can be reached", goal);

    /// <summary>From every state one that fulfils the test can still be reached, by what users, time and a delivered SMS do, and what else is counted on.</summary>
    /// <param name="name">A name that no other property has.</param>
    /// <param name="goal">The test; pure.</param>
    /// <param name="reliance">What else is counted on: hidden links and the host's staff, if nothing is stated.</param>
    public static PolicyProperty AlwaysReachable(string name, Func<StateView, bool> goal, Reliance reliance = Reliance.HiddenLinks | Reliance.Staff) =>
        new CustomTrapProperty(name, $"{name} can always still be reached", goal, reliance);

    /// <summary>
    /// Whoever is in a state that fulfils the first test comes to one that fulfils the second, now or later, if they keep trying: under strong
    /// fairness of every move that is counted on. What is not counted on (a lost SMS or device, STOP, a number that changes hands) may happen
    /// again and again, but not for ever.
    /// </summary>
    /// <param name="name">A name that no other property has.</param>
    /// <param name="from">The test of where it begins; pure.</param>
    /// <param name="to">The test of where it leads; pure.</param>
    /// <param name="reliance">What is counted on beside users, time and a delivered SMS: hidden links, if nothing is stated.</param>
    public static PolicyProperty LeadsTo(string name, Func<StateView, bool> from, Func<StateView, bool> to, Reliance reliance = Reliance.HiddenLinks) =>
        new CustomResponseProperty(name, $"whoever keeps trying comes to {name}", from, to, reliance);

    /// <summary>Whether it asks what can be reached, and not the rules alone.</summary>
    internal virtual bool NeedsGraph => true;

    /// <summary>Looks at what was explored.</summary>
    internal abstract PropertyVerdict Check(Evidence evidence);

    private protected PropertyVerdict Proved() => new(Name, Kind, Verdict.Proved);

    private protected PropertyVerdict Vacuous(string reason) => new(Name, Kind, Verdict.Vacuous) { Reason = reason };

    private protected PropertyVerdict Violated(string reason, IEnumerable<Violation> violations, IReadOnlyList<Step>? trace = null) =>
        new(Name, Kind, Verdict.Violated) { Reason = reason, Violations = [.. violations.Distinct()], Trace = trace };

    /// <summary>What is left to say where not every state was looked at.</summary>
    internal PropertyVerdict NotClosed() => new(Name, Kind, Verdict.NotClosed) { Reason = "not every state was looked at" };
}
