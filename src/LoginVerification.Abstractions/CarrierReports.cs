namespace LoginVerification;

/// <summary>
/// What the phone network reports about a number: <see cref="EnrolmentServiceExtensions.ForCarrier"/> makes it. It finds the accounts itself:
/// those that have the number verified or pending, had it, or were texted at it. Such messages can be forged, so under a sound policy a report
/// never turns protection off. Repeating a report is harmless. Thread-safe.
/// </summary>
public sealed class CarrierReports
{
    private readonly IEnrolmentService enrolments;
    private readonly string? correlationId;

    internal CarrierReports(IEnrolmentService enrolments, string? correlationId) =>
        (this.enrolments, this.correlationId) = (enrolments, Caller.EnsureCorrelationId(correlationId));

    /// <summary>The holder of a number asked for no more messages (STOP): <see cref="OptOutOfDelivery"/>.</summary>
    /// <param name="number">Where the message came from, as the network writes it: with <c>+</c>, with <c>00</c>, or with the calling code alone.</param>
    /// <param name="cancellationToken">Cancels between two accounts.</param>
    /// <returns>The accounts that were found, each with its answer; none for a number that nobody knows.</returns>
    /// <exception cref="AggregateException">The enrolments of some accounts could not be read or saved; all others were. Report again later.</exception>
    public ValueTask<ValueList<ReportedAccount>> OptOutOfDeliveryAsync(PhoneInput number, CancellationToken cancellationToken = default) =>
        ReportAsync(number, new OptOutOfDelivery(number), cancellationToken);

    /// <summary>The holder of a number wants messages again (START): <see cref="RestoreDelivery"/>.</summary>
    /// <param name="number">Where the message came from, as the network writes it.</param>
    /// <param name="cancellationToken">Cancels between two accounts.</param>
    /// <returns>The accounts that were found, each with its answer.</returns>
    /// <exception cref="AggregateException">The enrolments of some accounts could not be read or saved; all others were. Report again later.</exception>
    public ValueTask<ValueList<ReportedAccount>> RestoreDeliveryAsync(PhoneInput number, CancellationToken cancellationToken = default) =>
        ReportAsync(number, new RestoreDelivery(number), cancellationToken);

    /// <summary>A number changed hands, moved to another carrier, or is no longer served: <see cref="InvalidatePhone"/>.</summary>
    /// <param name="number">The number, as the network writes it.</param>
    /// <param name="reason">What was reported.</param>
    /// <param name="cancellationToken">Cancels between two accounts.</param>
    /// <returns>The accounts that were found, each with its answer.</returns>
    /// <exception cref="AggregateException">The enrolments of some accounts could not be read or saved; all others were. Report again later.</exception>
    /// <exception cref="ArgumentException">The reason is none that can be reported.</exception>
    public ValueTask<ValueList<ReportedAccount>> InvalidatePhoneAsync(PhoneInput number, InvalidationReason reason, CancellationToken cancellationToken = default) =>
        Enum.IsDefined(reason) && reason is not InvalidationReason.TooManyFailures
            ? ReportAsync(number, new InvalidatePhone(number, reason), cancellationToken)
            : throw new ArgumentException("This is no reason that can be reported. Pass Recycled, Ported or NoLongerServed.", nameof(reason));

    private async ValueTask<ValueList<ReportedAccount>> ReportAsync(PhoneInput number, HostCommand report, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(number);
        var reported = new List<ReportedAccount>();
        var failures = new List<Exception>();
        foreach (var account in await enrolments.FindAccountsAsync(number, cancellationToken).ConfigureAwait(false))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var caller = Caller.Carrier(account) with { CorrelationId = correlationId };
            try
            {
                reported.Add(new ReportedAccount(account, await enrolments.HandleAsync(caller, report, cancellationToken).ConfigureAwait(false)));
            }
#pragma warning disable CA1031 // Whatever a store throws for one account, a STOP holds for the others.
            catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                failures.Add(failure);
            }
        }

        return failures.Count == 0
            ? reported.ToValueList()
            : throw new AggregateException($"A report did not reach {failures.Count} of {failures.Count + reported.Count} accounts. Report again later.", failures);
    }
}
