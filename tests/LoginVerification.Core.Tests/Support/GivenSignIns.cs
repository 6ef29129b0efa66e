using NodaTime;

namespace LoginVerification.Tests;

/// <summary>Snapshots with a sign-in to start a test from: asked a minute ago, over the American number or on the owner's phone and tablet.</summary>
internal static class GivenSignIns
{
    public static readonly ChallengeId Current = new("current sign-in");
    public static readonly ChallengeId Another = new("another sign-in");

    private static readonly Instant AskedAt = Given.VerificationEnabled.ChangedAt!.Value;

    public static AppDevice Phone { get; } =
        new(DeviceId.Parse(new string('1', 32)), TestKeys.First, "phone", AskedAt - Duration.FromDays(2)) { Address = PushAddress.Parse("the phone's") };

    public static AppDevice Tablet { get; } = new(DeviceId.Parse(new string('2', 32)), TestKeys.Second, "tablet", AskedAt - Duration.FromDays(1));

    public static BackupCodeSet Codes { get; } =
        new(new string('5', 32), 1000, [.. Enumerable.Range(1, BackupCodeSet.Count).Select(number => new BackupCodeHash(number, new string((char)('a' + (number % 6)), 64)))]);

    /// <summary>SMS protects; there are devices and backup codes as well.</summary>
    public static Enrolment OverSms { get; } = Given.VerificationEnabled with { Devices = [Phone, Tablet], DevicesBound = 2, BackupCodes = Codes };

    /// <summary>The app protects.</summary>
    public static Enrolment OverApp { get; } = OverSms with { ActiveChannel = VerificationChannel.AppPush };

    public static Enrolment SmsAsked { get; } = Asked(OverSms, 6, Duration.FromMinutes(10));

    public static Enrolment AppAsked { get; } = Asked(OverApp, 2, Duration.FromMinutes(2));

    public static Enrolment AppConfirmed { get; } = AppAsked.With(signIn => signIn with { ConfirmedBy = Phone.Id });

    /// <summary>The snapshot with its sign-in altered.</summary>
    public static Enrolment With(this Enrolment enrolment, Func<SignIn, SignIn> change) => enrolment with { SignIn = change(enrolment.SignIn!) };

    /// <summary>The snapshot with its challenge altered.</summary>
    public static Enrolment WithAsked(this Enrolment enrolment, Func<Challenge, Challenge> change) => enrolment.With(signIn => signIn with { Challenge = change(signIn.Challenge) });

    public static Enrolment Ended(this Enrolment enrolment, SignInState how) => enrolment.With(signIn => signIn with { Ended = how });

    public static Origin BySignIn { get; } = new(Given.Now, Initiator.SignIn, TestPolicies.Web);

    public static Origin ByDevice { get; } = new(Given.Now, Initiator.Device, null);

    /// <summary>Every signature and every code is right, and a token is one.</summary>
    public static Facts BenignFacts(Origin origin) => Given.FactsOf(origin) with
    {
        SignatureIsValid = true,
        TokenIsValid = true,
        DeviceKey = TestKeys.Third,
        BackupCode = 3,
        NewBackupCodes = Codes with { Salt = new string('6', 32) },
    };

    private static Enrolment Asked(Enrolment over, int digits, Duration life) => over with
    {
        SignIn = new SignIn(
            Given.Challenge(Given.American.Number, Current.Value, AskedAt) with { Purpose = CodePurpose.SignIn, Digits = digits, ExpiresAt = AskedAt + life },
            over.ActiveChannel!.Value)
        { Surface = TestPolicies.Web },
        Sends = [new SentCode(CodePurpose.SignIn, Given.American.Number, AskedAt)],
    };
}
