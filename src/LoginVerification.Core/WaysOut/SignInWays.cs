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
        var situation = refused with { Facts = Favourable(refused.Enrolment, refused.Facts.Now, refused.Facts.SenderIsLive) };
        var ways = new List<WayOut>();
        if (command is BindDevice or ChangeDeviceAddress)
            return OfDevice(refusal.Code);
        if (refusal.Code is RefusalCode.WrongCode or RefusalCode.CodeMalformed or RefusalCode.WrongMatchingNumber && IsOpen(situation, command))
            ways.Add(new WayOut.Correct());
        else if (refusal.Code is RefusalCode.SignatureInvalid or RefusalCode.DeviceUnknown)
            return OfDevice(refusal.Code);
        if (refusal.RetryAt is { } at && !ways.OfType<WayOut.Correct>().Any())
            ways.Add(new WayOut.Retry(at));
        if (command is not (BeginSignIn or ResendSignIn or UseBackupCode) && refusal.RetryAt is null && OpenSignIn.Of(situation) is null && Begins(situation))
            ways.Add(new WayOut.BeginSignIn());
        // Who is held back begins nothing anew: the code that was sent still counts.
        if (command is ResendSignIn && refusal.Code.Kind() is not RefusalKind.Wait && Begins(situation))
            ways.Add(new WayOut.BeginSignIn());
        if (refusal.Code is RefusalCode.DeliveryOptedOut)
            ways.Add(new WayOut.RestoreDelivery());
        if (command is SignInCommand and not UseBackupCode && IsOpen(situation, new UseBackupCode(SomeBackupCode)))
            ways.Add(new WayOut.UseBackupCode());
        if (command is UseBackupCode && ways.Count == 0 && Begins(situation))
            ways.Add(new WayOut.BeginSignIn());
        return ways.Count > 0 ? ways.ToValueList() : [new WayOut.AskOperator()];
    }

    private static ValueList<WayOut> OfDevice(RefusalCode code) => code switch
    {
        RefusalCode.BindingTokenInvalid or RefusalCode.DeviceUnknown or RefusalCode.NoVerifiedPhone => [new WayOut.RegisterDevice()],
        RefusalCode.TooManyDevices => [new WayOut.RemoveDevice()],
        _ => [new WayOut.Correct()],
    };

    private static bool Begins(in Situation situation) => IsOpen(situation, new BeginSignIn());

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
