namespace LoginVerification.Policies;

/// <summary>The cases in which a condition holds, worked out once. Immutable; compares by value.</summary>
public readonly record struct CaseSet
{
    private readonly UInt128 cases;

    private CaseSet(UInt128 cases) => this.cases = cases;

    /// <summary>Every case: the set of a condition that is not stated.</summary>
    public static CaseSet Always { get; } = new(UInt128.MaxValue);

    /// <summary>Whether there is no case in it.</summary>
    internal bool IsEmpty => cases == 0;

    /// <summary>The cases in which a condition holds.</summary>
    /// <param name="condition">The condition, or null for always.</param>
    public static CaseSet Of(ScreenCondition? condition)
    {
        if (condition is null)
            return Always;
        var cases = UInt128.Zero;
        foreach (var at in ConditionCase.All)
            cases |= condition.Holds(at) ? UInt128.One << at.Index : UInt128.Zero;
        return new CaseSet(cases);
    }

    /// <summary>Whether the case is one of them.</summary>
    /// <param name="at">The case.</param>
    public bool Contains(ConditionCase at) => (cases >> at.Index & UInt128.One) != UInt128.Zero;

    /// <summary>Whether the condition holds for an enrolment, as far as its data tells: what is asked of the SMS is taken as met.</summary>
    /// <param name="enrolment">The enrolment.</param>
    /// <param name="device">Whether a device is registered: in production, whether the enrolment has one.</param>
    public bool MayHold(Enrolment enrolment, bool device) => Overlaps(Possible(enrolment, device));

    /// <summary>Whether the condition can hold with a device, or without one.</summary>
    internal bool MayHold(bool device) => Cases.Any(at => at.Device == device);

    /// <summary>The cases that an enrolment may be in: whether the SMS arrived, it does not know.</summary>
    internal static CaseSet Possible(Enrolment enrolment, bool device)
    {
        var undelivered = ConditionCase.Of(enrolment, smsDelivered: false, device);
        return new(UInt128.One << undelivered.Index | UInt128.One << undelivered.With(smsDelivered: true).Index);
    }

    /// <summary>Whether some case is in both.</summary>
    internal bool Overlaps(CaseSet other) => (cases & other.cases) != 0;

    /// <summary>The set of some cases.</summary>
    internal static CaseSet Among(IEnumerable<ConditionCase> some) => new(some.Aggregate(UInt128.Zero, (cases, at) => cases | UInt128.One << at.Index));

    /// <summary>The cases in it.</summary>
    internal IEnumerable<ConditionCase> Cases => ConditionCase.All.Where(Contains);

    /// <summary>The cases of both sets.</summary>
    internal CaseSet And(CaseSet other) => new(cases & other.cases);

    /// <summary>The cases of either set.</summary>
    internal CaseSet Or(CaseSet other) => new(cases | other.cases);
}
