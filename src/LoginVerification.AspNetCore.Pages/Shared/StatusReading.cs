namespace LoginVerification.Pages;

/// <summary>The enrolment of whoever is signed in.</summary>
internal static class StatusReading
{
    public static UserEnrolment OwnerOf(this PageScope scope, IEnrolmentService enrolments, string? idempotencyKey = null) => enrolments.ForUser(scope.Context, idempotencyKey);

    public static async ValueTask<EnrolmentStatus> ReadStatusAsync(this PageScope scope, IEnrolmentService enrolments)
    {
        var status = await scope.OwnerOf(enrolments).GetStatusAsync(scope.Context.RequestAborted).ConfigureAwait(false);
        scope.Case = CaseOf(status);
        return status;
    }

    /// <summary>The case of a status. Whether the SMS arrived nobody knows: it is taken to have, once the gateway took it.</summary>
    public static ConditionCase CaseOf(EnrolmentStatus status) =>
        new(status.State, status.PendingPhone is not null, status.Phone is not null, status.CodeDelivery is CodeDelivery.Sent, status.ActiveChannel, status.Devices.Count > 0);
}
