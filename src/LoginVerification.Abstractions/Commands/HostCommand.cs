namespace LoginVerification;

/// <summary>A command of the host, the phone network or time. No surface offers it and no gating rule applies.</summary>
public abstract record HostCommand : EnrolmentCommand
{
    private protected HostCommand() { }
}
