using NodaTime;

namespace LoginVerification;

/// <summary>A device, as its owner sees it. Immutable; compares by value.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">What the owner calls it.</param>
/// <param name="BoundAt">When it was bound.</param>
/// <param name="IsWoken">Whether a push reaches it: without, the owner opens the app.</param>
public sealed record DeviceStatus(DeviceId Id, string Name, [property: JsonConverter(typeof(InstantJsonConverter))] Instant BoundAt, bool IsWoken);

/// <summary>
/// A token with which one device can be bound: shown as a QR code on the owner's page, or given to the app that its owner is signed in to. Who has it can
/// bind a device, so that <see cref="ToString"/> hides it. Immutable and thread-safe.
/// </summary>
public sealed class DeviceToken
{
    internal DeviceToken(string? text, Instant expiresAt, Refusal? refusal) => (Text, ExpiresAt, Refusal) = (text, expiresAt, refusal);

    /// <summary>The token; null where there is a refusal.</summary>
    [JsonIgnore]
    public string? Text { get; }

    /// <summary>From when on it binds nothing.</summary>
    [JsonConverter(typeof(InstantJsonConverter))]
    public Instant ExpiresAt { get; }

    /// <summary>Why there is none, or null.</summary>
    public Refusal? Refusal { get; }

    /// <summary>A fixed text.</summary>
    public override string ToString() => "(device token)";
}
