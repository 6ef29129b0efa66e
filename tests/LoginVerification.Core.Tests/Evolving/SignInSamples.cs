using NodaTime;

namespace LoginVerification.Tests;

/// <summary>As <see cref="EventSamples"/>, for sign-ins, backup codes and devices.</summary>
internal static class SignInSamples
{
    private static readonly AppDevice Fresh = new(DeviceId.Parse(new string('f', 32)), TestKeys.Third, "watch", Given.Now);

    /// <summary>Where a sign-in can stand, over each channel; a wrong answer was given to those that are open. Where it was confirmed, the account has one device.</summary>
    public static IReadOnlyList<Enrolment> Shapes { get; } =
    [
        GivenSignIns.OverSms,
        GivenSignIns.OverApp,
        Tried(GivenSignIns.SmsAsked),
        Tried(GivenSignIns.AppAsked),
        Tried(GivenSignIns.AppConfirmed) with { Devices = [GivenSignIns.Phone], BackupCodes = null },
        .. new[] { SignInState.Approved, SignInState.Denied, SignInState.Expired, SignInState.Exhausted }.Select(how => GivenSignIns.AppAsked.Ended(how)),
        GivenSignIns.SmsAsked.Ended(SignInState.Approved),
    ];

    /// <summary>Whether the data, beyond the state, are such that an event of the kind can have happened to them.</summary>
    public static bool Fits(Enrolment enrolment, LifecycleTrigger trigger) => trigger switch
    {
        LifecycleTrigger.SignInResent or LifecycleTrigger.SignInMismatched or LifecycleTrigger.SignInExhausted or LifecycleTrigger.SignInExpired => IsOpen(enrolment),
        LifecycleTrigger.SignInConfirmed => IsOpen(enrolment) && enrolment.SignIn is { Channel: VerificationChannel.AppPush, ConfirmedBy: null },
        LifecycleTrigger.SignInApproved => IsOpen(enrolment) && enrolment.SignIn is { Channel: VerificationChannel.Sms } or { ConfirmedBy: not null },
        LifecycleTrigger.SignInDenied => IsOpen(enrolment) && enrolment.SignIn is { Channel: VerificationChannel.AppPush },
        LifecycleTrigger.BackupCodeUsed or LifecycleTrigger.BackupCodeMismatched => enrolment.BackupCodes is not null,
        LifecycleTrigger.DeviceRenamed or LifecycleTrigger.DeviceAddressChanged => enrolment.Devices.Count > 0,
        LifecycleTrigger.DeviceRemoved => enrolment.Devices.Count > (enrolment.ActiveChannel is VerificationChannel.AppPush ? 1 : 0),
        _ => true,
    };

    /// <summary>An event of a kind that fits the snapshot, if any of its kind does.</summary>
    public static EnrolmentEvent Event(LifecycleTrigger trigger, Enrolment on)
    {
        var (current, countFrom) = (GivenSignIns.Current, Given.Now - Duration.FromHours(24));
        var answered = on.ActiveChannel is VerificationChannel.AppPush ? GivenSignIns.ByDevice : GivenSignIns.BySignIn;
        return trigger switch
        {
            LifecycleTrigger.SignInBegun => Begun(on),
            LifecycleTrigger.SignInResent => new SignInResent(current, on.ActiveChannel ?? VerificationChannel.Sms, countFrom) { Origin = GivenSignIns.BySignIn },
            LifecycleTrigger.SignInMismatched => new SignInMismatched(current, null) { Origin = answered },
            LifecycleTrigger.SignInExhausted => new SignInExhausted(current) { Origin = answered },
            LifecycleTrigger.SignInConfirmed => new SignInConfirmed(current, GivenSignIns.Phone.Id) { Origin = GivenSignIns.ByDevice },
            LifecycleTrigger.SignInApproved => new SignInApproved(current) { Origin = GivenSignIns.BySignIn },
            LifecycleTrigger.SignInDenied => new SignInDenied(current, GivenSignIns.Phone.Id) { Origin = GivenSignIns.ByDevice },
            LifecycleTrigger.SignInExpired => new SignInExpired(current) { Origin = EventSamples.By(Initiator.Time) with { At = on.SignIn?.Challenge.ExpiresAt ?? Given.Now } },
            LifecycleTrigger.BackupCodesIssued => new BackupCodesIssued(GivenSignIns.Codes) { Origin = Given.ByUser },
            LifecycleTrigger.BackupCodeUsed => new BackupCodeUsed(3) { Origin = GivenSignIns.BySignIn },
            LifecycleTrigger.BackupCodeMismatched => new BackupCodeMismatched(null) { Origin = GivenSignIns.BySignIn },
            LifecycleTrigger.DeviceBound => new DeviceBound(Fresh) { Origin = GivenSignIns.ByDevice },
            LifecycleTrigger.DeviceRenamed => new DeviceRenamed(GivenSignIns.Phone.Id, "mine") { Origin = Given.ByUser },
            LifecycleTrigger.DeviceAddressChanged => new DeviceAddressChanged(GivenSignIns.Phone.Id, null) { Origin = GivenSignIns.ByDevice },
            LifecycleTrigger.DeviceRemoved => new DeviceRemoved(GivenSignIns.Phone.Id) { Origin = Given.ByUser },
            _ => throw new ArgumentOutOfRangeException(nameof(trigger)),
        };
    }

    /// <summary>A sign-in begun over the active channel.</summary>
    public static SignInBegun Begun(Enrolment on)
    {
        var asked = on.ActiveChannel is VerificationChannel.AppPush ? GivenSignIns.AppAsked.SignIn! : GivenSignIns.SmsAsked.SignIn!;
        var life = asked.Challenge.ExpiresAt - asked.Challenge.IssuedAt;
        return new SignInBegun(
            asked with { Challenge = asked.Challenge with { Id = new("newer"), IssuedAt = Given.Now, ExpiresAt = Given.Now + life } },
            Given.Now - Duration.FromHours(24))
        { Origin = GivenSignIns.BySignIn };
    }

    private static bool IsOpen(Enrolment enrolment) => enrolment.SignInState is SignInState.Issued;

    private static Enrolment Tried(Enrolment enrolment) => enrolment.WithAsked(challenge => challenge with { WrongTries = 1 });
}
