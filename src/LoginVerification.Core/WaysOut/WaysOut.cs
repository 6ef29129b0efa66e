using System.Diagnostics;

namespace LoginVerification.Engine;

/// <summary>Finds what leads on after a refusal, by asking the same rules that refused.</summary>
internal static class WaysOut
{
    private static readonly ValueList<WayOut> AskOperator = [new WayOut.AskOperator()];

    public static ValueList<WayOut> For(Refusal refusal, in Situation situation, Decision decision, EnrolmentCommand command) => KindOf(refusal.Code) switch
    {
        RefusalKind.NothingToDo => [],
        RefusalKind.Wait => refusal.RetryAt is { } at ? [new WayOut.Retry(at)] : AskOperator,
        RefusalKind.StaleAuthentication => [new WayOut.Reauthenticate()],
        RefusalKind.StaffOnly => AskOperator,
        RefusalKind.BadNumber when command is UserCommand => AnotherNumber(situation),
        RefusalKind.BadNumber => [],
        RefusalKind.SomewhereElse when IsDone(refusal.Code, command) => [],
        RefusalKind.SomewhereElse => command is UserCommand user && situation.Facts.Origin.Surface is not null ? Search(situation, decision, user) : [],
        _ => throw new UnreachableException(),
    };

    /// <summary>Whether a refusal owes a way out: not where there is nothing to do.</summary>
    public static bool AreOwed(RefusalCode code, EnrolmentCommand command) => KindOf(code) is not RefusalKind.NothingToDo && !IsDone(code, command);

    /// <summary>What was to be given up, turned off or removed is not there: the purpose is reached.</summary>
    private static bool IsDone(RefusalCode code, EnrolmentCommand command) => (code, command)
        is (RefusalCode.NoPendingPhone, CancelPending)
        or (RefusalCode.NotEnabled, DisableVerification)
        or (RefusalCode.NoVerifiedPhone, RemovePhone);

    private static ValueList<WayOut> Search(in Situation situation, Decision decision, UserCommand command)
    {
        var after = situation with { Enrolment = decision.Events.Aggregate(situation.Enrolment, Evolution.Apply) };
        var target = TargetNumber(after, command);
        var candidates = situation.Policy.Wayfinder.Find(after, command, target);
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
            if (Decider.DecideAlone(after with { Facts = facts }, step.Command).Refusal is { } no)
            {
                postponed ??= Postponed(no);
                continue;
            }

            shortest = step.Length;
            accepted = accepted.Add(new WayOut.Act(step.Surface, step.Command.Action)
            {
                Channel = Probes.ChannelOf(step.Command),
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
    private static WayOut? Postponed(Refusal no) => KindOf(no.Code) switch
    {
        RefusalKind.Wait => no.RetryAt is { } at ? new WayOut.Retry(at) : new WayOut.AskOperator(),
        RefusalKind.StaleAuthentication => new WayOut.Reauthenticate(),
        RefusalKind.StaffOnly => new WayOut.AskOperator(),
        _ => null,
    };

    private static ValueList<WayOut> AnotherNumber(in Situation situation)
    {
        if ((RecentAuthentication.Check(situation, EnrolmentAction.SubmitPhone) ?? FailureLock.Check(situation)) is { } no)
            return Postponed(no) is { } later ? [later] : [];
        return situation.Policy.Gate.ServingSurface(situation.Facts.Origin.Surface) is { } surface
            ? [new WayOut.Act(surface, EnrolmentAction.SubmitPhone) { WithAnotherNumber = true }]
            : AskOperator;
    }

    /// <summary>
    /// The number that the user is trying to prove: the submitted or pending one, or the verified one if it has to be proved again;
    /// before there is one, any that the surface serves.
    /// </summary>
    private static PhoneDetails TargetNumber(in Situation situation, UserCommand command) =>
        (command is SubmitPhone ? situation.Facts.ReadPhone : null)
        ?? situation.Enrolment.Pending?.Details
        ?? (ChannelUse.Check(situation.Enrolment, VerificationChannel.Sms, deviceRegistered: false) is null ? null : situation.Enrolment.Phone?.Details)
        ?? situation.Policy.Gate.SomeServedNumber(situation.Facts.Origin.Surface!);

    private static RefusalKind KindOf(RefusalCode code) => code switch
    {
        RefusalCode.PhoneAlreadyVerified or RefusalCode.AlreadyEnabled or RefusalCode.ChannelAlreadyActive or RefusalCode.NumberNotHeld
            or RefusalCode.NotYetLapsed or RefusalCode.IdempotencyKeyReused or RefusalCode.AlreadyKnown or RefusalCode.NotLocked or RefusalCode.ImportNotPossible => RefusalKind.NothingToDo,
        RefusalCode.ResendTooSoon or RefusalCode.SendLimitReached or RefusalCode.SendsHeldBack or RefusalCode.Locked or RefusalCode.Conflict => RefusalKind.Wait,
        RefusalCode.ReauthenticationRequired => RefusalKind.StaleAuthentication,
        RefusalCode.LockedUntilUnlock or RefusalCode.RiskTooHigh => RefusalKind.StaffOnly,
        RefusalCode.NumberUnreadable or RefusalCode.NumberTooShort or RefusalCode.NumberTooLong or RefusalCode.ShortNumber or RefusalCode.NumberNotInUse
            or RefusalCode.CountryMissing or RefusalCode.CountryMismatch or RefusalCode.NumberReserved
            or RefusalCode.NumberHasTooManyAccounts => RefusalKind.BadNumber,
        RefusalCode.ActionNotOffered or RefusalCode.NoPendingPhone or RefusalCode.NoVerifiedPhone or RefusalCode.NotEnabled or RefusalCode.PhoneProtectsLogin
            or RefusalCode.CountryNotServed or RefusalCode.CarrierNotServed or RefusalCode.LineTypeNotServed or RefusalCode.ChannelNotServed
            or RefusalCode.CodeMalformed or RefusalCode.WrongCode or RefusalCode.CodeSuperseded or RefusalCode.CodeExpired or RefusalCode.CodeExhausted
            or RefusalCode.DeviceNotRegistered or RefusalCode.DeliveryOptedOut
            or RefusalCode.ReverificationRequired => RefusalKind.SomewhereElse,
        _ => throw new UnreachableException(),
    };
}
