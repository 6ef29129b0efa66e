using NodaTime;

namespace LoginVerification;

/// <summary>
/// One account as the host's staff see it: <see cref="EnrolmentServiceExtensions.ForOperator"/> makes it. Staff end things on an owner's
/// behalf and report; nobody but the owner adds a number or turns protection on, but for numbers that the host itself had verified.
/// Thread-safe.
/// </summary>
public sealed class OperatorEnrolment
{
    private readonly IEnrolmentService enrolments;
    private readonly Caller caller;

    internal OperatorEnrolment(IEnrolmentService enrolments, Caller caller) => (this.enrolments, this.caller) = (enrolments, caller);

    /// <summary>Forgives all wrong codes and opens the account's locks: <see cref="Unlock"/>.</summary>
    /// <param name="cancellationToken">Cancels before the save.</param>
    public ValueTask<EnrolmentResult> UnlockAsync(CancellationToken cancellationToken = default) => GiveAsync(new Unlock(), cancellationToken);

    /// <summary>Moves in a number that the host verified before: <see cref="ImportVerifiedPhone"/>.</summary>
    /// <param name="number">The number, in international form.</param>
    /// <param name="verifiedAt">When the host verified it; not in the future.</param>
    /// <param name="enabled">The channel that was already enabled there, or null.</param>
    /// <param name="cancellationToken">Cancels before the save.</param>
    public ValueTask<EnrolmentResult> ImportVerifiedPhoneAsync(PhoneInput number, Instant verifiedAt, VerificationChannel? enabled = null, CancellationToken cancellationToken = default) =>
        GiveAsync(new ImportVerifiedPhone(number, verifiedAt, enabled), cancellationToken);

    /// <summary>Forgets the pending number: <see cref="CancelPending"/>.</summary>
    /// <param name="cancellationToken">Cancels before the save.</param>
    public ValueTask<EnrolmentResult> CancelPendingAsync(CancellationToken cancellationToken = default) => GiveAsync(new CancelPending(), cancellationToken);

    /// <summary>Turns off log-in verification, with a notice to the owner: <see cref="DisableVerification"/>.</summary>
    /// <param name="cancellationToken">Cancels before the save.</param>
    public ValueTask<EnrolmentResult> DisableAsync(CancellationToken cancellationToken = default) => GiveAsync(new DisableVerification(), cancellationToken);

    /// <summary>Forgets the verified number: <see cref="RemovePhone"/>.</summary>
    /// <param name="cancellationToken">Cancels before the save.</param>
    public ValueTask<EnrolmentResult> RemovePhoneAsync(CancellationToken cancellationToken = default) => GiveAsync(new RemovePhone(), cancellationToken);

    /// <summary>Reports that the verified number may have changed hands: <see cref="InvalidatePhone"/>.</summary>
    /// <param name="number">The number that the report is about, in international form.</param>
    /// <param name="reason">What was reported.</param>
    /// <param name="cancellationToken">Cancels before the save.</param>
    public ValueTask<EnrolmentResult> InvalidatePhoneAsync(PhoneInput number, InvalidationReason reason, CancellationToken cancellationToken = default) =>
        GiveAsync(new InvalidatePhone(number, reason), cancellationToken);

    /// <summary>Records that the holder of a number asked for no more messages: <see cref="OptOutOfDelivery"/>.</summary>
    /// <param name="number">The number, in international form.</param>
    /// <param name="cancellationToken">Cancels before the save.</param>
    public ValueTask<EnrolmentResult> OptOutOfDeliveryAsync(PhoneInput number, CancellationToken cancellationToken = default) => GiveAsync(new OptOutOfDelivery(number), cancellationToken);

    /// <summary>Takes back an opt-out of delivery: <see cref="RestoreDelivery"/>.</summary>
    /// <param name="number">The number, in international form.</param>
    /// <param name="cancellationToken">Cancels before the save.</param>
    public ValueTask<EnrolmentResult> RestoreDeliveryAsync(PhoneInput number, CancellationToken cancellationToken = default) => GiveAsync(new RestoreDelivery(number), cancellationToken);

    /// <summary>Forgets the enrolment, also one that cannot be read: <see cref="IEnrolmentService.EraseAsync"/>.</summary>
    /// <param name="cancellationToken">Cancels before it is written.</param>
    public ValueTask<EnrolmentResult> EraseAsync(CancellationToken cancellationToken = default) => enrolments.EraseAsync(caller, cancellationToken);

    private ValueTask<EnrolmentResult> GiveAsync(EnrolmentCommand command, CancellationToken cancellationToken) => enrolments.HandleAsync(caller, command, cancellationToken);
}
