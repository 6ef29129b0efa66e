namespace LoginVerification;

/// <summary>
/// What somebody asks of an enrolment. A closed set: <see cref="UserCommand"/> comes from the owner at a surface,
/// <see cref="HostCommand"/> from the host, the network or time, <see cref="AcknowledgeNotices"/> from the owner on any page. Commands are immutable and thread-safe.
/// </summary>
public abstract record EnrolmentCommand
{
    private protected EnrolmentCommand() { }
}

/// <summary>
/// The owner saw the in-app notices, so that they need not be shown any more. The owner's alone; no screen has to offer it and no gating rule
/// applies, for notices can be shown on every page. It needs a recent authentication, with the second factor where verification is enabled: a
/// notice can be the only trace of what somebody else did in the owner's session.
/// </summary>
/// <param name="UpTo">Those up to this instant: the time of the newest that was shown; null for all.</param>
public sealed record AcknowledgeNotices(NodaTime.Instant? UpTo = null) : EnrolmentCommand
{
    /// <summary>Those up to this instant, in whole milliseconds; null for all.</summary>
    [JsonConverter(typeof(InstantJsonConverter))]
    public NodaTime.Instant? UpTo { get; init => field = WholeMilliseconds.Of(value); } = WholeMilliseconds.Of(UpTo);
}
