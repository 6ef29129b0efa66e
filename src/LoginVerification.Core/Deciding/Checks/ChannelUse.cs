using System.Diagnostics;

namespace LoginVerification.Engine;

/// <summary>Whether a channel can reach the owner: a registered device for the app, a number in good standing, which somebody can own, for SMS.</summary>
internal static class ChannelUse
{
    public static Refusal? Check(Enrolment enrolment, VerificationChannel channel, bool deviceRegistered, bool senderIsLive) => channel switch
    {
        VerificationChannel.AppPush when !deviceRegistered => new Refusal(RefusalCode.DeviceNotRegistered, Sources.Lifecycle),
        VerificationChannel.AppPush => null,
        VerificationChannel.Sms when enrolment.Phone is { NeedsReverification: true } => new Refusal(RefusalCode.ReverificationRequired, Sources.OnPhoneInvalidated),
        VerificationChannel.Sms => enrolment.Phone is { } phone ? CheckSms(enrolment, phone.Details, senderIsLive) : null,
        _ => throw new UnreachableException(),
    };

    /// <summary>Whether a number gets messages.</summary>
    public static Refusal? CheckSms(Enrolment enrolment, PhoneDetails phone, bool senderIsLive) =>
        enrolment.OptedOutAt(phone.Number) is not null ? new Refusal(RefusalCode.DeliveryOptedOut, Sources.OnStop)
        : phone.IsReserved && senderIsLive ? new Refusal(RefusalCode.NumberReserved, Sources.SmsSender)
        : null;
}
