#region endpoints
using System.Globalization;
using System.Security.Claims;
using LoginVerification;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;

namespace Example;

public static class VerificationEndpoints
{
    /// <summary>Called from Program.cs, after Build: VerificationEndpoints.Map(app).</summary>
    public static void Map(IEndpointRouteBuilder app)
    {
        var verification = app.MapGroup("/web/verification").RequireAuthorization();

        verification.MapGet("/", async (HttpContext http, IEnrolmentService enrolments) =>
            Results.Ok(await UserOf(http, enrolments).GetStatusAsync(http.RequestAborted)));
        verification.MapPut("/phone", async (PhoneForm form, HttpContext http, IEnrolmentService enrolments) =>
        {
            var country = CountryCode.TryParse(form.Country, out var stated) ? stated : null;
            return Answer(await UserOf(http, enrolments).SubmitPhoneAsync(form.Number ?? "", country, cancellationToken: http.RequestAborted));
        });
        verification.MapPost("/phone/code", async (HttpContext http, IEnrolmentService enrolments) =>
            Answer(await UserOf(http, enrolments).ResendCodeAsync(http.RequestAborted)));
        verification.MapPost("/phone/confirmation", async (CodeForm form, HttpContext http, IEnrolmentService enrolments) =>
            Answer(await UserOf(http, enrolments).ConfirmCodeAsync(form.Code ?? "", http.RequestAborted)));
        verification.MapPut("/channel/sms", async (HttpContext http, IEnrolmentService enrolments) =>
            Answer(await UserOf(http, enrolments).EnableAsync(VerificationChannel.Sms, http.RequestAborted)));
        verification.MapDelete("/channel", async (HttpContext http, IEnrolmentService enrolments) =>
            Answer(await UserOf(http, enrolments).DisableAsync(http.RequestAborted)));
    }

    /// <summary>Who calls: all of it is the host's knowledge, and none of it a header that the user sets.</summary>
    private static UserEnrolment UserOf(HttpContext http, IEnrolmentService enrolments)
    {
        Instant? authenticatedAt = long.TryParse(http.User.FindFirstValue("auth_time"), CultureInfo.InvariantCulture, out var seconds)
            ? Instant.FromUnixTimeSeconds(seconds)
            : null;
        var factors = http.User.HasClaim("amr", "mfa") ? AuthenticationFactors.MultiFactor : AuthenticationFactors.SingleFactor;
        var key = http.Request.Headers["Idempotency-Key"].ToString();
        return enrolments.ForUser(
            AccountId.Parse(http.User.FindFirstValue(ClaimTypes.NameIdentifier)!),
            Surface.Parse("web"),
            authenticatedAt,
            factors,
            CultureInfo.CurrentUICulture.Name,
            key.Length is >= 1 and <= Caller.MaxIdempotencyKeyLength ? key : null,
            http.TraceIdentifier);
    }

    /// <summary>A result is safe to send as it is: it holds no code, and no number but masked.</summary>
    private static IResult Answer(EnrolmentResult result) => Results.Json(result, statusCode: result.Refusal switch
    {
        null => StatusCodes.Status200OK,
        { Code: var code } when code.Kind() is RefusalKind.Reauthenticate => StatusCodes.Status403Forbidden,
        { Code: RefusalCode.Conflict } => StatusCodes.Status409Conflict,
        { RetryAt: not null } => StatusCodes.Status429TooManyRequests,
        _ => StatusCodes.Status422UnprocessableEntity,
    });

    // Classes, because a record's ToString would print the number and the code into the first log that shows it.
    public sealed class PhoneForm
    {
        public string? Number { get; init; }

        public string? Country { get; init; }
    }

    public sealed class CodeForm
    {
        public string? Code { get; init; }
    }
}
#endregion
