namespace LoginVerification;

/// <summary>Forgets the verified number, and a pending one with it. Needs a recent authentication; what happens while verification is enabled is the policy's <c>removePhoneWhileEnabled</c>, by default a refusal.</summary>
public sealed record RemovePhone : UserCommand
{
    /// <inheritdoc/>
    public override EnrolmentAction Action => EnrolmentAction.RemovePhone;
}
