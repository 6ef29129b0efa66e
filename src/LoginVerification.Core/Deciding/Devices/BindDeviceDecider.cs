namespace LoginVerification.Engine;

/// <summary>
/// A device is bound with a token that its owner got, recently authenticated, and a signature that proves its private key. First what the owner's side has to
/// bring, then the device's: who has no token learns nothing of the account.
/// </summary>
internal static class BindDeviceDecider
{
    public static Decision Decide(in Situation situation, BindDevice command)
    {
        var (enrolment, facts) = (situation.Enrolment, situation.Facts);
        if (!facts.TokenIsValid)
            return new Refusal(RefusalCode.BindingTokenInvalid, Sources.Lifecycle);
        if (enrolment.Phone is null)
            return new Refusal(RefusalCode.NoVerifiedPhone, Sources.Lifecycle);
        if (facts.DeviceKey is not { } key)
            return new Refusal(RefusalCode.DeviceKeyInvalid, Sources.Lifecycle);
        if (!facts.SignatureIsValid)
            return new Refusal(RefusalCode.SignatureInvalid, Sources.Lifecycle);
        if (DeviceNames.Read(command.Name) is not { } name)
            return new Refusal(RefusalCode.DeviceNameInvalid, Sources.Lifecycle);
        foreach (var device in enrolment.Devices)
        {
            if (device.Key == key)
                return new Refusal(RefusalCode.DeviceAlreadyBound, Sources.Lifecycle);
        }

        if (enrolment.Devices.Count >= Enrolment.MaxDevices)
            return new Refusal(RefusalCode.TooManyDevices, Sources.Lifecycle);
        return Decision.Accept(new DeviceBound(new AppDevice(DeviceId.Parse(facts.Fresh.Nonce.Hex), key, name, facts.Now) { Address = command.Address }) { Origin = facts.Origin });
    }
}
