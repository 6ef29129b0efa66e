using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LoginVerification;

/// <summary>The enrolment of whoever is signed in.</summary>
public static class IdentityEnrolmentExtensions
{
    /// <summary>
    /// What the signed-in user can do, with how and when they authenticated as their session says: <see cref="EnrolmentServiceExtensions.ForUser"/>. A refusal
    /// with <see cref="WayOut.Reauthenticate"/> is met by signing in again, with the second factor where it says so.
    /// </summary>
    /// <param name="enrolments">The service.</param>
    /// <param name="context">The request.</param>
    /// <param name="idempotencyKey">See <see cref="Caller.IdempotencyKey"/>.</param>
    /// <exception cref="InvalidOperationException">Nobody is signed in.</exception>
    public static UserEnrolment ForUser(this IEnrolmentService enrolments, HttpContext context, string? idempotencyKey = null)
    {
        ArgumentNullException.ThrowIfNull(context);
        var user = Sessions.UserOf(context.User, context.RequestServices.GetRequiredService<IOptions<IdentityOptions>>().Value)
            ?? throw new InvalidOperationException("Nobody is signed in. Put [Authorize], or RequireAuthorization(), on the page.");
        var options = context.RequestServices.GetRequiredService<IOptions<LoginVerificationIdentityOptions>>().Value;
        return enrolments.ForUser(
            AccountId.Parse(user),
            options.Surface(context),
            Sessions.AuthenticatedAt(context.User),
            Sessions.FactorsOf(context.User),
            Sessions.LanguageOf(context),
            idempotencyKey,
            Sessions.Correlation);
    }
}
