namespace LoginVerification;

/// <summary>The four states of an enrolment. Each is computed from the data (<see cref="Enrolment.State"/>), never stored beside it.</summary>
[JsonConverter(typeof(NameJsonConverter<EnrolmentState>))]
public enum EnrolmentState
{
    /// <summary>
    /// Nothing is known. Allowed: <see cref="SubmitPhone"/>; the host may <see cref="ImportVerifiedPhone"/> and <see cref="Unlock"/>.
    /// </summary>
    NoPhone,

    /// <summary>
    /// A number waits for its code and none is verified. Allowed: <see cref="ConfirmCode"/>, <see cref="ResendCode"/>,
    /// <see cref="CancelPending"/>, <see cref="SubmitPhone"/> (another number replaces the pending one, the same is a resend);
    /// the host may also lapse, import and unlock, and record an opt-out of delivery.
    /// </summary>
    PhonePending,

    /// <summary>
    /// A number is verified and no channel is active. Allowed: <see cref="EnableVerification"/>, <see cref="RemovePhone"/>,
    /// <see cref="SubmitPhone"/> of a replacement, which then can be confirmed, resent or cancelled while the verified number stays in force.
    /// </summary>
    PhoneVerified,

    /// <summary>
    /// A number is verified and a channel protects the log-in. Allowed: <see cref="ChangeChannel"/>, <see cref="DisableVerification"/>,
    /// <see cref="SubmitPhone"/> of a replacement (protection stays); <see cref="RemovePhone"/> as the policy says, by default not.
    /// </summary>
    VerificationEnabled,
}
