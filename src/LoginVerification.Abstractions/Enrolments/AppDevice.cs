using NodaTime;

namespace LoginVerification.Engine;

/// <summary>A device that can approve sign-ins. Immutable; compares by value.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Key">What verifies its signatures.</param>
/// <param name="Name">What its owner calls it: 1 to <see cref="MaxNameLength"/> characters.</param>
/// <param name="BoundAt">When it was bound.</param>
public sealed record AppDevice(DeviceId Id, DeviceKey Key, string Name, Instant BoundAt)
{
    /// <summary>The longest name, in UTF-16 code units.</summary>
    public const int MaxNameLength = 64;

    /// <summary>Where a push service reaches it, or null: the app then asks by itself.</summary>
    public PushAddress? Address { get; init; }
}
