using LoginVerification.Http;
using Microsoft.AspNetCore.Http;

namespace LoginVerification.Pages;

/// <summary>The owner's backup codes. They are drawn into the answer itself: shown once, and kept nowhere to be shown again.</summary>
internal static class BackupCodeEndpoints
{
    public const string Form = "IssueBackupCodes";

    public static async Task<IResult> ShowAsync(HttpContext context, IEnrolmentService enrolments) =>
        await DrawAsync(new PageScope(context, 1), enrolments, StatusCodes.Status200OK, null).ConfigureAwait(false);

    public static async Task<IResult> IssueAsync(HttpContext context, IEnrolmentService enrolments)
    {
        var scope = new PageScope(context, 1);
        if (await PostedForm.ReadAsync(context).ConfigureAwait(false) is not { } form)
            return await DrawAsync(scope, enrolments, StatusCodes.Status400BadRequest, new PageProblem(Form, scope.Texts["Problem.FormTooOld"])).ConfigureAwait(false);
        if (form["confirm"] != "yes" && (await scope.ReadStatusAsync(enrolments).ConfigureAwait(false)).BackupCodesLeft is not null)
        {
            // A form from before there were codes asked for no tick: it is posted twice, or its page is older than the codes.
            var text = scope.Texts[form["replaces"] == "yes" ? "Problem.NotConfirmed" : "BackupCodes.Gone"];
            return await DrawAsync(scope, enrolments, StatusCodes.Status422UnprocessableEntity, new PageProblem(Form, text) { Field = $"{Form}-confirm" }).ConfigureAwait(false);
        }

        var result = await scope.OwnerOf(enrolments, form.Key).IssueBackupCodesAsync(context.RequestAborted).ConfigureAwait(false);
        return result.Refusal is { } refusal
            ? await DrawAsync(scope, enrolments, Problem.StatusOf(refusal), new PageProblem(Form, RefusalWords.Tell(scope, refusal)) { Refusal = refusal }).ConfigureAwait(false)
            : scope.Draw<BackupCodesShown>(StatusCodes.Status200OK, ("Codes", result.BackupCodes));
    }

    private static async Task<IResult> DrawAsync(PageScope scope, IEnrolmentService enrolments, int code, PageProblem? problem)
    {
        scope.Here = scope.PathOf("backup-codes");
        var status = await scope.ReadStatusAsync(enrolments).ConfigureAwait(false);
        return scope.Draw<BackupCodesPage>(code, ("Left", status.BackupCodesLeft), ("IsOpen", status.ActiveChannel is not null), ("Actions", status.Actions), ("Problem", problem));
    }
}
