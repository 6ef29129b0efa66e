namespace LoginVerification.Policies;

/// <summary>
/// All that a screen's condition can ask, answered: the state, a pending number, a verified one, and whether the SMS with the newest code
/// arrived. There are <see cref="Count"/> cases, so that a condition can be worked out once for all of them: see <see cref="CaseSet"/>.
/// Immutable; compares by value.
/// </summary>
public readonly record struct ConditionCase
{
    /// <summary>How many cases there are.</summary>
    public const int Count = 32;

    private readonly byte index;

    private ConditionCase(int index) => this.index = (byte)index;

    /// <summary>One case.</summary>
    /// <param name="state">Where the enrolment stands.</param>
    /// <param name="pending">Whether a number waits for its code.</param>
    /// <param name="verified">Whether a number is verified.</param>
    /// <param name="smsDelivered">Whether the SMS with the newest code arrived.</param>
    /// <exception cref="ArgumentOutOfRangeException">The state is none of the four.</exception>
    public ConditionCase(EnrolmentState state, bool pending, bool verified, bool smsDelivered)
        : this((Defined(state) << 3) | (pending ? 4 : 0) | (verified ? 2 : 0) | (smsDelivered ? 1 : 0)) { }

    /// <summary>Every case, in the order of <see cref="Index"/>.</summary>
    public static IEnumerable<ConditionCase> All => Enumerable.Range(0, Count).Select(index => new ConditionCase(index));

    /// <summary>The number of the case: 0 to <see cref="Count"/> − 1.</summary>
    public int Index => index;

    /// <summary>Where the enrolment stands.</summary>
    public EnrolmentState State => (EnrolmentState)(index >> 3);

    /// <summary>Whether a number waits for its code.</summary>
    public bool Pending => (index & 4) != 0;

    /// <summary>Whether a number is verified.</summary>
    public bool Verified => (index & 2) != 0;

    /// <summary>Whether the SMS with the newest code arrived.</summary>
    public bool SmsDelivered => (index & 1) != 0;

    /// <summary>The same case with the SMS delivered or not.</summary>
    /// <param name="smsDelivered">Whether the SMS with the newest code arrived.</param>
    public ConditionCase With(bool smsDelivered) => new((index & ~1) | (smsDelivered ? 1 : 0));

    /// <summary>The case of an enrolment.</summary>
    /// <param name="enrolment">The enrolment.</param>
    /// <param name="smsDelivered">Whether the SMS with the newest code arrived, which no enrolment knows.</param>
    public static ConditionCase Of(Enrolment enrolment, bool smsDelivered)
    {
        ArgumentNullException.ThrowIfNull(enrolment);
        return new(enrolment.State, enrolment.Pending is not null, enrolment.Phone is not null, smsDelivered);
    }

    private static int Defined(EnrolmentState state) => state is >= EnrolmentState.NoPhone and <= EnrolmentState.VerificationEnabled
        ? (int)state
        : throw new ArgumentOutOfRangeException(nameof(state), state, "This is no state of an enrolment. Name a member of EnrolmentState.");
}

/// <summary>The cases in which a condition holds, worked out once. Immutable; compares by value.</summary>
public readonly record struct CaseSet
{
    private readonly uint cases;

    private CaseSet(uint cases) => this.cases = cases;

    /// <summary>Every case: the set of a condition that is not stated.</summary>
    public static CaseSet Always { get; } = new(uint.MaxValue);

    /// <summary>Whether there is no case in it.</summary>
    internal bool IsEmpty => cases == 0;

    /// <summary>The cases in which a condition holds.</summary>
    /// <param name="condition">The condition, or null for always.</param>
    public static CaseSet Of(ScreenCondition? condition)
    {
        if (condition is null)
            return Always;
        var cases = 0u;
        foreach (var at in ConditionCase.All)
            cases |= condition.Holds(at) ? 1u << at.Index : 0;
        return new CaseSet(cases);
    }

    /// <summary>Whether the case is one of them.</summary>
    /// <param name="at">The case.</param>
    public bool Contains(ConditionCase at) => (cases >> at.Index & 1) != 0;

    /// <summary>Whether the condition holds for an enrolment, as far as its data tells: what is asked of the SMS is taken as met.</summary>
    /// <param name="enrolment">The enrolment.</param>
    public bool MayHold(Enrolment enrolment) => Overlaps(Possible(enrolment));

    /// <summary>The cases that an enrolment may be in: whether the SMS arrived, it does not know.</summary>
    internal static CaseSet Possible(Enrolment enrolment)
    {
        var undelivered = ConditionCase.Of(enrolment, smsDelivered: false);
        return new(1u << undelivered.Index | 1u << undelivered.With(smsDelivered: true).Index);
    }

    /// <summary>Whether some case is in both.</summary>
    internal bool Overlaps(CaseSet other) => (cases & other.cases) != 0;

    /// <summary>The set of some cases.</summary>
    internal static CaseSet Among(IEnumerable<ConditionCase> some) => new(some.Aggregate(0u, (cases, at) => cases | 1u << at.Index));

    /// <summary>The cases in it.</summary>
    internal IEnumerable<ConditionCase> Cases => ConditionCase.All.Where(Contains);

    /// <summary>The cases of both sets.</summary>
    internal CaseSet And(CaseSet other) => new(cases & other.cases);

    /// <summary>The cases of either set.</summary>
    internal CaseSet Or(CaseSet other) => new(cases | other.cases);
}
