namespace LoginVerification.Ports;

/// <summary>
/// Optional port: wakes the host's app. It carries no secret and decides nothing: the app then fetches the prompt. Default: nobody is woken, and apps ask by
/// themselves while they are open. Thread-safe.
/// </summary>
public interface IPushSender
{
    /// <summary>Wakes one device, once: retries are the outbox's.</summary>
    /// <param name="push">Which device, and in what matter.</param>
    /// <param name="cancellationToken">Gives up waiting, well before the lease of the outbox ends; the push may still go out.</param>
    /// <returns>What the push service answered.</returns>
    /// <exception cref="Exception">Nobody knows whether it was taken; the outbox tries again later.</exception>
    Task<PushReceipt> WakeAsync(PushMessage push, CancellationToken cancellationToken);
}

/// <summary>A push. Immutable; compares by value.</summary>
/// <param name="Id">Names the push towards the push service: the same for each attempt.</param>
/// <param name="Device">The device.</param>
/// <param name="Address">Where the push service reaches it.</param>
/// <param name="ExpiresAt">From when on it is of no use.</param>
public sealed record PushMessage(string Id, DeviceId Device, PushAddress Address, [property: JsonConverter(typeof(InstantJsonConverter))] NodaTime.Instant ExpiresAt);

/// <summary>What became of a push.</summary>
[JsonConverter(typeof(NameJsonConverter<PushReceipt>))]
public enum PushReceipt
{
    /// <summary>The push service took it.</summary>
    Accepted,

    /// <summary>The address is no longer one, for good: the account forgets it. The device stays bound.</summary>
    Gone,

    /// <summary>The push service will never take this push. It is not tried again.</summary>
    Rejected,
}
