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
        var phone = new SignInWay(channel is VerificationChannel.Sms ? SignInMethod.Sms : SignInMethod.AppPush, RefusalOf(situation, new BeginSignIn(enrolment.SignIn?.Challenge.Id)));
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
        var mend = IsTypo(refusal.Code) && IsOpen(situation, WrittenRight(command, situation.Enrolment)) ? new WayOut.Correct() : null;
        return command is DeviceCommand ? [mend ?? OfDevice(refusal)] : OfBrowser(refusal, situation, command, mend);
    }

    private static ValueList<WayOut> OfBrowser(Refusal refusal, in Situation situation, EnrolmentCommand command, WayOut? mend)
    {
        WayOut?[] ways =
        [
            mend ?? InTime(refusal) ?? Anew(refusal, situation, command),
            command is AnswerSignIn or CompleteSignIn ? OnceMore(situation) : null,
            refusal.Code is RefusalCode.DeliveryOptedOut ? new WayOut.RestoreDelivery() : null,
            OverOther(situation, command),
        ];
        ValueList<WayOut> open = [.. ways.OfType<WayOut>().Distinct()];
        return open.Count > 0 ? open : [new WayOut.AskOperator()];
    }

    private static WayOut.ResendSignIn? OnceMore(in Situation situation) =>
        OpenSignIn.Of(situation) is { Challenge.Id: var open } && IsOpen(situation, new ResendSignIn(open)) ? new WayOut.ResendSignIn() : null;

    /// <summary>The other authenticator, where it is open: a lock of the phone says nothing of the backup codes, nor theirs of the phone.</summary>
    private static WayOut? OverOther(in Situation situation, EnrolmentCommand command) => command is UseBackupCode
        ? IsOpen(situation, new BeginSignIn()) ? new WayOut.BeginSignIn() : null
        : IsOpen(situation, new UseBackupCode(SomeBackupCode)) ? new WayOut.UseBackupCode() : null;

    /// <summary>What leads on after a refusal that a device met.</summary>
    public static WayOut OfDevice(Refusal refusal) => refusal.Code switch
    {
        RefusalCode.BindingTokenInvalid or RefusalCode.DeviceUnknown or RefusalCode.NoVerifiedPhone => new WayOut.RegisterDevice(),
        RefusalCode.TooManyDevices => new WayOut.RemoveDevice(),
        RefusalCode.SignatureInvalid or RefusalCode.DeviceKeyInvalid or RefusalCode.DeviceNameInvalid => new WayOut.Correct(),
        RefusalCode.LockedUntilUnlock => new WayOut.AskOperator(),
        _ => (WayOut?)InTime(refusal) ?? new WayOut.BeginSignIn(),
    };

    private static bool IsTypo(RefusalCode code) => code is RefusalCode.WrongCode or RefusalCode.CodeMalformed or RefusalCode.WrongMatchingNumber;

    private static WayOut.Retry? InTime(Refusal refusal) => refusal.RetryAt is { } at ? new WayOut.Retry(at) : null;

    /// <summary>The sign-in begun again, now or when the owner can be asked again. Who is held back begins nothing anew: the code that was sent still counts.</summary>
    private static WayOut? Anew(Refusal refusal, in Situation situation, EnrolmentCommand command) => command switch
    {
        BeginSignIn => null,
        ResendSignIn when refusal.Code.Kind() is RefusalKind.Wait => null,
        _ when RefusalOf(situation, new BeginSignIn()) is { Code: not RefusalCode.NotEnabled } no => InTime(no),
        _ => new WayOut.BeginSignIn(),
    };

    /// <summary>The same command with an input that can be right.</summary>
    private static EnrolmentCommand WrittenRight(EnrolmentCommand command, Enrolment enrolment)
    {
        var code = new CodeInput(new string('0', enrolment.SignIn?.Challenge.Digits ?? 0));
        return command switch
        {
            AnswerSignIn answer => answer with { Code = code },
            AnswerPrompt answer => answer with { Number = code },
            UseBackupCode => new UseBackupCode(SomeBackupCode),
            _ => command,
        };
    }

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
