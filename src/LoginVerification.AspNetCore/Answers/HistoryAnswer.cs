using System.Text.Json.Serialization;
using NodaTime;

namespace LoginVerification.Http;

/// <summary>A page of an account's audit trail, oldest first; the next one begins at <paramref name="Next"/>, null where there is none.</summary>
internal sealed record HistoryAnswer(IReadOnlyList<HistoryEntry> Events, long? Next)
{
    /// <summary>The most events of a page.</summary>
    public const int PageLength = 100;

    public static HistoryAnswer Of(IReadOnlyList<EnrolmentEvent> events, long from) => new(
        [.. events.Take(PageLength).Select((happened, index) => HistoryEntry.Of(happened, from + index))],
        events.Count > PageLength ? from + PageLength : null);
}

/// <summary>
/// One event, as its owner sees it. What proves or sends something stays out: codes, nonces, keys, hashes, challenges; so does which member of the staff it was,
/// and what the host calls the request.
/// </summary>
internal sealed record HistoryEntry(
    long Version,
    LifecycleTrigger Kind,
    [property: JsonConverter(typeof(InstantJsonConverter))] Instant At,
    Initiator By,
    Surface? Surface)
{
    /// <summary>The number that it is about, masked.</summary>
    public string? Phone { get; init; }

    /// <summary>The channel from then on, or, where it was turned off, until then.</summary>
    public VerificationChannel? Channel { get; init; }

    /// <summary>The device that it is about.</summary>
    public DeviceId? Device { get; init; }

    public static HistoryEntry Of(EnrolmentEvent happened, long version) => new(version, happened.Trigger, happened.Origin.At, happened.Origin.By, happened.Origin.Surface)
    {
        Phone = NumberOf(happened)?.Masked,
        Channel = ChannelOf(happened),
        Device = DeviceOf(happened),
    };

    /// <summary>The number that an event is about, or null.</summary>
    public static PhoneNumber? NumberOf(EnrolmentEvent happened) => happened switch
    {
        PhoneSubmitted submitted => submitted.Phone.Number,
        PhoneReplaced replaced => replaced.Previous,
        PendingCancelled cancelled => cancelled.Number,
        PendingLapsed lapsed => lapsed.Number,
        PhoneRemoved removed => removed.Number,
        PhoneInvalidated invalidated => invalidated.Number,
        Engine.DeliveryOptedOut optedOut => optedOut.Number,
        DeliveryRestored restored => restored.Number,
        PhoneImported imported => imported.Phone.Number,
        _ => null,
    };

    private static VerificationChannel? ChannelOf(EnrolmentEvent happened) => happened switch
    {
        ChannelEnabled enabled => enabled.Channel,
        ChannelChanged changed => changed.To,
        VerificationDisabled disabled => disabled.Channel,
        ProtectionDropped dropped => dropped.Channel,
        SignInBegun begun => begun.SignIn.Channel,
        SignInResent resent => resent.Channel,
        _ => null,
    };

    private static DeviceId? DeviceOf(EnrolmentEvent happened) => happened switch
    {
        DeviceBound bound => bound.Device.Id,
        DeviceRenamed renamed => renamed.Device,
        DeviceAddressChanged moved => moved.Device,
        DeviceRemoved removed => removed.Device,
        SignInConfirmed confirmed => confirmed.Device,
        SignInDenied denied => denied.Device,
        _ => null,
    };
}
