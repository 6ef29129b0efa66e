using NodaTime;

namespace LoginVerification;

/// <summary>
/// One account as its owner sees it at a surface: <see cref="EnrolmentServiceExtensions.ForUser"/> makes it. No method throws for what a user
/// can do; each answers with a typed refusal and its ways out. A cancelled call ends before the save, or not at all. Thread-safe.
/// </summary>
public sealed class UserEnrolment
{
    private readonly IEnrolmentService enrolments;
    private readonly Caller caller;

    internal UserEnrolment(IEnrolmentService enrolments, Caller caller) => (this.enrolments, this.caller) = (enrolments, caller);

    /// <summary>What a settings page shows here, and what can be done now.</summary>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <exception cref="ArgumentException">The surface is not declared by the policy.</exception>
    public ValueTask<EnrolmentStatus> GetStatusAsync(CancellationToken cancellationToken = default) => enrolments.GetStatusAsync(caller, cancellationToken);

    /// <summary>Asks for a code to a number, to add it or to replace the verified one: <see cref="SubmitPhone"/>.</summary>
    /// <param name="number">The number as typed.</param>
    /// <param name="country">The country that the user states, or null.</param>
    /// <param name="carrier">The carrier that the user states, or null.</param>
    /// <param name="cancellationToken">Cancels before the save.</param>
    public ValueTask<EnrolmentResult> SubmitPhoneAsync(PhoneInput number, CountryCode? country = null, Carrier? carrier = null, CancellationToken cancellationToken = default) =>
        GiveAsync(new SubmitPhone(number, country, carrier), cancellationToken);

    /// <summary>Asks for the code once more: <see cref="ResendCode"/>.</summary>
    /// <param name="cancellationToken">Cancels before the save.</param>
    public ValueTask<EnrolmentResult> ResendCodeAsync(CancellationToken cancellationToken = default) => GiveAsync(new ResendCode(), cancellationToken);

    /// <summary>Gives the code that the pending number received: <see cref="ConfirmCode"/>.</summary>
    /// <param name="code">The code as typed or pasted.</param>
    /// <param name="cancellationToken">Cancels before the code is looked at; a code that was looked at is counted.</param>
    public ValueTask<EnrolmentResult> ConfirmCodeAsync(CodeInput code, CancellationToken cancellationToken = default) => GiveAsync(new ConfirmCode(code), cancellationToken);

    /// <summary>Forgets the pending number: <see cref="CancelPending"/>.</summary>
    /// <param name="cancellationToken">Cancels before the save.</param>
    public ValueTask<EnrolmentResult> CancelPendingAsync(CancellationToken cancellationToken = default) => GiveAsync(new CancelPending(), cancellationToken);

    /// <summary>Turns on log-in verification: <see cref="EnableVerification"/>.</summary>
    /// <param name="channel">How log-in requests shall come.</param>
    /// <param name="cancellationToken">Cancels before the save.</param>
    public ValueTask<EnrolmentResult> EnableAsync(VerificationChannel channel, CancellationToken cancellationToken = default) => GiveAsync(new EnableVerification(channel), cancellationToken);

    /// <summary>Moves an enabled verification to the other channel: <see cref="ChangeChannel"/>.</summary>
    /// <param name="channel">The channel to use from now on.</param>
    /// <param name="cancellationToken">Cancels before the save.</param>
    public ValueTask<EnrolmentResult> ChangeChannelAsync(VerificationChannel channel, CancellationToken cancellationToken = default) => GiveAsync(new ChangeChannel(channel), cancellationToken);

    /// <summary>Turns off log-in verification: <see cref="DisableVerification"/>.</summary>
    /// <param name="cancellationToken">Cancels before the save.</param>
    public ValueTask<EnrolmentResult> DisableAsync(CancellationToken cancellationToken = default) => GiveAsync(new DisableVerification(), cancellationToken);

    /// <summary>Forgets the verified number: <see cref="RemovePhone"/>.</summary>
    /// <param name="cancellationToken">Cancels before the save.</param>
    public ValueTask<EnrolmentResult> RemovePhoneAsync(CancellationToken cancellationToken = default) => GiveAsync(new RemovePhone(), cancellationToken);

    /// <summary>Says that in-app notices were seen, which needs a recent authentication: <see cref="AcknowledgeNotices"/>.</summary>
    /// <param name="upTo">The time of the newest that was shown; null for all.</param>
    /// <param name="cancellationToken">Cancels before the save.</param>
    public ValueTask<EnrolmentResult> AcknowledgeNoticesAsync(Instant? upTo = null, CancellationToken cancellationToken = default) => GiveAsync(new AcknowledgeNotices(upTo), cancellationToken);

    /// <summary>Gets a token with which one device can be bound: <see cref="IEnrolmentService.IssueDeviceTokenAsync"/>.</summary>
    /// <param name="cancellationToken">Cancels the read.</param>
    public ValueTask<DeviceToken> IssueDeviceTokenAsync(CancellationToken cancellationToken = default) => enrolments.IssueDeviceTokenAsync(caller, cancellationToken);

    /// <summary>Calls a device otherwise: <see cref="RenameDevice"/>.</summary>
    /// <param name="device">Which one.</param>
    /// <param name="name">What the owner calls it.</param>
    /// <param name="cancellationToken">Cancels before the save.</param>
    public ValueTask<EnrolmentResult> RenameDeviceAsync(DeviceId device, string name, CancellationToken cancellationToken = default) => GiveAsync(new RenameDevice(device, name), cancellationToken);

    /// <summary>Takes a device the right to approve sign-ins: <see cref="RemoveDevice"/>.</summary>
    /// <param name="device">Which one.</param>
    /// <param name="cancellationToken">Cancels before the save.</param>
    public ValueTask<EnrolmentResult> RemoveDeviceAsync(DeviceId device, CancellationToken cancellationToken = default) => GiveAsync(new RemoveDevice(device), cancellationToken);

    /// <summary>Issues backup codes, in the result's <see cref="EnrolmentResult.BackupCodes"/>: <see cref="IssueBackupCodes"/>.</summary>
    /// <param name="cancellationToken">Cancels before the save.</param>
    public ValueTask<EnrolmentResult> IssueBackupCodesAsync(CancellationToken cancellationToken = default) => GiveAsync(new IssueBackupCodes(), cancellationToken);

    private ValueTask<EnrolmentResult> GiveAsync(EnrolmentCommand command, CancellationToken cancellationToken) => enrolments.HandleAsync(caller, command, cancellationToken);
}
