namespace LoginVerification.Engine;

/// <summary>What a decision is made on: the snapshot, the facts, the policy's limits, and its gate.</summary>
internal readonly record struct Situation(Enrolment Enrolment, Facts Facts, EnrolmentLimits Limits, Gate Gate)
{
    public Situation(Enrolment enrolment, Facts facts, EnrolmentPolicy policy)
        : this(enrolment, facts, policy.Limits, policy.Gate) { }

    /// <summary>Who asks, as far as gating rules ask for it.</summary>
    public Asker Asker => Gate.AskerOf(Facts.DeviceRegistered, Facts.Account);

    /// <summary>The id that an enrolment gets with its first event, or null once it has begun.</summary>
    public EnrolmentId? Begins => Enrolment.Version == 0 ? Facts.Fresh.EnrolmentId : null;
}
