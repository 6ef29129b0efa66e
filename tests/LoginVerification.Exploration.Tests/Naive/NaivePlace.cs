namespace LoginVerification.Exploration.Tests.Naive;

/// <summary>Where a user stands.</summary>
internal sealed record NaivePlace(string Class, string Surface, string Screen, NaiveAccount Account, bool Device, string Sms)
{
    public const string NoSms = "";
    public const string OnItsWay = "on its way";
    public const string Arrived = "arrived";
    public const string Lost = "lost";

    /// <summary>Two places with one text are one place.</summary>
    public override string ToString() => $"{Class} | {Surface}/{Screen} | {Account} | {(Device ? "device" : "no device")} | {Sms}";
}
