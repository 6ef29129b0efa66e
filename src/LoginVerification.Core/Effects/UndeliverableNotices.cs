using NodaTime;

namespace LoginVerification.Engine;

/// <summary>Turns a notice that cannot be delivered into an in-app notice and an event.</summary>
internal sealed class UndeliverableNotices(IEnrolmentStore store, IClock clock)
{
    private const int MostAttempts = 20;

    /// <exception cref="InvalidOperationException">Every save lost its race; the outbox tries again later.</exception>
    public async ValueTask RecordAsync(AccountId account, NoticeKind kind, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            if (await store.LoadAsync(account, cancellationToken).ConfigureAwait(false) is not { } enrolment)
                return;
            var happened = new NoticeUndeliverable(kind) { Origin = new Origin(PassageOfTime.TimeOf(enrolment, clock.GetCurrentInstant()), Initiator.Time, null) };
            var change = new EnrolmentChange(Evolution.Apply(enrolment, happened), enrolment.Version, [happened], []);
            if (await store.TrySaveAsync(change, cancellationToken).ConfigureAwait(false))
                return;
        }

        throw new InvalidOperationException("The store lost every race for one account. Look whether its reads lag behind its writes.");
    }
}
