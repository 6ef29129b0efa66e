using System.Diagnostics;

namespace LoginVerification.Engine;

/// <summary>Adds to a refusal what leads on, found by asking the same deciders that refused. It remembers what it found; keep one a policy. Thread-safe.</summary>
public sealed class Explainer
{
    private static readonly ValueList<WayOut> AskOperator = [new WayOut.AskOperator()];
    private readonly EnrolmentPolicy policy;
    private readonly Wayfinder wayfinder;

    /// <summary>Explains by a policy.</summary>
    /// <param name="policy">The rules.</param>
    public Explainer(EnrolmentPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        this.policy = policy;
        wayfinder = new Wayfinder(policy);
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

    /// <summary>Whether a refusal owes a way out: not where there is nothing to do.</summary>
    internal static bool OwesWayOut(RefusalCode code, EnrolmentCommand command) => code.Kind() is not RefusalKind.NothingToDo && !IsDone(code, command);

    private ValueList<WayOut> WaysOutOf(Refusal refusal, in Situation situation, Decision decision, EnrolmentCommand command) => refusal.Code.Kind() switch
    {
        RefusalKind.NothingToDo => [],
        RefusalKind.Wait => refusal.RetryAt is { } at ? [new WayOut.Retry(at)] : AskOperator,
        RefusalKind.Reauthenticate => [new WayOut.Reauthenticate()],
        RefusalKind.AskOperator => AskOperator,
        RefusalKind.AnotherNumber when command is UserCommand => AnotherNumber(situation),
        RefusalKind.AnotherNumber => [],
        RefusalKind.FollowWaysOut when IsDone(refusal.Code, command) => [],
        RefusalKind.FollowWaysOut => command is UserCommand user && situation.Facts.Origin.Surface is not null ? Search(situation, decision, user) : [],
        _ => throw new UnreachableException(),
    };

    /// <summary>What was to be given up, turned off or removed is not there: the purpose is reached.</summary>
    private static bool IsDone(RefusalCode code, EnrolmentCommand command) => (code, command)
        is (RefusalCode.NoPendingPhone, CancelPending)
        or (RefusalCode.NotEnabled, DisableVerification)
        or (RefusalCode.NoVerifiedPhone, RemovePhone);

    private ValueList<WayOut> Search(in Situation situation, Decision decision, UserCommand command)
    {
        var after = situation with { Enrolment = decision.Events.Aggregate(situation.Enrolment, Evolution.Apply) };
        var target = TargetNumber(after, command);
        var candidates = wayfinder.Find(after, command, target);
        ValueList<WayOut> accepted = [];
        WayOut? postponed = null;
        var shortest = 0;
        foreach (var step in candidates)
        {
            if (accepted.Count > 0 && step.Length > shortest)
                break;
            var facts = after.Facts with
            {
                Origin = after.Facts.Origin with { Surface = step.Surface },
                Number = new PhoneReading.Readable(target),
                CodeMatch = CodeMatch.Current,
            };
            if (Decider.Decide(after with { Facts = facts }, step.Command).Refusal is { } no)
            {
                postponed ??= Postponed(no);
                continue;
            }

            shortest = step.Length;
            accepted = accepted.Add(new WayOut.Act(step.Surface, step.Command.Choice)
            {
                WithAnotherNumber = step.Command is SubmitPhone && command is SubmitPhone && situation.Facts.ReadPhone is null,
            });
        }

        if (accepted.Count > 0)
            return accepted;
        if (postponed is not null)
            return [postponed];
        return command is SubmitPhone ? AnotherNumber(situation) : AskOperator;
    }

    /// <summary>What would lead on, but for time, an old authentication, or a lock that only staff opens.</summary>
    private static WayOut? Postponed(Refusal no) => no.Code.Kind() switch
    {
        RefusalKind.Wait => no.RetryAt is { } at ? new WayOut.Retry(at) : new WayOut.AskOperator(),
        RefusalKind.Reauthenticate => new WayOut.Reauthenticate(),
        RefusalKind.AskOperator => new WayOut.AskOperator(),
        _ => null,
    };

    private static ValueList<WayOut> AnotherNumber(in Situation situation)
    {
        if ((RecentAuthentication.Check(situation, EnrolmentAction.SubmitPhone) ?? FailureLock.Check(situation, CodePurpose.Enrol)) is { } no)
            return Postponed(no) is { } later ? [later] : [];
        return situation.Gate.ServingSurface(situation.Facts.Origin.Surface) is { } surface
            ? [new WayOut.Act(surface, new Choice(EnrolmentAction.SubmitPhone)) { WithAnotherNumber = true }]
            : AskOperator;
    }

    /// <summary>
    /// The number that the user is trying to prove: the submitted or pending one, or the verified one if it has to be proved again;
    /// before there is one, any that the surface serves.
    /// </summary>
    private static PhoneDetails TargetNumber(in Situation situation, UserCommand command) =>
        (command is SubmitPhone ? situation.Facts.ReadPhone : null)
        ?? situation.Enrolment.Pending?.Details
        ?? (ChannelUse.Check(situation.Enrolment, VerificationChannel.Sms, deviceRegistered: false, situation.Facts.SenderIsLive) is null ? null : situation.Enrolment.Phone?.Details)
        ?? situation.Gate.SomeServedNumber(situation.Facts.Origin.Surface!);
}
