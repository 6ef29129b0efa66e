namespace LoginVerification.Engine;

/// <summary>The events that remove a verified number: what protection it gave ends first, then a pending number is given up.</summary>
internal static class Removal
{
    public static ValueList<EnrolmentEvent> Of(Enrolment enrolment, VerifiedPhone phone, Origin origin, EnrolmentEvent? first)
    {
        var events = new List<EnrolmentEvent>(3);
        if (first is not null)
            events.Add(first);
        if (enrolment.Pending is { } pending)
            events.Add(new PendingCancelled(pending.Details.Number) { Origin = origin });
        events.Add(new PhoneRemoved(phone.Details.Number) { Origin = origin });
        return events.ToValueList();
    }
}
