namespace LoginVerification;

/// <summary>Turns on log-in verification. Needs a verified phone and a recent authentication.</summary>
/// <param name="Channel">How log-in requests shall come; <see cref="LoginVerification.VerificationChannel.AppPush"/> also needs a registered device.</param>
public sealed record EnableVerification(VerificationChannel Channel) : UserCommand
{
    /// <inheritdoc/>
    public override EnrolmentAction Action => EnrolmentAction.EnableVerification;
}
