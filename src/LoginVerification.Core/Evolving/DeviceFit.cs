using System.Diagnostics;

namespace LoginVerification.Engine;

/// <summary>Whether an event of a device fits a snapshot. As <see cref="EventFit"/>, whatever the policy.</summary>
internal static class DeviceFit
{
    private const string NoSuchDevice = "the account has no such device";

    public static string? Misfit(Enrolment before, EnrolmentEvent happened) => happened switch
    {
        DeviceBound e => BindingMisfit(before, e),
        DeviceRenamed e => before.FindDevice(e.Device) is not { } device ? NoSuchDevice : device.Name == e.Name ? "that is its name already" : StoredFit.NameMisfit(e.Name),
        DeviceAddressChanged e => before.FindDevice(e.Device) is not { } device ? NoSuchDevice : device.Address == e.Address ? "that is its address already"
            : e is { Origin.By: Initiator.Carrier, Address: not null } ? "a push service takes addresses away, and gives none"
            : null,
        DeviceRemoved e => before.FindDevice(e.Device) is null ? NoSuchDevice
            : before is { ActiveChannel: VerificationChannel.AppPush, Devices.Count: 1 } ? "the app protects, and it is the last device"
            : null,
        _ => throw new UnreachableException(),
    };

    private static string? BindingMisfit(Enrolment before, DeviceBound happened)
    {
        foreach (var device in before.Devices)
        {
            if (device.Id == happened.Device.Id || device.Key == happened.Device.Key)
                return "the device is bound already";
        }

        return before.Devices.Count >= Enrolment.MaxDevices ? "the account has too many devices"
            : happened.Device.BoundAt != happened.Origin.At ? "it was bound at another time"
            : StoredFit.NameMisfit(happened.Device.Name);
    }
}
