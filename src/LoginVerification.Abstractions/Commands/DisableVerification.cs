namespace LoginVerification;

/// <summary>Turns off log-in verification; the number stays verified. Needs a recent authentication; the owner gets a notice.</summary>
public sealed record DisableVerification : UserCommand
{
    /// <inheritdoc/>
    public override EnrolmentAction Action => EnrolmentAction.DisableVerification;
}
