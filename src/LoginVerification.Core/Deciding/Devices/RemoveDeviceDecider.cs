namespace LoginVerification.Engine;

/// <summary>An owner, or the host's staff, removes a device. The last one stays while the app protects the log-in: protection never ends, nor a trap begins, as a side effect.</summary>
internal static class RemoveDeviceDecider
{
    public static Decision Decide(in Situation situation, RemoveDevice command)
    {
        var enrolment = situation.Enrolment;
        if (enrolment.FindDevice(command.Device) is null)
            return new Refusal(RefusalCode.DeviceUnknown, Sources.Lifecycle);
        if (RecentAuthentication.Check(situation, command) is { } stale)
            return stale;
        return enrolment is { ActiveChannel: VerificationChannel.AppPush, Devices.Count: 1 }
            ? new Refusal(RefusalCode.DeviceProtectsLogin, Sources.Lifecycle)
            : Decision.Accept(new DeviceRemoved(command.Device) { Origin = situation.Facts.Origin });
    }
}
