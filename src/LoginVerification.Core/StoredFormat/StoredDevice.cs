using NodaTime;

namespace LoginVerification.Engine;

/// <summary>A device.</summary>
internal sealed record StoredDevice(DeviceId Id, DeviceKey Key, string Name, Instant BoundAt, PushAddress? Address)
{
    public static StoredDevice Of(AppDevice device) => new(device.Id, device.Key, device.Name, device.BoundAt, device.Address);

    public AppDevice ToDevice() => new(Id, Key, Name, BoundAt) { Address = Address };
}
