using NodaTime;

namespace LoginVerification.Tests;

/// <summary>What is done for one purpose neither spends nor forgives anything of the other.</summary>
public sealed class PurposeTests
{
    private static readonly PhoneNumber Number = Given.Israeli.Number;
    private static readonly PurposeLock SignInLock = new(CodePurpose.SignIn, Given.Now + Duration.FromHours(1));

    private static readonly Enrolment SignInTrouble = Given.PhonePending with
    {
        Failures = [new WrongCodes(CodePurpose.SignIn, Number, 40), new WrongCodes(CodePurpose.Enrol, Number, 4)],
        Locks = [SignInLock, new PurposeLock(CodePurpose.Enrol, Given.Now)],
        Sends = [new SentCode(CodePurpose.SignIn, Number, Given.Now)],
    };

    [Fact]
    public void A_right_code_to_enrol_forgives_no_failure_and_no_lock_of_sign_in()
    {
        var after = Evolution.Apply(SignInTrouble, EventSamples.Event(LifecycleTrigger.CodeMatched, SignInTrouble));

        Assert.Equal([new WrongCodes(CodePurpose.SignIn, Number, 40)], after.Failures);
        Assert.Equal([SignInLock], after.Locks);
    }

    [Fact]
    public void A_wrong_code_to_enrol_counts_and_locks_for_enrolment_alone()
    {
        var wrong = new CodeMismatched(new ChallengeId("current"), CodePurpose.Enrol, CodeMatch.None, Given.Now + Duration.FromSeconds(30)) { Origin = Given.ByUser };

        var after = Evolution.Apply(SignInTrouble, wrong);

        Assert.Equal((5, 40), (after.FailureCount(CodePurpose.Enrol), after.FailureCount(CodePurpose.SignIn)));
        Assert.Equal((Given.Now + Duration.FromSeconds(30), SignInLock.Until), (after.LockedUntil(CodePurpose.Enrol), after.LockedUntil(CodePurpose.SignIn)));
    }

    /// <summary>The lock is the one after five failures to enrol, not the one after forty-five.</summary>
    [Fact]
    public void The_length_of_a_lock_is_that_of_the_failures_for_its_own_purpose()
    {
        var facts = Given.BenignFacts() with { CodeMatch = CodeMatch.None };

        var decision = Decider.Decide(SignInTrouble, new ConfirmCode("123456"), facts, TestPolicies.Default);

        Assert.Equal(Given.Now + Duration.FromSeconds(30), Assert.IsType<CodeMismatched>(Assert.Single(decision.Events)).LockedUntil);
    }

    [Fact]
    public void Unlock_forgives_both()
    {
        var after = Evolution.Apply(SignInTrouble, EventSamples.Event(LifecycleTrigger.Unlocked, SignInTrouble));

        Assert.Empty(after.Failures);
        Assert.Empty(after.Locks);
    }
}
