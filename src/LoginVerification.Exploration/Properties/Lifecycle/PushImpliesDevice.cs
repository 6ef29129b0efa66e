namespace LoginVerification.Exploration;

internal sealed class PushImpliesDevice() : LifecycleProperty(
    nameof(PushImpliesDevice), "the app channel is turned on only with a registered device", "the app channel is turned on")
{
    public override Observations On(in Transition transition)
    {
        var turnsOn = transition.After.ActiveChannel is VerificationChannel.AppPush && transition.Before.ActiveChannel is not VerificationChannel.AppPush;
        return Seen(turnsOn, violated: turnsOn && !transition.Input.Facts!.DeviceRegistered);
    }
}
