namespace LoginVerification;

/// <summary>When an action or a link is there. All parts that are stated have to hold. Immutable and thread-safe.</summary>
public sealed record ScreenCondition
{
    /// <summary>The enrolment is in one of these states; null for any.</summary>
    public IReadOnlyList<EnrolmentState>? State { get; init; }

    /// <summary>A number is pending, or none is; null for either.</summary>
    public bool? Pending { get; init; }

    /// <summary>A number is verified, or none is; null for either.</summary>
    public bool? Verified { get; init; }

    /// <summary>The SMS with the newest code arrived, or did not; null for either. The service cannot know it and takes it as met.</summary>
    public bool? SmsDelivered { get; init; }

    /// <summary>Whether the condition holds for an enrolment, as far as its data tells.</summary>
    /// <param name="enrolment">The enrolment.</param>
    public bool HoldsFor(Enrolment enrolment) =>
        (State is null || State.Contains(enrolment.State))
        && (Pending is null || Pending == enrolment.Pending is not null)
        && (Verified is null || Verified == enrolment.Phone is not null);
}
