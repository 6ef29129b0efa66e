namespace LoginVerification.Engine;

/// <summary>
/// Looks for what leads on, nearest first: with the number in question, with another number, with a device, and by the host's staff. Each way is
/// taken, by the deciders and in the situation as it is, before it is named; where none leads on, none is. Thread-safe.
/// </summary>
internal sealed class WaySearch(EnrolmentPolicy policy)
{
    /// <summary>Numbers of so many classes are tried at most. Each is tried only where rules let it be submitted and confirmed, and serve the purpose.</summary>
    private const int MostClasses = 8;

    private readonly Wayfinder wayfinder = new(policy);

    /// <summary>What leads on after a refusal.</summary>
    /// <param name="situation">The situation after the refusal.</param>
    /// <param name="command">The refused command.</param>
    /// <param name="code">Why it was refused.</param>
    public ValueList<WayOut> Find(in Situation situation, UserCommand command, RefusalCode code)
    {
        var own = WithOwnNumber(situation, command, code);
        if (code is RefusalCode.DeliveryOptedOut)
            return Restored(own, situation, command);
        // All that the app channel needs beside the device was asked before, and another channel may serve as well.
        if (code is RefusalCode.DeviceNotRegistered)
            return [new WayOut.RegisterDevice(), .. own.Ways];
        if (own.Any)
            return own.Ways;
        if (WithAnotherNumber(situation, command) is { Any: true } other)
            return IsHelpedByDevice(situation, command, code) ? [new WayOut.RegisterDevice(), .. other.Ways] : other.Ways;
        if (!situation.Facts.DeviceRegistered && WithDevice(situation, command, code) is { Count: > 0 } withDevice)
            return withDevice;
        return StaffLeadOn(situation, command, code) ? [new WayOut.AskOperator()] : [];
    }

    /// <summary>
    /// A START from the phone takes the STOP back. Whose number it was can also prove it again; to a stranger's no message goes, so that another
    /// number leads on.
    /// </summary>
    private ValueList<WayOut> Restored(Found own, in Situation situation, UserCommand command)
    {
        var restore = new WayOut.RestoreDelivery();
        if (NumberInQuestion(situation, command) is { } number && !situation.Enrolment.HasVerified(number.Number))
            return [restore, .. own.Ways, .. WithAnotherNumber(situation, command).Accepted];
        return own.Accepted.Count > 0 ? own.Accepted.Add(restore) : [restore, .. own.Ways];
    }

    /// <summary>
    /// What leads on once a device is registered. Before a number is verified none can be, so that what leads there comes first, where it is taken
    /// without one.
    /// </summary>
    private ValueList<WayOut> WithDevice(in Situation situation, UserCommand command, RefusalCode code)
    {
        if (situation.Enrolment.Phone is null)
            return ByUser(situation, command, code, plansWithDevice: true).Ways;
        return ByUser(SupposingDevice(situation), command, code).Any ? [new WayOut.RegisterDevice()] : [];
    }

    /// <summary>Whether the own number serves once a device is registered: that is nearer than another number.</summary>
    private bool IsHelpedByDevice(in Situation situation, UserCommand command, RefusalCode code) =>
        situation is { Facts.DeviceRegistered: false, Enrolment.Phone: not null } && WithOwnNumber(SupposingDevice(situation), command, code).Any;

    private static Situation SupposingDevice(in Situation situation) => situation with { Facts = situation.Facts with { DeviceRegistered = true } };

    /// <param name="situation">The situation.</param>
    /// <param name="command">The refused command.</param>
    /// <param name="code">Why it was refused.</param>
    /// <param name="plansWithDevice">Whether the way is planned as if a device were registered; its first command is decided in the situation as it is.</param>
    private Found ByUser(in Situation situation, UserCommand command, RefusalCode code, bool plansWithDevice = false)
    {
        var own = WithOwnNumber(situation, command, code, plansWithDevice);
        return own.Any ? own : WithAnotherNumber(situation, command, plansWithDevice);
    }

    /// <summary>The number that the user is trying to prove or to use; before there is one, any that is served.</summary>
    private Found WithOwnNumber(in Situation situation, UserCommand command, RefusalCode code, bool plansWithDevice = false)
    {
        if (command is SubmitPhone && situation.Facts.ReadPhone is null)
            return Found.Nothing;
        // A code to a number in good standing is nobody's purpose: it was to replace that number that one was asked for.
        if (command is ResendCode or ConfirmCode && situation.Enrolment is { Pending: null, Phone.NeedsReverification: false })
            return Found.Nothing;
        if (NumberInQuestion(situation, command) is not { } number)
            return WithAnyNumber(situation, command, another: false, plansWithDevice);
        // Nothing that is done with such a number helps, but for a channel that needs none.
        return code.Kind() is RefusalKind.AnotherNumber && command.Choice.Channel is null ? Found.Nothing : With(number, situation, command, another: false, plansWithDevice);
    }

    /// <summary>Of another number neither the registry nor the limiter nor the risk signal was asked.</summary>
    private Found WithAnotherNumber(in Situation situation, UserCommand command, bool plansWithDevice = false) => command is not SubmitPhone && NumberInQuestion(situation, command) is null
        ? Found.Nothing
        : WithAnyNumber(
            situation with { Facts = situation.Facts with { Service = RegistryService.Unknown, Risk = Risk.Unknown, SendAllowance = SendAllowance.Yes, OtherAccountsOnNumber = 0 } },
            command,
            another: true,
            plansWithDevice);

    private Found WithAnyNumber(in Situation situation, UserCommand command, bool another, bool plansWithDevice)
    {
        var first = Found.Nothing;
        var planned = plansWithDevice ? SupposingDevice(situation) : situation;
        foreach (var number in policy.Gate.NumbersFor(Purpose.Of(command), situation.Facts.Origin.Surface!, planned.Asker).Take(MostClasses))
        {
            var found = With(number, situation, command, another, plansWithDevice);
            if (found.Accepted.Count > 0)
                return found;
            first = first.Any ? first : found;
        }

        return first;
    }

    private Found With(PhoneDetails number, in Situation situation, UserCommand command, bool another, bool plansWithDevice)
    {
        var planned = plansWithDevice ? SupposingDevice(situation) : situation;
        ValueList<WayOut> accepted = [];
        WayOut? postponed = null;
        var shortest = 0;
        foreach (var step in wayfinder.Find(planned, command, number))
        {
            if (accepted.Count > 0 && step.Length > shortest)
                break;
            var facts = situation.Facts with
            {
                Origin = situation.Facts.Origin with { Surface = step.Surface },
                Number = new PhoneReading.Readable(number),
                CodeMatch = CodeMatch.Current,
            };
            var taken = situation with { Facts = facts };
            if (Decider.Decide(taken, step.Command).Refusal is { } no)
            {
                postponed ??= Waiting.Before(no, taken, step.Command);
                continue;
            }

            shortest = step.Length;
            accepted = accepted.Add(new WayOut.Act(step.Surface, step.Command.Choice) { WithAnotherNumber = another && step.Command is SubmitPhone });
        }

        // Who can submit another number need not cancel the pending one first.
        var submitting = another ? accepted.Where(way => way is WayOut.Act { WithAnotherNumber: true }).ToValueList() : [];
        return new Found(submitting.Count > 0 ? submitting : accepted, postponed);
    }

    /// <summary>Whether staff can do what was asked for, or something after which they can or the user can go on.</summary>
    private bool StaffLeadOn(in Situation situation, UserCommand command, RefusalCode code)
    {
        var number = NumberInQuestion(situation, command);
        var byStaff = situation.Facts with { Origin = new Origin(situation.Facts.Now, Initiator.Operator, null), Number = number is null ? null : new PhoneReading.Readable(number) };
        EnrolmentCommand[] theirs = [.. Probes.OfTheWorld.Where(probe => probe.By is Initiator.Operator).Select(probe => probe.Command)];
        foreach (var given in theirs)
        {
            if ((given is RestoreDelivery && number is null) || (given is UserCommand { Action: var action } && !Purpose.Allows(action, command, situation.Enrolment)))
                continue;
            var decision = Decider.Decide(situation with { Facts = byStaff }, given);
            if (decision.Refusal is not null)
                continue;
            var after = situation with { Enrolment = decision.Events.Aggregate(situation.Enrolment, Evolution.Apply) };
            if (given == command
                || (theirs.Contains(command) && Decider.Decide(after with { Facts = byStaff }, command).Refusal is null)
                || Decider.Decide(after, command).Refusal is null
                || ByUser(after, command, code).Accepted.Count > 0)
                return true;
        }

        return false;
    }

    private static PhoneDetails? NumberInQuestion(in Situation situation, UserCommand command) =>
        (command is SubmitPhone ? situation.Facts.ReadPhone : null) ?? situation.Enrolment.Pending?.Details ?? situation.Enrolment.Phone?.Details;

    /// <summary>The first commands of the shortest ways, and what else would lead on but for time, an authentication or a lock.</summary>
    private readonly record struct Found(ValueList<WayOut> Accepted, WayOut? Postponed)
    {
        public static Found Nothing { get; } = new([], null);

        public bool Any => Accepted.Count > 0 || Postponed is not null;

        public ValueList<WayOut> Ways => Accepted.Count > 0 || Postponed is null ? Accepted : [Postponed];
    }
}
