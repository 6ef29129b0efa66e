using System.Diagnostics;

namespace LoginVerification.Engine;

/// <summary>What the events of devices change, beside the version.</summary>
internal static class DeviceEvolution
{
    /// <param name="next">The snapshot, with the version after the event.</param>
    /// <param name="happened">The event.</param>
    public static Enrolment Change(Enrolment next, EnrolmentEvent happened) => happened switch
    {
        DeviceBound e => next with { Devices = next.Devices.Add(e.Device), DevicesBound = next.DevicesBound + 1 },
        DeviceRenamed e => With(next, e.Device, device => device with { Name = e.Name }),
        DeviceAddressChanged e => With(next, e.Device, device => device with { Address = e.Address }),
        // What a device said yes to is not let in once the device is gone: its owner may have found out just in time.
        DeviceRemoved e => next with
        {
            Devices = next.Devices.Where(static (device, id) => device.Id != id, e.Device),
            SignIn = next.SignIn is { Ended: null } open && open.ConfirmedBy == e.Device ? open with { ConfirmedBy = null } : next.SignIn,
        },
        _ => throw new UnreachableException(),
    };

    private static Enrolment With(Enrolment next, DeviceId id, Func<AppDevice, AppDevice> change) =>
        next with { Devices = next.Devices.Select(device => device.Id == id ? change(device) : device).ToValueList() };
}
