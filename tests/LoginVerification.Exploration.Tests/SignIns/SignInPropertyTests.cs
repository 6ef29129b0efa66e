namespace LoginVerification.Exploration.Tests.SignIns;

/// <summary>Each property of sign-ins sees what a decider with one flaw leads to, and nothing bad in the sound one beside it.</summary>
public class SignInPropertyTests
{
    private static readonly EnrolmentLimits Limits = SignInScales.Of("default").Limits;
    private static readonly SignInGraph Sound = SignInScales.GraphOf(Limits);

    [Fact]
    public void A_protected_account_that_is_told_that_it_needs_nothing_is_seen()
    {
        var flawed = WithFlaw((situation, command) => command is BeginSignIn && situation.Enrolment.ActiveChannel is not null ? No(RefusalCode.NotEnabled) : null);

        AssertViolated(
            new NoBypass(), flawed, "a protected account is told that the password suffices", "refused: NotEnabled",
            "EnableVerification Sms", "BeginSignIn");
    }

    [Fact]
    public void A_wrong_code_that_lets_in_is_seen()
    {
        var flawed = WithFlaw((situation, command) => command is AnswerSignIn ? Decider.Decide(Given(situation, facts => facts with { CodeMatch = CodeMatch.Current }), command) : null);

        AssertViolated(
            new NoBypass(), flawed, "a browser is let in without a proof", "the browser is let in",
            "EnableVerification Sms", "BeginSignIn", "AnswerSignIn, a wrong code");
    }

    [Fact]
    public void A_wrong_backup_code_that_lets_in_is_seen()
    {
        var flawed = WithFlaw((situation, command) => command is UseBackupCode ? Decider.Decide(Given(situation, facts => facts with { BackupCode = 1 }), command) : null);

        AssertViolated(
            new NoBypass(), flawed, "a browser is let in without a proof", Outcomes.Of(LifecycleTrigger.BackupCodeUsed),
            "EnableVerification Sms", "IssueBackupCodes", "UseBackupCode, a wrong one");
    }

    [Fact]
    public void A_browser_that_says_yes_in_the_device_s_name_is_seen()
    {
        // Said and asked for in one step: that nobody comes in before a yes, the events' own rules see to.
        var flawed = WithFlaw((situation, command) => command is CompleteSignIn && Decider.Decide(situation, command).Refusal is { Code: RefusalCode.SignInUnanswered }
            ? Decision.Accept(
                new SignInConfirmed(SignInSpace.Open, SignInSpace.Device) { Origin = new Origin(SignInSpace.Now, Initiator.Device, null) },
                new SignInApproved(SignInSpace.Open) { Origin = situation.Facts.Origin })
            : null);

        AssertViolated(
            new NoBypass(), flawed, "a browser is let in without a proof", "the device says yes, the browser is let in",
            "BindDevice", "EnableVerification AppPush", "BeginSignIn", "CompleteSignIn");
    }

    [Fact]
    public void A_yes_without_a_valid_signature_is_seen()
    {
        var flawed = WithFlaw((situation, command) => command is AnswerPrompt ? Decider.Decide(Given(situation, facts => facts with { SignatureIsValid = true }), command) : null);

        AssertViolated(
            new NoBypass(), flawed, "a device says yes without the number and its signature", "the device says yes",
            "BindDevice", "EnableVerification AppPush", "BeginSignIn", "AnswerPrompt, yes without a valid signature");
    }

    [Fact]
    public void A_yes_with_a_wrong_number_is_seen()
    {
        var flawed = WithFlaw((situation, command) => command is AnswerPrompt ? Decider.Decide(Given(situation, facts => facts with { CodeMatch = CodeMatch.Current }), command) : null);

        AssertViolated(
            new NoBypass(), flawed, "a device says yes without the number and its signature", "the device says yes",
            "BindDevice", "EnableVerification AppPush", "BeginSignIn", "AnswerPrompt, yes with a wrong number");
    }

    [Fact]
    public void Protection_that_the_network_ends_in_staff_s_name_is_seen()
    {
        var flawed = WithFlaw((situation, command) => command is OptOutOfDelivery && situation.Enrolment.ActiveChannel is not null
            ? Decider.Decide(Given(situation, facts => facts with { Origin = facts.Origin with { By = Initiator.Operator } }), new DisableVerification())
            : null);

        AssertViolated(
            new NoBypass(), flawed, "protection ends, and neither the owner nor staff ended it: from then on the password suffices", "verification is off, with a notice",
            "EnableVerification Sms", "OptOutOfDelivery");
    }

    [Fact]
    public void A_right_code_that_lets_nobody_in_is_seen()
    {
        var flawed = WithFlaw((situation, command) => command is AnswerSignIn && situation.Facts.CodeMatch is CodeMatch.Current ? No(RefusalCode.WrongCode) : null);

        AssertViolated(new SignInReachable(), flawed, NothingLetsIn, "verification is on", "EnableVerification Sms");
    }

    [Fact]
    public void What_a_wrong_code_leads_to_is_not_counted_on()
    {
        var flawed = WithFlaw((situation, command) => command is AnswerSignIn
            ? Decider.Decide(Given(situation, facts => facts with { CodeMatch = facts.CodeMatch is CodeMatch.Current ? CodeMatch.None : CodeMatch.Current }), command)
            : null);

        AssertViolated(new SignInReachable(), flawed, NothingLetsIn, "verification is on", "EnableVerification Sms");
    }

    [Fact]
    public void A_last_failure_that_staff_do_not_forgive_is_seen()
    {
        // The network is kept out, because a STOP alone leaves nobody but staff, and is nearer.
        var flawed = WithFlaw((situation, _) => situation.Facts.Origin.By is Initiator.Operator or Initiator.Carrier ? No(RefusalCode.AlreadyKnown) : null);

        AssertViolated(
            new NoSignInLockout(), flawed, "nobody can lead the owner in any more", "the wrong answer is counted, the challenge takes no more answers",
            "EnableVerification Sms", "BeginSignIn", "AnswerSignIn, a wrong code", "ResendWait over", "Lock over", "BeginSignIn", "AnswerSignIn, a wrong code");
    }

    [Fact]
    public void A_STOP_that_staff_cannot_help_out_of_is_seen_though_its_sender_could_take_it_back()
    {
        var flawed = WithFlaw((situation, command) => situation.Facts.Origin.By is Initiator.Operator || command is InvalidatePhone ? No(RefusalCode.AlreadyKnown) : null);

        AssertViolated(
            new NoSignInLockout(), flawed, "nobody can lead the owner in any more", Outcomes.Of(LifecycleTrigger.DeliveryOptedOut),
            "EnableVerification Sms", "OptOutOfDelivery");
    }

    private const string NothingLetsIn = "the owner has the phone at hand, and nothing that they or time do lets them in";

    /// <summary>Sign-ins where what the flaw says goes before what is right.</summary>
    private static SignInGraph WithFlaw(Func<Situation, EnrolmentCommand, Decision?> flaw) =>
        SignInScales.GraphOf(Limits, (situation, command) => flaw(situation, command) ?? Decider.Decide(situation, command));

    private static Situation Given(Situation situation, Func<Facts, Facts> change) => situation with { Facts = change(situation.Facts) };

    private static Decision No(RefusalCode code) => new Refusal(code, Sources.Lifecycle);

    private static void AssertViolated(SignInProperty property, SignInGraph flawed, string reason, string outcome, params string[] story)
    {
        Assert.Equal(Verdict.Proved, property.Look(Sound).Verdict);
        var verdict = property.Look(flawed);
        Assert.Equal((Verdict.Violated, reason), (verdict.Verdict, verdict.Reason));
        Assert.Equal([new Violation { State = EnrolmentState.VerificationEnabled }], verdict.Violations);
        Assert.Equal(story, verdict.Trace!.Select(step => step.Action));
        Assert.Equal(outcome, verdict.Trace![^1].Outcome);
    }
}
