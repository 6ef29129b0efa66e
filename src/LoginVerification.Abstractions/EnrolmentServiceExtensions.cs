using NodaTime;

namespace LoginVerification;

/// <summary>
/// The service as each role sees it: what a role may not give is no method of it. Make one per request; it costs next to nothing.
/// </summary>
public static class EnrolmentServiceExtensions
{
    /// <summary>What an account's owner can do at a surface.</summary>
    /// <param name="enrolments">The service.</param>
    /// <param name="account">Who is signed in, as the host's session says.</param>
    /// <param name="surface">Where the user acts; a name that the policy declares. It comes from the host's route, never from a header.</param>
    /// <param name="authenticatedAt">When the user last authenticated in this session; null for not at all.</param>
    /// <param name="factors">What the host saw at that authentication.</param>
    /// <param name="language">See <see cref="Caller.Language"/>.</param>
    /// <param name="idempotencyKey">See <see cref="Caller.IdempotencyKey"/>.</param>
    /// <param name="correlationId">See <see cref="Caller.CorrelationId"/>.</param>
    /// <exception cref="ArgumentException">The language, the key or the correlation id is too long, or holds half a surrogate pair.</exception>
    public static UserEnrolment ForUser(
        this IEnrolmentService enrolments,
        AccountId account,
        Surface surface,
        Instant? authenticatedAt,
        AuthenticationFactors factors = AuthenticationFactors.SingleFactor,
        string? language = null,
        string? idempotencyKey = null,
        string? correlationId = null)
    {
        ArgumentNullException.ThrowIfNull(enrolments);
        return new(enrolments, Caller.User(account, surface, authenticatedAt, factors) with
        {
            Language = language,
            IdempotencyKey = idempotencyKey,
            CorrelationId = correlationId,
        });
    }

    /// <summary>What the host's staff, whom the host has authorized, can do for an account. A job of the host is staff, too.</summary>
    /// <param name="enrolments">The service.</param>
    /// <param name="account">Whose enrolment is meant.</param>
    /// <param name="staffId">Who acts: see <see cref="Caller.Operator"/>.</param>
    /// <param name="correlationId">See <see cref="Caller.CorrelationId"/>.</param>
    /// <exception cref="ArgumentException">The staff id is empty, one of the ids is too long, or holds half a surrogate pair.</exception>
    public static OperatorEnrolment ForOperator(this IEnrolmentService enrolments, AccountId account, string staffId, string? correlationId = null)
    {
        ArgumentNullException.ThrowIfNull(enrolments);
        return new(enrolments, Caller.Operator(account, staffId) with { CorrelationId = correlationId });
    }

    /// <summary>What the phone network reports: by number, for it knows no accounts.</summary>
    /// <param name="enrolments">The service.</param>
    /// <param name="correlationId">See <see cref="Caller.CorrelationId"/>.</param>
    /// <exception cref="ArgumentException">The correlation id is too long, or holds half a surrogate pair.</exception>
    public static CarrierReports ForCarrier(this IEnrolmentService enrolments, string? correlationId = null)
    {
        ArgumentNullException.ThrowIfNull(enrolments);
        return new(enrolments, correlationId);
    }
}
