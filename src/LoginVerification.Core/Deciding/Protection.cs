namespace LoginVerification.Engine;

/// <summary>The events that make a number protect. A pending number is given up first: nobody plants one before protection begins and binds it later.</summary>
internal static class Protection
{
    public static ValueList<EnrolmentEvent> Of(Enrolment enrolment, params ReadOnlySpan<EnrolmentEvent> events) => enrolment.Pending is { } pending
        ? [new PendingCancelled(pending.Details.Number) { Origin = events[0].Origin }, .. events]
        : ValueList.Create(events);
}
