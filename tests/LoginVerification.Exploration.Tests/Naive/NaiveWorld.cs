namespace LoginVerification.Exploration.Tests.Naive;

/// <summary>What others do to an account: time, carriers and the host's staff.</summary>
internal sealed class NaiveWorld(NaiveService service)
{
    /// <summary>What staff do for a phone that said STOP.</summary>
    public const string Start = "says START";

    /// <param name="place">Where the user stands.</param>
    /// <param name="look">Sees everything that is tried.</param>
    public IEnumerable<NaiveStep> Steps(NaivePlace place, Action<NaiveTried> look)
    {
        var (carrier, staff) = (Caller.Carrier(NaiveAccount.Id), Caller.Operator(NaiveAccount.Id, "staff-1"));
        var known = service.PhonesOf(place).Take(place.Account.Numbers.Count).Select(phone => phone.Number.E164).Index().ToList();
        var (enrolment, lapsed) = (service.Write(place), service.Write(place, lapses: place.Account.Code == NaiveAccount.DeadCode));
        (string Label, NaiveKind Kind, Caller Caller, EnrolmentCommand Command, Enrolment Before)[] asked =
        [
            ("lapse", NaiveKind.Time, Caller.Time(NaiveAccount.Id), new LapsePending(), lapsed),
            .. known.Select(number => ($"number {number.Index} changed hands", NaiveKind.Adversity, carrier, (EnrolmentCommand)new InvalidatePhone(number.Item, InvalidationReason.Recycled), enrolment)),
            .. known.Select(number => ($"number {number.Index} says STOP", NaiveKind.Adversity, carrier, (EnrolmentCommand)new OptOutOfDelivery(number.Item), enrolment)),
            .. known.Select(number => ($"number {number.Index} {Start}", NaiveKind.Staff, staff, (EnrolmentCommand)new RestoreDelivery(number.Item), enrolment)),
            ("unlock", NaiveKind.Staff, staff, new Unlock(), enrolment),
            ("staff cancel", NaiveKind.Staff, staff, new CancelPending(), enrolment),
            ("staff disable", NaiveKind.Staff, staff, new DisableVerification(), enrolment),
            ("staff remove", NaiveKind.Staff, staff, new RemovePhone(), enrolment),
        ];
        service.Stand(place);
        foreach (var (label, kind, caller, command, before) in asked)
        {
            var came = service.Give(before, caller, command);
            look(new NaiveTried(place, null, label, command, before, caller.Initiator, came));
            if (came.Happens)
                yield return new NaiveStep(label, kind, service.After(place, came)) { Accepted = command is UserCommand { Choice: var choice } ? choice : null };
        }
    }
}
