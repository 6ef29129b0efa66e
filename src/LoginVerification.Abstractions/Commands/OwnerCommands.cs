namespace LoginVerification;

/// <summary>
/// A command of the account's owner, signed in, that no screen has to offer and no gating rule applies to. It needs a recent authentication, with the second
/// factor where verification is enabled.
/// </summary>
public abstract record OwnerCommand : EnrolmentCommand
{
    private protected OwnerCommand() { }
}

/// <summary>
/// The owner saw the in-app notices, so that they need not be shown any more. Notices can be shown on every page. A notice can be the only trace of what
/// somebody else did in the owner's session.
/// </summary>
/// <param name="UpTo">Those up to this instant: the time of the newest that was shown; null for all.</param>
public sealed record AcknowledgeNotices(NodaTime.Instant? UpTo = null) : OwnerCommand
{
    /// <summary>Those up to this instant, in whole milliseconds; null for all.</summary>
    [JsonConverter(typeof(InstantJsonConverter))]
    public NodaTime.Instant? UpTo { get; init => field = WholeMilliseconds.Of(value); } = WholeMilliseconds.Of(UpTo);
}

/// <summary>Calls a device otherwise.</summary>
/// <param name="Device">Which one.</param>
/// <param name="Name">What the owner calls it: 1 to <see cref="AppDevice.MaxNameLength"/> characters, some of which show; none controls, or turns the direction of the text; blanks around it are dropped.</param>
public sealed record RenameDevice(DeviceId Device, string Name) : OwnerCommand;

/// <summary>Takes a device the right to approve sign-ins. While the app protects the log-in the last one stays: the owner changes the channel first, knowingly.</summary>
/// <param name="Device">Which one.</param>
public sealed record RemoveDevice(DeviceId Device) : OwnerCommand;

/// <summary>Issues backup codes, which take the place of earlier ones. Needs verification to be enabled.</summary>
public sealed record IssueBackupCodes : OwnerCommand;
