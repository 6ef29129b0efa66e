namespace LoginVerification.Engine;

/// <summary>A device says where a push service reaches it from now on.</summary>
internal static class ChangeDeviceAddressDecider
{
    public static Decision Decide(in Situation situation, ChangeDeviceAddress command)
    {
        if (situation.Enrolment.FindDevice(command.Device) is not { } device)
            return new Refusal(RefusalCode.DeviceUnknown, Sources.Lifecycle);
        if (!situation.Facts.SignatureIsValid)
            return new Refusal(RefusalCode.SignatureInvalid, Sources.Lifecycle);
        return device.Address == command.Address
            ? Decision.Accept()
            : Decision.Accept(new DeviceAddressChanged(command.Device, command.Address) { Origin = situation.Facts.Origin });
    }
}
