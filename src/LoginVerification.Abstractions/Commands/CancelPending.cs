namespace LoginVerification;

/// <summary>Forgets the pending number. A verified one stays as it is.</summary>
public sealed record CancelPending : UserCommand
{
    /// <inheritdoc/>
    public override EnrolmentAction Action => EnrolmentAction.CancelPending;
}
