using LoginVerification.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace LoginVerification.Pages;

/// <summary>The second step of a sign-in, for whoever waits for it in this browser.</summary>
internal static class SignInEndpoints
{
    private static readonly Duration JustNow = Duration.FromMinutes(2);

    public static async Task<IResult> BeginAsync(HttpContext context, ShownSignIn shown, DoneCookie done)
    {
        var scope = ScopeOf(context, 1);
        var text = done.Take(context) is { } key ? scope.Texts.Find(key) : null;
        return await ShowAsync(context, scope, await shown.ReadAsync(context).ConfigureAwait(false), StatusCodes.Status200OK, null, text).ConfigureAwait(false);
    }

    /// <summary>Asks anew after what was asked is over: by a form alone, for it sends.</summary>
    public static async Task<IResult> BeginAgainAsync(HttpContext context, SignInFlow flow, ShownSignIn shown)
    {
        var scope = ScopeOf(context, 2);
        if (await PostedForm.ReadAsync(context).ConfigureAwait(false) is null)
            return await RefuseAsync(context, scope, shown, StatusCodes.Status400BadRequest, new PageProblem(SignInForms.Begin, scope.Texts["Problem.FormTooOld"])).ConfigureAwait(false);
        var start = await flow.BeginAsync(context).ConfigureAwait(false);
        return start is SignInStart.Challenged ? Reload(context) : await ShowAsync(context, scope, start, StatusCodes.Status422UnprocessableEntity, null, null).ConfigureAwait(false);
    }

    /// <summary>Who loads the address of that form has no form: the page of the sign-in tells where it stands.</summary>
    public static IResult Reload(HttpContext context) => context.SeeOther(ScopeOf(context, 2).SignInPathOf("sign-in"));

    public static async Task<IResult> AnswerAsync(HttpContext context, SignInFlow flow, ShownSignIn shown, ISecondFactorSession session, TriesLeft tries)
    {
        var scope = ScopeOf(context, 1);
        if (await session.ReadAsync(context).ConfigureAwait(false) is null)
            return await LeadOnAsync(context, scope, StatusCodes.Status422UnprocessableEntity).ConfigureAwait(false);
        if (await PostedForm.ReadAsync(context).ConfigureAwait(false) is not { } form)
            return await RefuseAsync(context, scope, shown, StatusCodes.Status400BadRequest, new PageProblem(SignInForms.Answer, scope.Texts["Problem.FormTooOld"])).ConfigureAwait(false);
        var answer = await flow.AnswerAsync(context, form["code"], form["remember"] == "yes", form.Key).ConfigureAwait(false);
        if (answer is SignInAnswer.Approved)
            return LeadIn(context, scope);
        if (answer is not SignInAnswer.Refused { Refusal: var refusal })
            return scope.Draw<NobodyWaitsPage>(StatusCodes.Status422UnprocessableEntity);
        if (IsPolled(context) && refusal.Code is RefusalCode.SignInUnanswered)
            return Results.NoContent();
        return refusal.Code is RefusalCode.SignInUnanswered
            ? await ShowAsync(context, scope, await shown.ReadAsync(context).ConfigureAwait(false), StatusCodes.Status200OK, null, scope.Texts["SignIn.AppWaits"]).ConfigureAwait(false)
            : await RefuseAsync(context, scope, shown, Problem.StatusOf(refusal), ProblemOf(scope, form, refusal, await tries.OfSignInAsync(context, refusal).ConfigureAwait(false))).ConfigureAwait(false);
    }

    public static async Task<IResult> NotReceivedAsync(HttpContext context, ShownSignIn shown)
    {
        var scope = ScopeOf(context, 2);
        return await ShowNotReceivedAsync(context, scope, await shown.ReadAsync(context).ConfigureAwait(false), StatusCodes.Status200OK, null).ConfigureAwait(false);
    }

    public static async Task<IResult> ResendAsync(HttpContext context, SignInFlow flow, ShownSignIn shown, DoneCookie done)
    {
        var scope = ScopeOf(context, 2);
        if (await PostedForm.ReadAsync(context).ConfigureAwait(false) is null)
            return await ShowNotReceivedAsync(context, scope, await shown.ReadAsync(context).ConfigureAwait(false), StatusCodes.Status400BadRequest, new PageProblem(SignInForms.Resend, scope.Texts["Problem.FormTooOld"])).ConfigureAwait(false);
        var start = await flow.ResendAsync(context).ConfigureAwait(false);
        if (start is SignInStart.Blocked { Refusal: var refusal })
        {
            var problem = new PageProblem(SignInForms.Resend, RefusalWords.Tell(scope, refusal)) { Refusal = refusal };
            return await ShowNotReceivedAsync(context, scope, await shown.ReadAsync(context).ConfigureAwait(false), Problem.StatusOf(refusal), problem).ConfigureAwait(false);
        }

        if (start is SignInStart.Challenged { Challenge: var challenge })
        {
            done.Write(context, $"Done.SignInResent.{challenge.Channel}");
            return context.SeeOther(scope.SignInPathOf("sign-in"));
        }

        return await ShowAsync(context, scope, start, StatusCodes.Status422UnprocessableEntity, null, null).ConfigureAwait(false);
    }

    public static async Task<IResult> BackupCodeAsync(HttpContext context, ISecondFactorSession session)
    {
        var scope = ScopeOf(context, 2);
        return await session.ReadAsync(context).ConfigureAwait(false) is null
            ? await LeadOnAsync(context, scope, StatusCodes.Status200OK).ConfigureAwait(false)
            : scope.Draw<BackupCodeSignInPage>(StatusCodes.Status200OK);
    }

    public static async Task<IResult> UseBackupCodeAsync(HttpContext context, SignInFlow flow, ISecondFactorSession session)
    {
        var scope = ScopeOf(context, 2);
        if (await session.ReadAsync(context).ConfigureAwait(false) is null)
            return await LeadOnAsync(context, scope, StatusCodes.Status422UnprocessableEntity).ConfigureAwait(false);
        if (await PostedForm.ReadAsync(context).ConfigureAwait(false) is not { } form)
            return scope.Draw<BackupCodeSignInPage>(StatusCodes.Status400BadRequest, ("Problem", new PageProblem(SignInForms.BackupCode, scope.Texts["Problem.FormTooOld"])));
        return await flow.UseBackupCodeAsync(context, form["code"], form["remember"] == "yes").ConfigureAwait(false) switch
        {
            SignInAnswer.Approved => LeadIn(context, scope),
            SignInAnswer.Refused { Refusal: var refusal } => scope.Draw<BackupCodeSignInPage>(Problem.StatusOf(refusal), ("Problem", new PageProblem(
                SignInForms.BackupCode, refusal switch
                {
                    { Code: RefusalCode.CodeMalformed } => scope.Texts["SignIn.BackupMalformed"],
                    { Code: RefusalCode.WrongCode } => scope.Texts["SignIn.BackupWrong"],
                    _ => RefusalWords.Tell(scope, refusal),
                })
            {
                Refusal = refusal,
                Field = refusal.Code is RefusalCode.CodeMalformed or RefusalCode.WrongCode ? "code" : null,
            })),
            _ => scope.Draw<NobodyWaitsPage>(StatusCodes.Status422UnprocessableEntity),
        };
    }

    private static async Task<IResult> ShowAsync(HttpContext context, PageScope scope, SignInStart? start, int status, PageProblem? problem, string? done) => start switch
    {
        null => await LeadOnAsync(context, scope, status).ConfigureAwait(false),
        SignInStart.NotEnrolled => LeadIn(context, scope),
        SignInStart.Blocked { Refusal: var refusal } => scope.Draw<BlockedPage>(problem is null ? Problem.StatusOf(refusal) : status, ("Refusal", refusal), ("Problem", problem)),
        SignInStart.Challenged { Challenge: { Channel: VerificationChannel.Sms } challenge } => scope.Draw<SmsSignInPage>(status, ("Challenge", challenge), ("Problem", problem), ("Done", done)),
        SignInStart.Challenged { Challenge: var challenge } => scope.Draw<AppSignInPage>(status, ("Challenge", challenge), ("Problem", problem), ("Done", done)),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static async Task<IResult> ShowNotReceivedAsync(HttpContext context, PageScope scope, SignInStart? start, int status, PageProblem? problem) => start is SignInStart.Challenged { Challenge: var challenge }
        ? scope.Draw<SignInNotReceivedPage>(status, ("Challenge", challenge), ("Problem", problem))
        : await ShowAsync(context, scope, start, status, problem, null).ConfigureAwait(false);

    /// <summary>A refused answer is told beside the challenge while it is open. One that is over is told alone: to begin another one is the owner's to choose.</summary>
    private static async Task<IResult> RefuseAsync(HttpContext context, PageScope scope, ShownSignIn shown, int status, PageProblem problem)
    {
        if (problem.Refusal is { } refusal && !IsStillOpen(refusal))
            return scope.Draw<BlockedPage>(status, ("Refusal", refusal));
        return await ShowAsync(context, scope, await shown.ReadAsync(context).ConfigureAwait(false), status, problem, null).ConfigureAwait(false);
    }

    /// <summary>A wrong code that locks, and one that is the last, end what could be answered.</summary>
    private static bool IsStillOpen(Refusal refusal) => refusal is { Code: RefusalCode.WrongCode or RefusalCode.CodeMalformed or RefusalCode.Conflict, RetryAt: null };

    private static PageProblem ProblemOf(PageScope scope, PostedForm form, Refusal refusal, int? triesLeft) => new(SignInForms.Answer, refusal.Code is RefusalCode.CodeMalformed
        ? RefusalWords.TellMalformed(scope, form["code"], scope.Policy.Document.Code.Digits)
        : RefusalWords.TellTries(scope, refusal, triesLeft))
    {
        Refusal = refusal,
        Field = refusal.Code is RefusalCode.CodeMalformed or RefusalCode.WrongCode ? "code" : null,
    };

    /// <summary>
    /// Nobody waits any more. Who sent the form twice, or came back to it, is in already, and goes to where the first one led. The form itself counts for nothing: its
    /// token was that of a browser without a session.
    /// </summary>
    private static async Task<IResult> LeadOnAsync(HttpContext context, PageScope scope, int status) => await IsInJustNowAsync(context, scope).ConfigureAwait(false)
        ? LeadIn(context, scope)
        : scope.Draw<NobodyWaitsPage>(status);

    /// <summary>An older session is none that this sign-in began: to lead on would tell that somebody authenticated again who did not.</summary>
    private static async ValueTask<bool> IsInJustNowAsync(HttpContext context, PageScope scope)
    {
        if (!scope.IsSignedInSince(JustNow))
            return false;
        var status = await scope.ReadStatusAsync(context.RequestServices.GetRequiredService<IEnrolmentService>()).ConfigureAwait(false);
        return status.ActiveChannel is null || scope.GaveBothFactors;
    }

    /// <summary>The script that waits for the app reads the address, and goes there itself.</summary>
    private static IResult LeadIn(HttpContext context, PageScope scope)
    {
        var address = scope.ReturnPath ?? scope.Options.SignedInPath;
        return IsPolled(context) ? Results.Json(new { next = address }) : context.SeeOther(address);
    }

    private static bool IsPolled(HttpContext context) => context.Request.Headers.Accept == "application/json";

    private static PageScope ScopeOf(HttpContext context, int depth) => new(context, depth) { ReturnPath = LocalPath.Of(context.Request.Query[LocalPath.Query]) };
}
