using NodaTime;

namespace LoginVerification.Tests.Deciding;

/// <summary>How the deciders answer where a policy bounds nothing, as the explorer asks them.</summary>
public sealed class ResearchDecisionTests
{
    private const int Many = 1_000_000;

    private static readonly EnrolmentLimits Limits = EnrolmentLimits.Of(TestPolicies.Document with
    {
        Code = new CodeRules { WrongTries = PolicyLimits.Unlimited, OnResend = ResendMode.NewBesideEarlier },
        Sending = new SendRules { PerNumber = PolicyLimits.Unlimited, PerAccount = PolicyLimits.Unlimited },
        Lock = new LockRules { EveryFailures = PolicyLimits.Unlimited, Longest = Duration.FromSeconds(30), FinalFailures = PolicyLimits.Unlimited },
    });

    private static readonly Enrolment Guessed = Given.PhonePending with
    {
        Pending = Given.PhonePending.Pending! with { Challenge = Given.PhonePending.Pending.Challenge with { WrongTries = Many } },
        Failures = [new WrongCodes(CodePurpose.Enrol, Given.PhonePending.Pending.Details.Number, Many)],
    };

    [Theory]
    [InlineData(CodeMatch.Current)]
    [InlineData(CodeMatch.Superseded)]
    public void After_a_million_wrong_codes_every_code_that_lives_is_taken(CodeMatch match) =>
        Assert.IsType<CodeMatched>(Assert.Single(Confirmed(Limits, match).Events));

    [Fact]
    public void A_wrong_code_locks_nothing()
    {
        var decision = Confirmed(Limits, CodeMatch.None);

        Assert.Null(Assert.IsType<CodeMismatched>(Assert.Single(decision.Events)).LockedUntil);
        Assert.Null(decision.Refusal!.RetryAt);
    }

    [Fact]
    public void Where_the_newest_code_alone_is_taken_an_earlier_one_is_refused() => Assert.Equal(
        RefusalCode.CodeSuperseded, Confirmed(Limits with { Code = Limits.Code with { OnResend = ResendMode.New } }, CodeMatch.Superseded).Refusal!.Code);

    [Fact]
    public void However_many_codes_were_sent_the_next_one_waits_as_long_as_the_second()
    {
        Assert.Equal(Limits.Sending.ResendWait, SendBudget.Wait(Many, Limits.Sending));
        Assert.Equal(Limits.Sending.ResendWait * 2, SendBudget.Wait(2, new SendRules()));

        var sent = Given.Now - Duration.FromSeconds(1);
        var waiting = Guessed with { Failures = [], Sends = [.. Enumerable.Repeat(new SentCode(CodePurpose.Enrol, Guessed.Pending!.Details.Number, sent), 200)] };
        Assert.Equal(sent + Limits.Sending.ResendWait, Asked(waiting, new ResendCode(), Given.Now, Limits).Refusal!.RetryAt);
        Assert.Null(Asked(waiting, new ResendCode(), sent + Limits.Sending.ResendWait, Limits).Refusal);
    }

    private static Decision Confirmed(EnrolmentLimits limits, CodeMatch match) => Asked(Guessed, new ConfirmCode("123456"), Given.Now, limits, match);

    private static Decision Asked(Enrolment enrolment, EnrolmentCommand command, Instant now, EnrolmentLimits limits, CodeMatch match = CodeMatch.Current) => Decider.Decide(
        new Situation(
            enrolment,
            new Facts(new Origin(now, Initiator.User, Surface.Parse("web")), ChallengeSeed.Placeholder) { AuthenticatedAt = now, Factors = AuthenticationFactors.MultiFactor, CodeMatch = match },
            limits,
            Gate.Open),
        command);
}
