using NodaTime;
using static LoginVerification.Tests.GivenSignIns;
using static LoginVerification.Tests.Misfits;

namespace LoginVerification.Tests;

/// <summary>What cannot have happened to a sign-in or to backup codes, by what is wrong with it.</summary>
internal static class SignInMisfits
{
    private static readonly Duration Day = Duration.FromHours(24);
    private static readonly Instant SmsDies = SmsAsked.SignIn!.Challenge.ExpiresAt;
    private static readonly Instant AppDies = AppAsked.SignIn!.Challenge.ExpiresAt;

    public static IReadOnlyDictionary<string, Misfit> All { get; } = new Dictionary<string, Misfit>
    {
        ["a sign-in over a channel that is not active"] = Of(OverSms, Begun(), OverApp),
        ["a sign-in whose code is for another number"] = Of(OverSms, Begun(), e => Asked(e, challenge => challenge with { Number = Given.British.Number })),
        ["a sign-in whose code is to enrol"] = Of(OverSms, Begun(), e => Asked(e, challenge => challenge with { Purpose = CodePurpose.Enrol })),
        ["a sign-in whose code was issued before it"] = Of(OverSms, Begun(), e => Asked(e, challenge => challenge with { IssuedAt = Given.Now - Given.Millisecond })),
        ["a sign-in whose code was tried already"] = Of(OverSms, Begun(), e => Asked(e, challenge => challenge with { WrongTries = 1 })),
        ["a sign-in under the id of the one before"] = Of(SmsAsked, Begun(), e => Asked(e, challenge => challenge with { Id = Current })),
        ["a sign-in that ended before it began"] = Of(OverSms, Begun(), e => e with { SignIn = e.SignIn with { Ended = SignInState.Approved } }),
        ["a sign-in that was confirmed before it began"] = Of(OverApp, BegunOverApp(), e => e with { SignIn = e.SignIn with { ConfirmedBy = Phone.Id } }),
        ["a sign-in whose code was lost before it began"] = Of(OverSms, Begun(), e => e with { SignIn = e.SignIn with { Delivery = DeliveryFailure.Refused } }),
        ["a sign-in whose code has too many digits"] = Of(OverSms, Asked(Begun(), challenge => challenge with { Digits = 8 }), e => Asked(e, challenge => challenge with { Digits = 9 })),
        ["a sign-in whose code is a number to match"] = Of(OverSms, Begun(), e => Asked(e, challenge => challenge with { Digits = 2 })),
        ["a number to match with more digits"] = Of(OverApp, BegunOverApp(), e => Asked(e, challenge => challenge with { Digits = 6 })),
        ["a sign-in that was over before it began"] = Of(OverSms, Begun(), e => Asked(e, challenge => challenge with { ExpiresAt = Given.Now })),
        ["a sign-in that lives longer than any code"] = Of(OverSms, Begun(), e => Asked(e, challenge => challenge with { ExpiresAt = challenge.ExpiresAt + Given.Millisecond })),
        ["a sign-in over a number in doubt"] = Of(OverSms, Begun(), InDoubt(OverSms)),
        ["a sign-in over a number that gets no messages"] = Of(OverSms, Begun(), OptedOut(OverSms)),
        ["a sign-in over an app without a device"] = Of(OverApp, BegunOverApp(), OverApp with { Devices = [] }),
        ["a sign-in that forgets what is to be sent"] = Of(OverSms, Begun(), e => e with { SendsCountFrom = Given.Now }),
        ["a sign-in while locked"] = Of(Locked(OverSms, Given.Now), Begun(), Locked(OverSms, Given.Now + Given.Millisecond)),
        ["a sign-in by the owner in a session"] = Of(OverSms, Begun(), e => e with { Origin = Given.ByUser }),
        ["a sign-in nowhere"] = Of(OverSms, Begun(), e => e with { Origin = e.Origin with { Surface = null } }),

        ["a sign-in asked again, and another is open"] = Of(SmsAsked, Resent(), e => e with { Challenge = Another }),
        ["a sign-in asked again in the instant of its death"] = Of(SmsAsked, At(Resent(), SmsDies - Given.Millisecond), e => At(e, SmsDies)),
        ["a sign-in asked again over another channel"] = Of(SmsAsked, Resent(), e => e with { Channel = VerificationChannel.AppPush }),
        ["a sign-in asked again, which forgets what is to be sent"] = Of(SmsAsked, Resent(), e => e with { SendsCountFrom = Given.Now }),
        ["a sign-in asked again while locked"] = Of(Locked(SmsAsked, Given.Now), Resent(), Locked(SmsAsked, Given.Now + Given.Millisecond)),
        ["a sign-in asked again at a number that gets no messages"] = Of(SmsAsked, Resent(), OptedOut(SmsAsked)),
        ["a sign-in asked again by the staff"] = Of(SmsAsked, Resent(), e => By(e, Initiator.Operator)),

        ["a wrong answer to another sign-in"] = Of(SmsAsked, Mismatched(), e => e with { Challenge = Another }),
        ["a wrong answer in the instant of its death"] = Of(SmsAsked, At(Mismatched(), SmsDies - Given.Millisecond), e => At(e, SmsDies)),
        ["a wrong answer while locked"] = Of(Locked(SmsAsked, Given.Now), Mismatched(), Locked(SmsAsked, Given.Now + Given.Millisecond)),
        ["a wrong answer whose lock ends before it begins"] = Of(SmsAsked, Mismatched() with { LockedUntil = Given.Now + Given.Millisecond }, e => e with { LockedUntil = Given.Now }),
        ["a wrong code on a device"] = Of(SmsAsked, Mismatched(), e => By(e, Initiator.Device)),
        ["a wrong number where somebody signs in"] = Of(AppAsked, By(Mismatched(), Initiator.Device), e => e with { Origin = BySignIn }),
        ["a wrong answer of the network"] = Of(SmsAsked, Mismatched(), e => By(e, Initiator.Carrier)),

        ["another sign-in tried out"] = Of(Tried(SmsAsked), Exhausted(), e => e with { Challenge = Another }),
        ["a sign-in tried out by nobody"] = Of(Tried(SmsAsked), Exhausted(), SmsAsked),
        ["a sign-in tried out after its death"] = Of(Tried(SmsAsked), At(Exhausted(), SmsDies - Given.Millisecond), e => At(e, SmsDies)),
        ["a sign-in tried out by time"] = Of(Tried(SmsAsked), Exhausted(), e => By(e, Initiator.Time)),

        ["a yes to another sign-in"] = Of(AppAsked, Confirmed(), e => e with { Challenge = Another }),
        ["a yes in the instant of its death"] = Of(AppAsked, At(Confirmed(), AppDies - Given.Millisecond), e => At(e, AppDies)),
        ["a yes to a code"] = Of(AppAsked, Confirmed(), SmsAsked),
        ["a yes on an unknown device"] = Of(AppAsked, Confirmed(), e => e with { Device = DeviceId.Parse(new string('9', 32)) }),
        ["a second yes"] = Of(AppAsked, Confirmed(), AppConfirmed),
        ["a yes while locked"] = Of(Locked(AppAsked, Given.Now), Confirmed(), Locked(AppAsked, Given.Now + Given.Millisecond)),
        ["a yes where somebody signs in"] = Of(AppAsked, Confirmed(), e => e with { Origin = BySignIn }),

        ["a browser let in for another sign-in"] = Of(SmsAsked, Approved(), e => e with { Challenge = Another }),
        ["a browser let in after its time"] = Of(SmsAsked, At(Approved(), SmsDies - Given.Millisecond), e => At(e, SmsDies)),
        ["a browser let in by a code while locked"] = Of(Locked(SmsAsked, Given.Now), Approved(), Locked(SmsAsked, Given.Now + Given.Millisecond)),
        ["a browser let in without a yes"] = Of(AppConfirmed, Approved(), AppAsked),
        ["a browser let in by a device"] = Of(AppConfirmed, Approved(), e => By(e, Initiator.Device)),

        ["a no to another sign-in"] = Of(AppAsked, Denied(), e => e with { Challenge = Another }),
        ["a no in the instant of its death"] = Of(AppConfirmed, At(Denied(), AppDies - Given.Millisecond), e => At(e, AppDies)),
        ["a no to a code"] = Of(AppAsked, Denied(), SmsAsked),
        ["a no on an unknown device"] = Of(AppAsked, Denied(), e => e with { Device = DeviceId.Parse(new string('9', 32)) }),
        ["a no of the staff"] = Of(AppAsked, Denied(), e => By(e, Initiator.Operator)),

        ["another sign-in expired"] = Of(SmsAsked, Expired(), e => e with { Challenge = Another }),
        ["a sign-in expired before its time"] = Of(SmsAsked, Expired(), e => At(e, SmsDies - Given.Millisecond)),
        ["a sign-in expired by a device"] = Of(SmsAsked, Expired(), e => By(e, Initiator.Device)),

        ["eleven backup codes"] = Of(OverSms, Issued(), e => e with { Codes = e.Codes with { Codes = [.. Codes.Codes, new BackupCodeHash(10, new string('9', 64))] } }),
        ["one backup code twice"] = Of(OverSms, Issued(), e => e with { Codes = e.Codes with { Codes = [Codes.Codes[0], Codes.Codes[0]] } }),
        ["a backup code of no such place"] = Of(OverSms, Issued(), e => e with { Codes = e.Codes with { Codes = [Codes.Codes[0] with { Number = 11 }] } }),
        ["a backup code before the first"] = Of(OverSms, Issued(), e => e with { Codes = e.Codes with { Codes = [Codes.Codes[0] with { Number = 0 }] } }),
        ["a backup code whose hash is none"] = Of(OverSms, Issued(), e => e with { Codes = e.Codes with { Codes = [Codes.Codes[0] with { Hash = new string('x', 64) }] } }),
        ["a backup code whose hash is shorter"] = Of(OverSms, Issued(), e => e with { Codes = e.Codes with { Codes = [Codes.Codes[0] with { Hash = new string('a', 62) }] } }),
        ["backup codes whose salt is none"] = Of(OverSms, Issued(), e => e with { Codes = e.Codes with { Salt = "salt" } }),
        ["backup codes without a salt"] = Of(OverSms, Issued(), e => e with { Codes = e.Codes with { Salt = "" } }),
        ["backup codes that were not hashed"] = Of(OverSms, Issued() with { Codes = Codes with { Iterations = 1 } }, e => e with { Codes = e.Codes with { Iterations = 0 } }),
        ["backup codes whose hash takes for ever"] = Of(OverSms, Issued() with { Codes = Codes with { Iterations = StoredBounds.MaxIterations } }, e => e with { Codes = e.Codes with { Iterations = e.Codes.Iterations + 1 } }),
        ["backup codes issued by the staff"] = Of(OverSms, Issued(), e => By(e, Initiator.Operator)),
        ["a backup code that is used up"] = Of(OverSms, Used(), OverSms with { BackupCodes = Codes with { Codes = [.. Codes.Codes.Where(code => code.Number != 3)] } }),
        ["a backup code, and there are none"] = Of(OverSms, Used(), OverSms with { BackupCodes = null }),
        ["a backup code while they are locked"] = Of(Locked(OverSms, Given.Now, CodePurpose.BackupCode), Used(), Locked(OverSms, Given.Now + Given.Millisecond, CodePurpose.BackupCode)),
        ["a backup code used by the owner in a session"] = Of(OverSms, Used(), e => e with { Origin = Given.ByUser }),
        ["a wrong backup code, and there are none"] = Of(OverSms, WrongOne(), OverSms with { BackupCodes = null }),
        ["a wrong backup code, and none is left"] = Of(OverSms, WrongOne(), OverSms with { BackupCodes = Codes with { Codes = [] } }),
        ["a wrong backup code while they are locked"] = Of(Locked(OverSms, Given.Now, CodePurpose.BackupCode), WrongOne(), Locked(OverSms, Given.Now + Given.Millisecond, CodePurpose.BackupCode)),
        ["a wrong backup code whose lock ends before it begins"] = Of(OverSms, WrongOne() with { LockedUntil = Given.Now + Given.Millisecond }, e => e with { LockedUntil = Given.Now }),
        ["a wrong backup code by a device"] = Of(OverSms, WrongOne(), e => By(e, Initiator.Device)),
    };

    private static SignInBegun Begun() => SignInSamples.Begun(OverSms);

    private static SignInBegun BegunOverApp() => SignInSamples.Begun(OverApp);

    private static SignInResent Resent() => new(Current, VerificationChannel.Sms, Given.Now - Day) { Origin = BySignIn };

    private static SignInMismatched Mismatched() => new(Current, null) { Origin = BySignIn };

    private static SignInExhausted Exhausted() => new(Current) { Origin = BySignIn };

    private static SignInConfirmed Confirmed() => new(Current, Phone.Id) { Origin = ByDevice };

    private static SignInApproved Approved() => new(Current) { Origin = BySignIn };

    private static SignInDenied Denied() => new(Current, Phone.Id) { Origin = ByDevice };

    private static SignInExpired Expired() => new(Current) { Origin = EventSamples.By(Initiator.Time) with { At = SmsDies } };

    private static BackupCodesIssued Issued() => new(Codes) { Origin = Given.ByUser };

    private static BackupCodeUsed Used() => new(3) { Origin = BySignIn };

    private static BackupCodeMismatched WrongOne() => new(null) { Origin = BySignIn };

    private static SignInBegun Asked(SignInBegun begun, Func<Challenge, Challenge> change) =>
        begun with { SignIn = begun.SignIn with { Challenge = change(begun.SignIn.Challenge) } };

    private static Enrolment Tried(Enrolment enrolment) => enrolment.WithAsked(challenge => challenge with { WrongTries = 1 });

    private static Enrolment InDoubt(Enrolment enrolment) => enrolment with { Phone = enrolment.Phone! with { NeedsReverification = true } };

    private static Enrolment OptedOut(Enrolment enrolment) => enrolment with { OptedOut = [new OptOut(Given.American.Number, Given.Now - Day)] };

    private static Enrolment Locked(Enrolment enrolment, Instant until, CodePurpose purpose = CodePurpose.SignIn) => enrolment with { Locks = [new PurposeLock(purpose, until)] };
}
