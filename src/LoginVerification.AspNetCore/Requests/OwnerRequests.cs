using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LoginVerification;

/// <summary>The enrolment of whoever is signed in.</summary>
public static class OwnerRequests
{
    /// <summary>
    /// What the signed-in user can do, with how and when they authenticated as <see cref="LoginVerificationHttpOptions"/> finds out of the request:
    /// <see cref="EnrolmentServiceExtensions.ForUser"/>. A refusal with <see cref="WayOut.Reauthenticate"/> is met by signing in again, with the second factor
    /// where it says so.
    /// </summary>
    /// <param name="enrolments">The service.</param>
    /// <param name="context">The request.</param>
    /// <param name="idempotencyKey">See <see cref="Caller.IdempotencyKey"/>.</param>
    /// <exception cref="InvalidOperationException">Nobody is signed in.</exception>
    public static UserEnrolment ForUser(this IEnrolmentService enrolments, HttpContext context, string? idempotencyKey = null)
    {
        ArgumentNullException.ThrowIfNull(context);
        var options = context.RequestServices.GetRequiredService<IOptions<LoginVerificationHttpOptions>>().Value;
        return enrolments.ForUser(
            AccountOf(context),
            options.Surface(context),
            options.AuthenticatedAt(context),
            options.Factors(context),
            options.Language(context),
            idempotencyKey,
            SessionClaims.Correlation);
    }

    /// <summary>Whose session it is.</summary>
    /// <exception cref="InvalidOperationException">Nobody is signed in.</exception>
    internal static AccountId AccountOf(HttpContext context) =>
        context.RequestServices.GetRequiredService<IOptions<LoginVerificationHttpOptions>>().Value.Account(context)
        ?? throw new InvalidOperationException("Nobody is signed in. Put [Authorize], or RequireAuthorization(), on the page.");

    /// <summary>What a sign-in is told of the browser that a request comes from.</summary>
    internal static SignInContext SignInContextOf(this LoginVerificationHttpOptions options, HttpContext context, ChallengeId? continues = null) => new()
    {
        Continues = continues,
        Place = options.Place(context),
        Browser = options.Browser(context),
        Language = options.Language(context),
        CorrelationId = SessionClaims.Correlation,
    };
}
