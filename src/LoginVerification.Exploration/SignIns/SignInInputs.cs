namespace LoginVerification.Exploration;

/// <summary>One thing that can be put to an enrolment at sign-in: a command under certain facts, or a timer that ends.</summary>
internal sealed record SignInInput(string Name, SignInActor Actor)
{
    public EnrolmentCommand? Command { get; init; }

    public Facts? Facts { get; init; }

    public SignInTimer? Timer { get; init; }

    /// <summary>Whether it proves the second factor: a right code, the right number signed by a device, a right backup code. A browser's completing proves nothing: the yes before it did.</summary>
    public bool IsProof { get; init; }

    /// <summary>Whether something is not in its favour, so that nobody may count on what it leads to.</summary>
    public bool IsAdverse { get; init; }
}

/// <summary>Who gives an input.</summary>
internal enum SignInActor
{
    /// <summary>Somebody who gave the password.</summary>
    Browser,

    /// <summary>A device of the account's.</summary>
    Device,

    /// <summary>The owner, signed in with both factors somewhere.</summary>
    Session,

    Time,

    /// <summary>What nobody chooses.</summary>
    Environment,

    Operator,
}

/// <summary>All inputs of a sign-in: every command of one, every way in which it can be wrong, and what else changes what it is about.</summary>
internal static class SignInInputs
{
    public static IReadOnlyList<SignInInput> All(EnrolmentLimits limits)
    {
        var code = new CodeInput(new string('0', limits.Code.Digits));
        var number = new CodeInput(new string('0', MatchingNumber.Digits));
        var backup = new CodeInput(new string('0', BackupCodeReader.Length));
        var other = new ChallengeId("another");
        AnswerPrompt Yes(CodeInput typed) => new(SignInSpace.Device, SignInSpace.Open, PromptDecision.Approve, typed, "");
        return
        [
            Browser("BeginSignIn", new BeginSignIn()),
            Browser("BeginSignIn, the same browser", new BeginSignIn(SignInSpace.Open)),
            Browser("BeginSignIn, sends held back", new BeginSignIn(), facts => facts with { SendAllowance = new SendAllowance(false) }),
            Browser("BeginSignIn, risk too high", new BeginSignIn(), facts => facts with { Risk = Risk.TooHigh }),
            Browser("BeginSignIn, the code's key retired", new BeginSignIn(), facts => facts with { CodeKeyRetired = true }),
            Browser("ResendSignIn", new ResendSignIn(SignInSpace.Open)),
            Browser("ResendSignIn, another challenge", new ResendSignIn(other)),
            Browser("AnswerSignIn, the right code", new AnswerSignIn(SignInSpace.Open, code)) with { IsProof = true },
            Browser("AnswerSignIn, a wrong code", new AnswerSignIn(SignInSpace.Open, code), facts => facts with { CodeMatch = CodeMatch.None }),
            Browser("AnswerSignIn, a malformed code", new AnswerSignIn(SignInSpace.Open, "")),
            Browser("AnswerSignIn, another challenge", new AnswerSignIn(other, code)),
            Browser("CompleteSignIn", new CompleteSignIn(SignInSpace.Open)),
            Browser("CompleteSignIn, another challenge", new CompleteSignIn(other)),
            Browser("UseBackupCode, a right one", new UseBackupCode(backup)) with { IsProof = true },
            Browser("UseBackupCode, a wrong one", new UseBackupCode(backup), facts => facts with { BackupCode = null }),
            Device("AnswerPrompt, yes with the right number", Yes(number)) with { IsProof = true },
            Device("AnswerPrompt, yes with a wrong number", Yes(number), facts => facts with { CodeMatch = CodeMatch.None }),
            Device("AnswerPrompt, yes without a valid signature", Yes(number), facts => facts with { SignatureIsValid = false }),
            Device("AnswerPrompt, yes of another device", Yes(number) with { Device = DeviceId.Parse(new string('2', 2 * DeviceId.Length)) }),
            Device("AnswerPrompt, no", Yes("") with { Decision = PromptDecision.Deny }),
            Device("BindDevice", new BindDevice("", "", "explored", null, "")) with { Actor = SignInActor.Session },
            Session("EnableVerification Sms", new EnableVerification(VerificationChannel.Sms)),
            Session("EnableVerification AppPush", new EnableVerification(VerificationChannel.AppPush)),
            Session("ChangeChannel Sms", new ChangeChannel(VerificationChannel.Sms)),
            Session("ChangeChannel AppPush", new ChangeChannel(VerificationChannel.AppPush)),
            Session("DisableVerification", new DisableVerification()),
            Session("RemoveDevice", new RemoveDevice(SignInSpace.Device)),
            Session("IssueBackupCodes", new IssueBackupCodes()),
            Of("OptOutOfDelivery", SignInActor.Environment, Initiator.Carrier, new OptOutOfDelivery("")) with { IsAdverse = true },
            Of("InvalidatePhone", SignInActor.Environment, Initiator.Carrier, new InvalidatePhone("", InvalidationReason.Recycled)) with { IsAdverse = true },
            Of("RestoreDelivery", SignInActor.Environment, Initiator.Carrier, new RestoreDelivery("")),
            Of("Unlock", SignInActor.Operator, Initiator.Operator, new Unlock()),
            Of("DisableVerification by staff", SignInActor.Operator, Initiator.Operator, new DisableVerification()),
            .. Enum.GetValues<SignInTimer>().Select(timer => new SignInInput($"{timer} over", SignInActor.Time) { Timer = timer }),
        ];
    }

    private static SignInInput Browser(string name, EnrolmentCommand command, Func<Facts, Facts>? adverse = null) => Of(name, SignInActor.Browser, Initiator.SignIn, command, adverse);

    private static SignInInput Device(string name, EnrolmentCommand command, Func<Facts, Facts>? adverse = null) => Of(name, SignInActor.Device, Initiator.Device, command, adverse);

    private static SignInInput Session(string name, EnrolmentCommand command) => Of(name, SignInActor.Session, Initiator.User, command);

    private static SignInInput Of(string name, SignInActor actor, Initiator by, EnrolmentCommand command, Func<Facts, Facts>? adverse = null)
    {
        var facts = new Facts(new Origin(SignInSpace.Now, by, by is Initiator.User or Initiator.SignIn ? Inputs.Anywhere : null), ChallengeSeed.Placeholder)
        {
            AuthenticatedAt = SignInSpace.Now,
            Factors = AuthenticationFactors.MultiFactor,
            Number = new PhoneReading.Readable(SampleNumbers.All[0]),
            CodeMatch = CodeMatch.Current,
            BackupCode = 1,
            NewBackupCodes = SignInSpace.Codes,
            SignatureIsValid = true,
            TokenIsValid = true,
            DeviceKey = SignInSpace.Key,
        };
        return new SignInInput(name, actor) { Command = command, Facts = adverse is null ? facts : adverse(facts), IsAdverse = adverse is not null };
    }
}
