using NodaTime;

namespace LoginVerification;

/// <summary>Turns a notice without an independent address into an in-app notice and an event.</summary>
internal sealed class UndeliverableNotices(IEnrolmentStore store, IClock clock)
{
    public async ValueTask RecordAsync(AccountId account, NoticeKind kind, CancellationToken cancellationToken)
    {
        EnrolmentChange change;
        do
        {
            if (await store.LoadAsync(account, cancellationToken).ConfigureAwait(false) is not { } enrolment)
                return;
            var happened = new NoticeUndeliverable(kind) { Origin = new Origin(clock.GetCurrentInstant(), Initiator.Time, null) };
            change = new EnrolmentChange(Evolution.Apply(enrolment, happened), enrolment.Version, [happened], []);
        }
        while (!await store.TrySaveAsync(change, cancellationToken).ConfigureAwait(false));
    }
}
