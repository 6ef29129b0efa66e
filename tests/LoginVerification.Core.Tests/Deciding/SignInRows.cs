using static LoginVerification.Tests.GivenSignIns;

namespace LoginVerification.Tests;

/// <summary>What the rows of <see cref="SignInGrid"/> give.</summary>
internal static class SignInRows
{
    /// <summary>The command of a row, with the facts that go with it, and what has to be different in the snapshot.</summary>
    public static CommandCase Case(string row, VerificationChannel channel) => row switch
    {
        "BeginSignIn" => SigningIn(new BeginSignIn()),
        "BeginSignIn, of the same browser" => SigningIn(new BeginSignIn(Current)),
        "BeginSignIn, of another browser" => SigningIn(new BeginSignIn(Another)),
        "ResendSignIn" => SigningIn(new ResendSignIn(Current)),
        "ResendSignIn, of another one" => SigningIn(new ResendSignIn(Another)),
        "AnswerSignIn, the right code" => SigningIn(new AnswerSignIn(Current, "123456")),
        "AnswerSignIn, a wrong code" => Wrong(SigningIn(new AnswerSignIn(Current, "123456"))),
        "AnswerSignIn, the last wrong code" => Wrong(SigningIn(new AnswerSignIn(Current, "123456"))) with { Twist = enrolment => Tried(enrolment, 4) },
        "AnswerSignIn, no code" => Wrong(SigningIn(new AnswerSignIn(Current, "12345"))),
        "AnswerSignIn, of another one" => SigningIn(new AnswerSignIn(Another, "123456")),
        "CompleteSignIn" => SigningIn(new CompleteSignIn(Current)),
        "CompleteSignIn, of another one" => SigningIn(new CompleteSignIn(Another)),
        "UseBackupCode, a right one" => SigningIn(new UseBackupCode("0000-0000-0000-0000")),
        "UseBackupCode, a wrong one" => WithFacts(SigningIn(new UseBackupCode("0000-0000-0000-0000")), facts => facts with { BackupCode = null }),
        "UseBackupCode, no code" => WithFacts(SigningIn(new UseBackupCode("0000-0000-0000")), facts => facts with { BackupCode = null }),
        "AnswerPrompt, yes" => OnDevice(Yes),
        "AnswerPrompt, yes, a wrong number" => Wrong(OnDevice(Yes)),
        "AnswerPrompt, yes, the last wrong number" => Wrong(OnDevice(Yes)) with { Twist = enrolment => Tried(enrolment, 2) },
        "AnswerPrompt, yes, no number" => Wrong(OnDevice(Yes with { Number = "1" })),
        "AnswerPrompt, no" => Wrong(OnDevice(No)),
        "AnswerPrompt, yes, of another one" => OnDevice(Yes with { Challenge = Another }),
        "AnswerPrompt, no, forged" => Forged(OnDevice(No)),
        "AnswerPrompt, no, an unknown device" => OnDevice(No with { Device = DeviceId.Parse(new string('9', 32)) }),
        "BindDevice" => OnDevice(new BindDevice("token", TestKeys.Third.Text, " watch ", null, "signature")),
        "ChangeDeviceAddress" => OnDevice(new ChangeDeviceAddress(Phone.Id, PushAddress.Parse("elsewhere"), default, "signature")),
        "ChangeDeviceAddress, forged" => Forged(OnDevice(new ChangeDeviceAddress(Phone.Id, null, default, "signature"))),
        "RenameDevice" => ByUser(new RenameDevice(Phone.Id, "mine")),
        "RemoveDevice" => ByUser(new RemoveDevice(Phone.Id)),
        "RemoveDevice, the last one" => ByUser(new RemoveDevice(Phone.Id)) with { Twist = enrolment => enrolment with { Devices = [Phone] } },
        "IssueBackupCodes" => ByUser(new IssueBackupCodes()),
        _ => OtherCase(row, channel),
    };

    private static readonly AnswerPrompt Yes = new(Phone.Id, Current, PromptDecision.Approve, "12", "signature");
    private static readonly AnswerPrompt No = Yes with { Decision = PromptDecision.Deny, Number = "" };

    private static CommandCase OtherCase(string row, VerificationChannel channel) => row switch
    {
        "AcknowledgeNotices" => ByUser(new AcknowledgeNotices()) with { Twist = enrolment => enrolment with { InAppNotices = [new InAppNotice(NoticeKind.SignInGuessed, Given.VerificationEnabled.ChangedAt!.Value)] } },
        "SubmitPhone" => CommandGrid.Case("SubmitPhone, a new number"),
        "ResendCode" => ByUser(new ResendCode()) with { Twist = Pending },
        "ConfirmCode, of another number" => ByUser(new ConfirmCode("123456")) with { Twist = Pending },
        "ConfirmCode, of the number itself" => ByUser(new ConfirmCode("123456")) with { Twist = enrolment => enrolment with { Pending = Given.Pending(Given.American) } },
        "ConfirmCode, a wrong one" => Wrong(ByUser(new ConfirmCode("123456"))) with { Twist = Pending },
        "CancelPending" => ByUser(new CancelPending()) with { Twist = Pending },
        "LapsePending" => CommandGrid.Case("LapsePending, in its time") with { Twist = Pending },
        "EnableVerification" => ByUser(new EnableVerification(channel)),
        "ChangeChannel" => ByUser(new ChangeChannel(channel is VerificationChannel.Sms ? VerificationChannel.AppPush : VerificationChannel.Sms)),
        "DisableVerification" => ByUser(new DisableVerification()),
        "RemovePhone" => ByUser(new RemovePhone()),
        "InvalidatePhone" => CommandGrid.Case("InvalidatePhone, the American"),
        "OptOutOfDelivery" => CommandGrid.Case("OptOutOfDelivery, the American"),
        "RestoreDelivery" => CommandGrid.Case("RestoreDelivery, opted out"),
        "Unlock" => CommandGrid.Case("Unlock, after a failure"),
        "Unlock, after 100 failures at sign-in" => CommandGrid.Case("Unlock, after 100 failures at sign-in"),
        "Unlock, after wrong backup codes" => CommandGrid.Case("Unlock, after wrong backup codes"),
        "ImportVerifiedPhone" => CommandGrid.Case("ImportVerifiedPhone"),
        _ => throw new ArgumentOutOfRangeException(nameof(row), row, "A row of the grid without a command."),
    };

    private static CommandCase SigningIn(SignInCommand command) => new(command, BenignFacts(BySignIn));

    private static CommandCase OnDevice(DeviceCommand command) => new(command, BenignFacts(ByDevice));

    private static CommandCase ByUser(EnrolmentCommand command) => new(command, BenignFacts(Given.ByUser));

    private static CommandCase WithFacts(CommandCase given, Func<Facts, Facts> change) => given with { Facts = change(given.Facts) };

    private static CommandCase Wrong(CommandCase given) => WithFacts(given, facts => facts with { CodeMatch = CodeMatch.None });

    private static CommandCase Forged(CommandCase given) => WithFacts(given, facts => facts with { SignatureIsValid = false });

    private static Enrolment Tried(Enrolment enrolment, int times) => enrolment.SignIn is null ? enrolment : enrolment.WithAsked(challenge => challenge with { WrongTries = times });

    private static Enrolment Pending(Enrolment enrolment) => enrolment with { Pending = Given.Pending(Given.Israeli) };
}
