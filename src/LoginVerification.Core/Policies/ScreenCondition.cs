namespace LoginVerification.Policies;

/// <summary>When an action or a link is there. All parts that are stated have to hold. Immutable and thread-safe.</summary>
public sealed record ScreenCondition
{
    /// <summary>The enrolment is in one of these states; in any, if nothing is stated.</summary>
    public IReadOnlyList<EnrolmentState>? State { get; init; }

    /// <summary>A number is pending, or none is; either, if nothing is stated.</summary>
    public bool? Pending { get; init; }

    /// <summary>A number is verified, or none is; either, if nothing is stated.</summary>
    public bool? Verified { get; init; }

    /// <summary>The SMS with the newest code arrived, or did not; either, if nothing is stated. The service cannot know it and takes it as met.</summary>
    public bool? SmsDelivered { get; init; }

    /// <summary>Verification is enabled, over one of these channels; over any or none, if nothing is stated.</summary>
    public IReadOnlyList<VerificationChannel>? Channel { get; init; }

    /// <summary>A device is registered for the app channel, or none is; either, if nothing is stated.</summary>
    public bool? Device { get; init; }

    /// <summary>While a number is pending.</summary>
    public static ScreenCondition WhilePending { get; } = new() { Pending = true };

    /// <summary>In one of these states.</summary>
    /// <param name="states">At least one.</param>
    public static ScreenCondition In(params IReadOnlyList<EnrolmentState> states)
    {
        ArgumentNullException.ThrowIfNull(states);
        return new() { State = [.. states] };
    }

    /// <summary>Whether the condition holds in a case. Everything that asks a condition asks it here.</summary>
    /// <param name="at">The case.</param>
    public bool Holds(ConditionCase at) =>
        (State is null || State.Contains(at.State))
        && (Pending is null || Pending == at.Pending)
        && (Verified is null || Verified == at.Verified)
        && (SmsDelivered is null || SmsDelivered == at.SmsDelivered)
        && (Channel is null || (at.Channel is { } active && Channel.Contains(active)))
        && (Device is null || Device == at.Device);
}
