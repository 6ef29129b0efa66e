namespace LoginVerification;

/// <summary>Asks for a new code to the pending number. The earlier code dies; failures and waits stay.</summary>
public sealed record ResendCode : UserCommand
{
    /// <inheritdoc/>
    public override EnrolmentAction Action => EnrolmentAction.ResendCode;
}
