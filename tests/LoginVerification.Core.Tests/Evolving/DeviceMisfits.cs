using static LoginVerification.Tests.GivenSignIns;
using static LoginVerification.Tests.Misfits;

namespace LoginVerification.Tests;

/// <summary>What cannot have happened to devices, by what is wrong with it.</summary>
internal static class DeviceMisfits
{
    private static readonly DeviceId Unknown = DeviceId.Parse(new string('9', 32));
    private static readonly AppDevice Watch = new(DeviceId.Parse(new string('3', 32)), TestKeys.Third, "watch", Given.Now);

    public static IReadOnlyDictionary<string, Misfit> All { get; } = new Dictionary<string, Misfit>
    {
        ["a device bound under the id of another"] = Of(OverSms, Bound(), e => e with { Device = e.Device with { Id = Phone.Id } }),
        ["a device bound under the key of another"] = Of(OverSms, Bound(), e => e with { Device = e.Device with { Key = Phone.Key } }),
        ["an eleventh device"] = Of(OverSms with { Devices = Crowd(Enrolment.MaxDevices - 1) }, Bound(), OverSms with { Devices = Crowd(Enrolment.MaxDevices) }),
        ["a device bound at another time"] = Of(OverSms, Bound(), e => e with { Device = e.Device with { BoundAt = Given.Now - Given.Millisecond } }),
        ["a device bound without a name"] = Of(OverSms, Bound(), e => e with { Device = e.Device with { Name = "" } }),
        ["a device bound under too long a name"] = Of(OverSms, Bound() with { Device = Watch with { Name = new string('n', 64) } }, e => e with { Device = e.Device with { Name = new string('n', 65) } }),
        ["a device bound by the owner's page"] = Of(OverSms, Bound(), e => e with { Origin = Given.ByUser }),
        ["an unknown device renamed"] = Of(OverSms, Renamed(), e => e with { Device = Unknown }),
        ["a device renamed to what it is called"] = Of(OverSms, Renamed(), e => e with { Name = "phone" }),
        ["a device renamed to nothing"] = Of(OverSms, Renamed(), e => e with { Name = "" }),
        ["a device renamed to too much"] = Of(OverSms, Renamed() with { Name = new string('n', 64) }, e => e with { Name = new string('n', 65) }),
        ["a device renamed by itself"] = Of(OverSms, Renamed(), e => By(e, Initiator.Device)),
        ["an unknown device moved"] = Of(OverSms, Moved(), e => e with { Device = Unknown }),
        ["a device moved to where it is"] = Of(OverSms, Moved(), e => e with { Address = Phone.Address }),
        ["a device moved by the push service"] = Of(OverSms, By(Moved(), Initiator.Carrier) with { Address = null }, e => e with { Address = Moved().Address }),
        ["a device moved by the owner's page"] = Of(OverSms, Moved(), e => e with { Origin = Given.ByUser }),
        ["an unknown device removed"] = Of(OverSms, Removed(), e => e with { Device = Unknown }),
        ["the last device removed while the app protects"] = Of(OverApp, Removed(), OverApp with { Devices = [Phone] }),
        ["the last device removed under the app, and not under SMS"] = Of(OverSms with { Devices = [Phone] }, Removed(), OverApp with { Devices = [Phone] }),
        ["a device removed by another"] = Of(OverSms, Removed(), e => By(e, Initiator.Device)),
    };

    private static DeviceBound Bound() => new(Watch) { Origin = ByDevice };

    private static DeviceRenamed Renamed() => new(Phone.Id, "mine") { Origin = Given.ByUser };

    private static DeviceAddressChanged Moved() => new(Phone.Id, PushAddress.Parse("elsewhere")) { Origin = ByDevice };

    private static DeviceRemoved Removed() => new(Phone.Id) { Origin = Given.ByUser };

    /// <summary>That each has the key of the phone is beside the point here.</summary>
    private static ValueList<AppDevice> Crowd(int count) => [.. Enumerable.Range(0, count).Select(i => Phone with { Id = DeviceId.Parse($"{i:x32}") })];
}
