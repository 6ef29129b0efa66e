namespace LoginVerification;

/// <summary>
/// What somebody asks of an enrolment. A closed set: <see cref="UserCommand"/> comes from the owner at a surface, <see cref="OwnerCommand"/> from the owner
/// on any page, <see cref="SignInCommand"/> from somebody who signs in, <see cref="DeviceCommand"/> from a device, <see cref="HostCommand"/> from the host,
/// the network or time. Commands are immutable and thread-safe.
/// </summary>
public abstract record EnrolmentCommand
{
    private protected EnrolmentCommand() { }
}
