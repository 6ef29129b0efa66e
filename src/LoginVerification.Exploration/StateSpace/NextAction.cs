namespace LoginVerification.Exploration;

/// <summary>What a state calls for, of a user who is on the way to <see cref="EnrolmentState.VerificationEnabled"/>.</summary>
internal static class NextAction
{
    /// <summary>The action that leads on from a state; null where nothing is left to do.</summary>
    public static EnrolmentAction? In(EnrolmentState state) => state switch
    {
        EnrolmentState.NoPhone => EnrolmentAction.SubmitPhone,
        EnrolmentState.PhonePending => EnrolmentAction.ConfirmCode,
        EnrolmentState.PhoneVerified => EnrolmentAction.EnableVerification,
        _ => null,
    };
}
