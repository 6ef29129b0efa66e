using LoginVerification.Http;
using Microsoft.AspNetCore.Http;
using NodaTime.Text;

namespace LoginVerification.Pages;

/// <summary>The owner says that they saw the in-app notices.</summary>
internal static class NoticeEndpoints
{
    /// <summary>Who loads the address of a refused form has no form: the home screen is what they meant.</summary>
    public static IResult Reload(HttpContext context) => context.SeeOther(new PageScope(context, 1).Home);

    public static async Task<IResult> PostAsync(HttpContext context, IEnrolmentService enrolments, DoneCookie done)
    {
        var scope = new PageScope(context, 1);
        scope.Here = scope.Home;
        if (await PostedForm.ReadAsync(context).ConfigureAwait(false) is not { } form)
            return await ScreenEndpoints.RefuseAtHomeAsync(scope, enrolments, new PageProblem("AcknowledgeNotices", scope.Texts["Problem.FormTooOld"]), StatusCodes.Status400BadRequest).ConfigureAwait(false);
        var upTo = InstantPattern.ExtendedIso.Parse(form["upTo"]) is { Success: true, Value: var shown } ? shown : (NodaTime.Instant?)null;
        var result = await scope.OwnerOf(enrolments, form.Key).AcknowledgeNoticesAsync(upTo, context.RequestAborted).ConfigureAwait(false);
        if (result.Refusal is { } refusal && refusal.Code.Kind() is not RefusalKind.NothingToDo)
            return await ScreenEndpoints.RefuseAtHomeAsync(scope, enrolments, new PageProblem("AcknowledgeNotices", RefusalWords.Tell(scope, refusal)) { Refusal = refusal }, Problem.StatusOf(refusal)).ConfigureAwait(false);
        done.Write(context, "Done.AcknowledgeNotices");
        return context.SeeOther(scope.Home);
    }
}
