namespace LoginVerification;

/// <summary>
/// Phone-backed log-in verification for the host's accounts: the whole face of the library. Thread-safe; one instance serves all requests.
/// </summary>
public interface IEnrolmentService
{
    /// <summary>Carries out one command, or answers with a typed refusal and its ways out. Never throws for what a user can do.</summary>
    /// <param name="caller">Who gives the command.</param>
    /// <param name="command">What is asked.</param>
    /// <param name="cancellationToken">Cancels before the save; what is saved stays.</param>
    /// <returns>The enrolment afterwards and, for a no, why.</returns>
    /// <exception cref="ArgumentException">The surface is not declared by the policy, or the command is not this caller's to give.</exception>
    ValueTask<EnrolmentResult> HandleAsync(Caller caller, EnrolmentCommand command, CancellationToken cancellationToken = default);

    /// <summary>What a settings page on a surface shows.</summary>
    /// <param name="account">Whose page it is.</param>
    /// <param name="surface">Where; a name that the policy declares.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <exception cref="ArgumentException">The surface is not declared by the policy.</exception>
    ValueTask<EnrolmentStatus> GetStatusAsync(AccountId account, Surface surface, CancellationToken cancellationToken = default);

    /// <summary>What a sign-in needs beside the password. Unreadable or contradictory data never yields <see cref="LoginRequirement.PasswordOnly"/>.</summary>
    /// <param name="account">Who signs in.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    ValueTask<LoginRequirement> GetLoginRequirementAsync(AccountId account, CancellationToken cancellationToken = default);
}
