namespace LoginVerification;

/// <summary>A command of the account's owner, given at a surface and subject to the gating rules.</summary>
public abstract record UserCommand : EnrolmentCommand
{
    private protected UserCommand() { }

    /// <summary>The name under which a policy's screens and rules speak of it.</summary>
    public abstract EnrolmentAction Action { get; }
}
