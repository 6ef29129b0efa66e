namespace LoginVerification;

/// <summary>Turns on log-in verification. Needs a verified phone and a recent authentication.</summary>
/// <param name="Channel">How log-in requests shall come; <see cref="LoginVerification.Channel.AppPush"/> also needs a registered device.</param>
public sealed record EnableVerification(Channel Channel) : UserCommand
{
    /// <inheritdoc/>
    public override EnrolmentAction Action => EnrolmentAction.EnableVerification;
}
