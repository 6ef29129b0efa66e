namespace LoginVerification.Engine;

/// <summary>
/// What is known of an account to who sends its messages: read with the first of those that leave one right after the other, or what a command has just
/// saved. For one task at a time.
/// </summary>
/// <param name="from">The version of the oldest event that is told of.</param>
internal sealed class AccountReading(long from)
{
    private IReadOnlyList<EnrolmentEvent>? events;
    private Enrolment? enrolment;

    public static AccountReading Of(EnrolmentChange saved) => new(saved.ExpectedVersion + 1) { events = saved.Events, enrolment = saved.Enrolment };

    /// <summary>The enrolment, and what happened from a version on.</summary>
    public async Task<(Enrolment? Enrolment, IReadOnlyList<EnrolmentEvent> Events)> ReadAsync(
        IEnrolmentStore store, IEnrolmentHistory history, OutboxMessage message, CancellationToken cancellationToken)
    {
        if (events is null)
        {
            // All of them, for any may owe the same code again; they are few, for no message waits long.
            // The events before the snapshot, for an account can be erased and begin anew in between: an enrolment that is still the message's afterwards
            // was so when its events were read.
            var read = await history.ReadAsync(message.Account, from, int.MaxValue, cancellationToken).ConfigureAwait(false);
            enrolment = await store.LoadAsync(message.Account, cancellationToken).ConfigureAwait(false);
            events = read;
        }

        return (enrolment, [.. events.Skip((int)(message.EventVersion - from))]);
    }
}
