using System.Diagnostics;
using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;

namespace LoginVerification.Docs.Tests;

/// <summary>A host's own endpoints.</summary>
internal static class VerificationEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        #region endpoints
        var verification = app.MapGroup("/web/verification").RequireAuthorization();

        verification.MapPut("/phone", async (PhoneForm form, HttpContext http, IEnrolmentService enrolments) =>
        {
            var country = CountryCode.TryParse(form.Country, out var stated) ? stated : null;
            return Answer(await enrolments.HandleAsync(CallerOf(http), new SubmitPhone(form.Number ?? "", country), http.RequestAborted));
        });
        verification.MapPost("/phone/confirmation", async (CodeForm form, HttpContext http, IEnrolmentService enrolments) =>
            Answer(await enrolments.HandleAsync(CallerOf(http), new ConfirmCode(form.Code ?? ""), http.RequestAborted)));
        verification.MapPut("/channel/sms", async (HttpContext http, IEnrolmentService enrolments) =>
            Answer(await enrolments.HandleAsync(CallerOf(http), new EnableVerification(VerificationChannel.Sms), http.RequestAborted)));
        verification.MapGet("/", async (HttpContext http, IEnrolmentService enrolments) =>
            Page(await enrolments.GetStatusAsync(CallerOf(http).Account, Surface.Parse("web"), http.RequestAborted)));
        #endregion
    }

    #region caller
    private static Caller CallerOf(HttpContext http)
    {
        var account = http.User.FindFirstValue(ClaimTypes.NameIdentifier)!;
        Instant? authenticatedAt = long.TryParse(http.User.FindFirstValue("auth_time"), CultureInfo.InvariantCulture, out var seconds)
            ? Instant.FromUnixTimeSeconds(seconds)
            : null;
        var key = http.Request.Headers["Idempotency-Key"].ToString();
        return Caller.User(AccountId.Parse(account), Surface.Parse("web"), authenticatedAt) with
        {
            Language = CultureInfo.CurrentUICulture.Name,
            IdempotencyKey = key.Length is >= 1 and <= Caller.MaxIdempotencyKeyLength ? key : null,
        };
    }
    #endregion

    #region answer
    private static IResult Answer(EnrolmentResult result) => result.Refusal is not { } no
        ? Results.Ok(new { state = $"{result.State}" })
        : Results.Json(
            new { code = $"{no.Code}", retryAt = no.RetryAt?.ToString(), waysOut = no.WaysOut.Select(InWords).ToArray() },
            statusCode: no switch
            {
                { Code: RefusalCode.ReauthenticationRequired } => StatusCodes.Status403Forbidden,
                { Code: RefusalCode.Conflict } => StatusCodes.Status409Conflict,
                { RetryAt: not null } => StatusCodes.Status429TooManyRequests,
                _ => StatusCodes.Status422UnprocessableEntity,
            });

    private static string InWords(WayOut way) => way switch
    {
        WayOut.Act { WithAnotherNumber: true } => "Use another number.",
        WayOut.Act { Surface.Name: "web" } act => $"Here you can {act.Choice.Action}.",
        WayOut.Act act => $"On {act.Surface} you can {act.Choice.Action}.",
        WayOut.Retry retry => $"Try again at {retry.At}.",
        WayOut.Reauthenticate => "Sign in again first.",
        WayOut.AskOperator => "Write to our support.",
        _ => throw new UnreachableException(),
    };
    #endregion

    #region status
    private static IResult Page(EnrolmentStatus status) => Results.Ok(new
    {
        state = $"{status.State}",
        phone = status.Phone, // masked
        pendingPhone = status.PendingPhone,
        channel = status.ActiveChannel?.ToString(),
        notices = status.InAppNotices.Select(notice => $"{notice.Kind} at {notice.At}").ToArray(),
        actions = status.Actions.Select(entry => new
        {
            action = $"{entry.Choice.Action}",
            channel = entry.Choice.Channel?.ToString(),
            allowed = entry.Allowed,
            askPasswordFirst = entry.NeedsRecentAuthentication,
            whyNot = entry.Refusal?.Code.ToString(),
            waysOut = entry.Refusal?.WaysOut.Select(InWords).ToArray(),
        }).ToArray(),
    });
    #endregion

    // Classes, because a record's ToString would print the number and the code into the first log that shows it.
    internal sealed class PhoneForm
    {
        public string? Number { get; init; }

        public string? Country { get; init; }
    }

    internal sealed class CodeForm
    {
        public string? Code { get; init; }
    }
}
