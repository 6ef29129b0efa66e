namespace LoginVerification.Exploration;

internal sealed class PushImpliesDevice() : LifecycleProperty(
    nameof(PushImpliesDevice), "the app channel is turned on only with a registered device", "the app channel is turned on")
{
    public override Observations On(in Transition asked)
    {
        var turnsOn = asked.After.ActiveChannel is VerificationChannel.AppPush && asked.Before.ActiveChannel is not VerificationChannel.AppPush;
        return Seen(turnsOn, violated: turnsOn && !asked.Input.Facts!.DeviceRegistered);
    }
}
