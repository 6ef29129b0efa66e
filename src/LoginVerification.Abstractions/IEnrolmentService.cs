namespace LoginVerification;

/// <summary>
/// Phone-backed log-in verification for the host's accounts. A host writes <see cref="EnrolmentServiceExtensions.ForUser"/>,
/// <see cref="EnrolmentServiceExtensions.ForOperator"/> or <see cref="EnrolmentServiceExtensions.ForCarrier"/> on it, so that the compiler knows
/// who may do what. Thread-safe; one instance serves all requests.
/// </summary>
public interface IEnrolmentService
{
    /// <summary>Carries out one command, or answers with a typed refusal and its ways out. Never throws for what a user can do.</summary>
    /// <param name="caller">Who gives the command.</param>
    /// <param name="command">What is asked.</param>
    /// <param name="cancellationToken">Cancels before the save; what is saved stays, and a code that was looked at is counted.</param>
    /// <returns>Where the enrolment stands afterwards and, for a no, why.</returns>
    /// <exception cref="ArgumentException">The surface is not declared by the policy, or the command is not this caller's to give.</exception>
    ValueTask<EnrolmentResult> HandleAsync(Caller caller, EnrolmentCommand command, CancellationToken cancellationToken = default);

    /// <summary>What a settings page shows to its owner at a surface. It changes nothing.</summary>
    /// <param name="caller">Whose page it is, where, and how they authenticated: made by <see cref="Caller.User"/>.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <exception cref="ArgumentException">The surface is not declared by the policy, or the caller is not the owner.</exception>
    ValueTask<EnrolmentStatus> GetStatusAsync(Caller caller, CancellationToken cancellationToken = default);

    /// <summary>Gives the owner a token with which one device can be bound, within 5 minutes. It writes nothing.</summary>
    /// <param name="caller">The owner, and how they authenticated: made by <see cref="Caller.User"/>. As for every binding it has to be recent, with the second factor where verification is enabled.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <exception cref="ArgumentException">The surface is not declared by the policy, or the caller is not the owner.</exception>
    ValueTask<DeviceToken> IssueDeviceTokenAsync(Caller caller, CancellationToken cancellationToken = default);

    /// <summary>What a sign-in needs beside the password. Unreadable or contradictory data never yields <see cref="LoginRequirement.PasswordOnly"/>.</summary>
    /// <param name="account">Who signs in.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    ValueTask<LoginRequirement> GetLoginRequirementAsync(AccountId account, CancellationToken cancellationToken = default);

    /// <summary>
    /// Forgets an account's enrolment, also one that cannot be read: its numbers, its events, its protection, its limits and locks, and what is still
    /// to be sent, notices too. So it is for the end of an account, and nothing that its owner may repeat at will. The trail that stays says what had
    /// happened, when and by whom, and who erased it, without a number; <see cref="IEnrolmentHistory.ReadErasuresAsync"/> reads it. No notice goes out:
    /// tell the owner before. Erasing what is not there is a yes, and writes nothing.
    /// </summary>
    /// <param name="caller">The host's staff: made by <see cref="Caller.Operator"/>.</param>
    /// <param name="cancellationToken">Cancels before it is written.</param>
    /// <returns>Yes.</returns>
    /// <exception cref="ArgumentException">The caller is not staff.</exception>
    ValueTask<EnrolmentResult> EraseAsync(Caller caller, CancellationToken cancellationToken = default);

    /// <summary>
    /// The accounts that a number concerns: those that have it verified or pending, had it, were texted at it, or know that its holder opted out.
    /// </summary>
    /// <param name="number">The number as a network or a person writes it, in international form.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <returns>Each account once; none for a number that nobody knows, or for a text that is no number.</returns>
    ValueTask<ValueList<AccountId>> FindAccountsAsync(PhoneInput number, CancellationToken cancellationToken = default);
}
