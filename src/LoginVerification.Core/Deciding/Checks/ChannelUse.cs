using System.Diagnostics;

namespace LoginVerification.Engine;

/// <summary>Whether a channel can reach the owner: a registered device for the app, a number in good standing for SMS.</summary>
internal static class ChannelUse
{
    public static Refusal? Check(Enrolment enrolment, VerificationChannel channel, bool deviceRegistered) => channel switch
    {
        VerificationChannel.AppPush when !deviceRegistered => new Refusal(RefusalCode.DeviceNotRegistered, Sources.AppDevices),
        VerificationChannel.Sms when enrolment.Phone is { NeedsReverification: true } => new Refusal(RefusalCode.ReverificationRequired, Sources.OnPhoneInvalidated),
        VerificationChannel.Sms when enrolment.Phone is { } phone && enrolment.OptedOut.Contains(phone.Details.Number) => new Refusal(RefusalCode.DeliveryOptedOut, Sources.OnStop),
        VerificationChannel.Sms or VerificationChannel.AppPush => null,
        _ => throw new UnreachableException(),
    };
}
