using System.Diagnostics;

namespace LoginVerification.Engine;

/// <summary>Adds to a refusal what leads on, found by asking the same deciders that refused. It remembers what it found; keep one a policy. Thread-safe.</summary>
public sealed class Explainer
{
    private readonly EnrolmentPolicy policy;
    private readonly WaySearch search;

    /// <summary>Explains by a policy.</summary>
    /// <param name="policy">The rules.</param>
    public Explainer(EnrolmentPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        this.policy = policy;
        search = new WaySearch(policy);
    }

    /// <summary>Decides a command, and for a refusal finds the ways out.</summary>
    /// <param name="enrolment">The snapshot; it is not changed.</param>
    /// <param name="command">What is asked.</param>
    /// <param name="facts">All else that the decision may know.</param>
    /// <exception cref="ArgumentException">The surface is not declared by the policy, or the command is not this initiator's to give.</exception>
    public Decision Decide(Enrolment enrolment, EnrolmentCommand command, Facts facts) =>
        Explain(Decider.Decide(enrolment, command, facts, policy), new Situation(enrolment, facts, policy), command);

    /// <summary>The same decision, its refusal with the ways out.</summary>
    internal Decision Explain(Decision decision, in Situation situation, EnrolmentCommand command) => decision.Refusal is { } refusal
        ? decision with { Refusal = refusal with { WaysOut = WaysOutOf(refusal, situation, decision, command) } }
        : decision;

    /// <summary>Decides on a token to bind a device with: null for yes, or the refusal with the ways out.</summary>
    internal Refusal? DecideDeviceToken(in Situation situation) => DeviceTokenDecider.Check(situation) is not { } refusal ? null : refusal with
    {
        WaysOut = refusal.Code.Kind() is RefusalKind.Reauthenticate ? [Waiting.ForAuthentication(DeviceTokenDecider.NeedOf(situation.Enrolment))] : WaysOutOfOwner(refusal.Code, situation),
    };

    /// <summary>Whether a refusal owes a way out: not where there is nothing to do.</summary>
    internal static bool OwesWayOut(RefusalCode code, EnrolmentCommand command, Enrolment enrolment) => !Purpose.IsReached(code, command, enrolment);

    private ValueList<WayOut> WaysOutOf(Refusal refusal, in Situation situation, Decision decision, EnrolmentCommand command)
    {
        if (Purpose.IsReached(refusal.Code, command, situation.Enrolment))
            return [];
        if (command is SignInCommand or DeviceCommand)
            return SignInWays.After(refusal, After(situation, decision), command);
        return refusal.Code.Kind() switch
        {
            RefusalKind.Wait => [Waiting.For(refusal)],
            RefusalKind.AskOperator => [new WayOut.AskOperator()],
            RefusalKind.Reauthenticate => [Waiting.ForAuthentication(situation, command)],
            _ when situation.Facts.Origin.Surface is null => [],
            RefusalKind.Correct => [new WayOut.Correct()],
            _ when command is OwnerCommand => WaysOutOfOwner(refusal.Code, situation),
            RefusalKind.AnotherNumber or RefusalKind.FollowWaysOut => search.Find(After(situation, decision), (UserCommand)command, refusal.Code),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>What no screen offers is led out of by what screens do offer.</summary>
    private ValueList<WayOut> WaysOutOfOwner(RefusalCode code, in Situation situation) => code switch
    {
        RefusalCode.NotEnabled => search.Find(situation, new EnableVerification(VerificationChannel.Sms), code),
        RefusalCode.NoVerifiedPhone => search.Find(situation, new ConfirmCode(""), code),
        RefusalCode.DeviceProtectsLogin => [new WayOut.RegisterDevice(), .. search.Find(situation, new ChangeChannel(VerificationChannel.Sms), code)],
        // A device that is not there needs no other name, and is removed.
        _ => [],
    };

    /// <summary>A refusal that counts changed the snapshot already.</summary>
    private static Situation After(in Situation situation, Decision decision) =>
        situation with { Enrolment = decision.Events.Aggregate(situation.Enrolment, Evolution.Apply) };
}
