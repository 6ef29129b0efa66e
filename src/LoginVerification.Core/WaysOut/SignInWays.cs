using NodaTime;

namespace LoginVerification.Engine;

/// <summary>The ways in that are left, found by asking the deciders of the sign-in. Thread-safe.</summary>
internal sealed class SignInWays(EnrolmentPolicy policy, ISmsSender sender)
{
    private static readonly Surface Anywhere = Surface.Parse("anywhere");
    private static readonly CodeInput SomeBackupCode = new(new string('0', BackupCodeReader.Length));

    /// <summary>Each way that was set up, open or not.</summary>
    public ValueList<SignInWay> Of(Enrolment enrolment, Instant now)
    {
        if (enrolment.ActiveChannel is not { } channel)
            return [];
        var situation = new Situation(enrolment, Favourable(enrolment, now, sender.IsLive), policy);
        var phone = new SignInWay(channel is VerificationChannel.Sms ? SignInMethod.Sms : SignInMethod.AppPush, RefusalOf(situation, new BeginSignIn()));
        return enrolment.BackupCodes is null ? [phone] : [phone, new SignInWay(SignInMethod.BackupCode, RefusalOf(situation, new UseBackupCode(SomeBackupCode)))];
    }

    /// <summary>What leads on for who does not have the phone.</summary>
    public ValueList<WayOut> WithoutPhone(Enrolment enrolment, Instant now)
    {
        var situation = new Situation(enrolment, Favourable(enrolment, now, sender.IsLive), policy);
        return IsOpen(situation, new UseBackupCode(SomeBackupCode)) ? [new WayOut.UseBackupCode()] : [new WayOut.AskOperator()];
    }

    /// <summary>What leads on after a refusal at sign-in. The situation is the one after it, for one that counts changed the snapshot.</summary>
    public static ValueList<WayOut> After(Refusal refusal, in Situation refused, EnrolmentCommand command)
    {
        // A challenge whose key was retired can be answered by nobody: favourable as all else is, another one has to be begun.
        var situation = refused with { Facts = Favourable(refused.Enrolment, refused.Facts.Now, refused.Facts.SenderIsLive) with { CodeKeyRetired = refused.Facts.CodeKeyRetired } };
        var ways = new List<WayOut>();
        if (command is BindDevice or ChangeDeviceAddress)
            return OfDevice(refusal.Code);
        if (refusal.Code is RefusalCode.WrongCode or RefusalCode.CodeMalformed or RefusalCode.WrongMatchingNumber && IsOpen(situation, command))
            ways.Add(new WayOut.Correct());
        else if (refusal.Code is RefusalCode.SignatureInvalid or RefusalCode.DeviceUnknown)
            return OfDevice(refusal.Code);
        if (refusal.RetryAt is { } at && !ways.OfType<WayOut.Correct>().Any())
            ways.Add(new WayOut.Retry(at));
        if (command is AnswerSignIn or CompleteSignIn && OpenSignIn.Of(situation) is { Challenge.Id: var open } && IsOpen(situation, new ResendSignIn(open)))
            ways.Add(new WayOut.ResendSignIn());
        if (command is not (BeginSignIn or UseBackupCode) && refusal.RetryAt is null && (command is ResendSignIn || OpenSignIn.Of(situation) is null))
            ways.AddRange(ToBegin(situation));
        if (refusal.Code is RefusalCode.DeliveryOptedOut)
            ways.Add(new WayOut.RestoreDelivery());
        if (command is SignInCommand and not UseBackupCode && IsOpen(situation, new UseBackupCode(SomeBackupCode)))
            ways.Add(new WayOut.UseBackupCode());
        if (command is UseBackupCode && ways.Count == 0)
            ways.AddRange(ToBegin(situation));
        return ways.Count > 0 ? ways.ToValueList() : [new WayOut.AskOperator()];
    }

    /// <summary>What leads on after a refusal that a device met.</summary>
    public static ValueList<WayOut> OfDevice(RefusalCode code) => code switch
    {
        RefusalCode.BindingTokenInvalid or RefusalCode.DeviceUnknown or RefusalCode.NoVerifiedPhone => [new WayOut.RegisterDevice()],
        RefusalCode.TooManyDevices => [new WayOut.RemoveDevice()],
        _ => [new WayOut.Correct()],
    };

    /// <summary>A sign-in begun again, or the wait until it can be: a lock, or the wait between two codes.</summary>
    private static IEnumerable<WayOut> ToBegin(in Situation situation) => RefusalOf(situation, new BeginSignIn()) switch
    {
        null => [new WayOut.BeginSignIn()],
        { RetryAt: { } at } => [new WayOut.Retry(at)],
        _ => [],
    };

    private static bool IsOpen(in Situation situation, EnrolmentCommand command) => RefusalOf(situation, command) is null;

    private static Refusal? RefusalOf(in Situation situation, EnrolmentCommand command) => Decider.Decide(situation, command).Refusal;

    /// <summary>Every code is right, every signature holds, nobody objects to a send.</summary>
    private static Facts Favourable(Enrolment enrolment, Instant now, bool senderIsLive) => new(new Origin(now, Initiator.SignIn, Anywhere), ChallengeSeed.Placeholder)
    {
        DeviceRegistered = enrolment.Devices.Count > 0,
        CodeMatch = CodeMatch.Current,
        BackupCode = 1,
        SignatureIsValid = true,
        SenderIsLive = senderIsLive,
    };
}
