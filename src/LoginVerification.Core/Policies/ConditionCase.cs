namespace LoginVerification.Policies;

/// <summary>
/// All that a screen's condition can ask, answered: the state, the active channel, a pending number, a verified one, whether the SMS with the
/// newest code arrived, and whether a device is registered. There are <see cref="Count"/> cases, so that a condition can be worked out once for
/// all of them: see <see cref="CaseSet"/>. Immutable; compares by value.
/// </summary>
public readonly record struct ConditionCase
{
    /// <summary>How many cases there are.</summary>
    public const int Count = 80;

    private const int PendingBit = 8, VerifiedBit = 4, DeliveredBit = 2, DeviceBit = 1;

    /// <summary>The states, the last one once for each channel; then a bit for each of the rest.</summary>
    private readonly byte index;

    private ConditionCase(int index) => this.index = (byte)index;

    /// <summary>One case.</summary>
    /// <param name="state">Where the enrolment stands.</param>
    /// <param name="pending">Whether a number waits for its code.</param>
    /// <param name="verified">Whether a number is verified.</param>
    /// <param name="smsDelivered">Whether the SMS with the newest code arrived.</param>
    /// <param name="channel">The active channel: one where verification is enabled, and else none.</param>
    /// <param name="device">Whether a device is registered for the app channel.</param>
    /// <exception cref="ArgumentOutOfRangeException">The state is none of the four, or the channel none of the two.</exception>
    /// <exception cref="ArgumentException">Verification is enabled without a channel, or a channel is active without it.</exception>
    public ConditionCase(EnrolmentState state, bool pending, bool verified, bool smsDelivered, VerificationChannel? channel, bool device)
        : this((Standing(state, channel) << 4) | (pending ? PendingBit : 0) | (verified ? VerifiedBit : 0) | (smsDelivered ? DeliveredBit : 0) | (device ? DeviceBit : 0)) { }

    /// <summary>Every case, in the order of <see cref="Index"/>.</summary>
    public static IEnumerable<ConditionCase> All => Enumerable.Range(0, Count).Select(index => new ConditionCase(index));

    /// <summary>The number of the case: 0 to <see cref="Count"/> − 1.</summary>
    public int Index => index;

    /// <summary>Where the enrolment stands.</summary>
    public EnrolmentState State => (EnrolmentState)Math.Min(index >> 4, (int)EnrolmentState.VerificationEnabled);

    /// <summary>The active channel, or null for none.</summary>
    public VerificationChannel? Channel => State is EnrolmentState.VerificationEnabled ? (VerificationChannel)((index >> 4) - (int)EnrolmentState.VerificationEnabled) : null;

    /// <summary>Whether a number waits for its code.</summary>
    public bool Pending => (index & PendingBit) != 0;

    /// <summary>Whether a number is verified.</summary>
    public bool Verified => (index & VerifiedBit) != 0;

    /// <summary>Whether the SMS with the newest code arrived.</summary>
    public bool SmsDelivered => (index & DeliveredBit) != 0;

    /// <summary>Whether a device is registered for the app channel.</summary>
    public bool Device => (index & DeviceBit) != 0;

    /// <summary>The same case with the SMS delivered or not.</summary>
    /// <param name="smsDelivered">Whether the SMS with the newest code arrived.</param>
    public ConditionCase With(bool smsDelivered) => new((index & ~DeliveredBit) | (smsDelivered ? DeliveredBit : 0));

    /// <summary>The case of an enrolment.</summary>
    /// <param name="enrolment">The enrolment.</param>
    /// <param name="smsDelivered">Whether the SMS with the newest code arrived, which no enrolment knows.</param>
    /// <param name="device">Whether a device is registered: in production, whether the enrolment has one.</param>
    public static ConditionCase Of(Enrolment enrolment, bool smsDelivered, bool device)
    {
        ArgumentNullException.ThrowIfNull(enrolment);
        return new(enrolment.State, enrolment.Pending is not null, enrolment.Phone is not null, smsDelivered, enrolment.State is EnrolmentState.VerificationEnabled ? enrolment.ActiveChannel : null, device);
    }

    private static int Standing(EnrolmentState state, VerificationChannel? channel) => (state, channel) switch
    {
        ( < EnrolmentState.NoPhone or > EnrolmentState.VerificationEnabled, _) => throw new ArgumentOutOfRangeException(nameof(state), state, "This is no state of an enrolment. Name a member of EnrolmentState."),
        (EnrolmentState.VerificationEnabled, VerificationChannel.Sms or VerificationChannel.AppPush) => (int)state + (int)channel,
        (not EnrolmentState.VerificationEnabled, null) => (int)state,
        (_, not (null or VerificationChannel.Sms or VerificationChannel.AppPush)) => throw new ArgumentOutOfRangeException(nameof(channel), channel, "This is no channel. Name a member of VerificationChannel."),
        _ => throw new ArgumentException("A channel is active if and only if verification is enabled. Give both or neither.", nameof(channel)),
    };
}
