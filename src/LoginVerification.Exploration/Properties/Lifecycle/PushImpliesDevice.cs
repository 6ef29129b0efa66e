namespace LoginVerification.Exploration;

internal sealed class PushImpliesDevice() : LifecycleProperty(
    nameof(PushImpliesDevice), "the app channel is turned on only with a registered device", "the app channel is turned on")
{
    public override Sightings On(in Question asked)
    {
        var turnsOn = asked.After.ActiveChannel is Channel.AppPush && asked.Before.ActiveChannel is not Channel.AppPush;
        return Seen(turnsOn, violated: turnsOn && !asked.Input.Facts!.DeviceRegistered);
    }
}
