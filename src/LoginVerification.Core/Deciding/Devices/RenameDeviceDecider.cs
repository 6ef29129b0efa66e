namespace LoginVerification.Engine;

/// <summary>An owner calls a device otherwise.</summary>
internal static class RenameDeviceDecider
{
    public static Decision Decide(in Situation situation, RenameDevice command)
    {
        if (situation.Enrolment.FindDevice(command.Device) is not { } device)
            return new Refusal(RefusalCode.DeviceUnknown, Sources.Lifecycle);
        if (RecentAuthentication.Check(situation, command) is { } stale)
            return stale;
        if (DeviceNames.Read(command.Name) is not { } name)
            return new Refusal(RefusalCode.DeviceNameInvalid, Sources.Lifecycle);
        return name == device.Name ? Decision.Accept() : Decision.Accept(new DeviceRenamed(command.Device, name) { Origin = situation.Facts.Origin });
    }
}
