namespace LoginVerification.Engine;

/// <summary>What a decision is made on: the snapshot, the facts, the policy.</summary>
internal readonly record struct Situation(Enrolment Enrolment, Facts Facts, EnrolmentPolicy Policy)
{
    public PolicyDocument Rules => Policy.Document;

    /// <summary>Whether the lifecycle has an edge for the event here.</summary>
    public bool Permits(LifecycleTrigger trigger) => Lifecycle.Next(Enrolment.State, trigger) is not null;
}
