namespace LoginVerification;

/// <summary>Moves an enabled verification to the other channel, without a gap in protection. Needs a recent authentication.</summary>
/// <param name="Channel">The channel to use from now on.</param>
public sealed record ChangeChannel(VerificationChannel Channel) : UserCommand
{
    /// <inheritdoc/>
    public override EnrolmentAction Action => EnrolmentAction.ChangeChannel;
}
