using LoginVerification.Http;
using Microsoft.AspNetCore.Http;

namespace LoginVerification.Pages;

/// <summary>The owner's devices.</summary>
internal static class DeviceEndpoints
{
    public static async Task<IResult> ShowAsync(HttpContext context, IEnrolmentService enrolments, DoneCookie done)
    {
        var scope = new PageScope(context, 1);
        return await DrawAsync(scope, enrolments, StatusCodes.Status200OK, null, done.Take(context) is { } key ? scope.Texts.Find(key) : null).ConfigureAwait(false);
    }

    /// <summary>Who loads the address of a refused form, or of a token, has no form: the page of the devices is what they meant.</summary>
    public static IResult Reload(HttpContext context) => context.SeeOther(new PageScope(context, 2).PathOf("devices"));

    public static Task<IResult> RenameAsync(HttpContext context, IEnrolmentService enrolments, DoneCookie done) =>
        ChangeAsync(context, enrolments, done, "RenameDevice", needsConfirmation: false, (user, device, form) => user.RenameDeviceAsync(device, form["name"], context.RequestAborted));

    public static Task<IResult> RemoveAsync(HttpContext context, IEnrolmentService enrolments, DoneCookie done) =>
        ChangeAsync(context, enrolments, done, "RemoveDevice", needsConfirmation: true, (user, device, _) => user.RemoveDeviceAsync(device, context.RequestAborted));

    /// <summary>The token is drawn into the answer itself: it is shown once, and stands in no address.</summary>
    public static async Task<IResult> IssueTokenAsync(HttpContext context, IEnrolmentService enrolments)
    {
        var scope = new PageScope(context, 2);
        if (await PostedForm.ReadAsync(context).ConfigureAwait(false) is null)
            return await DrawAsync(scope, enrolments, StatusCodes.Status400BadRequest, new PageProblem("AddDevice", scope.Texts["Problem.FormTooOld"])).ConfigureAwait(false);
        var token = await scope.OwnerOf(enrolments).IssueDeviceTokenAsync(context.RequestAborted).ConfigureAwait(false);
        return token.Refusal is { } refusal
            ? await DrawAsync(scope, enrolments, Problem.StatusOf(refusal), new PageProblem("AddDevice", RefusalWords.Tell(scope, refusal)) { Refusal = refusal }).ConfigureAwait(false)
            : scope.Draw<DeviceTokenPage>(StatusCodes.Status200OK, ("Token", token));
    }

    private static async Task<IResult> ChangeAsync(
        HttpContext context, IEnrolmentService enrolments, DoneCookie done, string name, bool needsConfirmation, Func<UserEnrolment, DeviceId, PostedForm, ValueTask<EnrolmentResult>> change)
    {
        var scope = new PageScope(context, 2);
        if (await PostedForm.ReadAsync(context).ConfigureAwait(false) is not { } form)
            return await DrawAsync(scope, enrolments, StatusCodes.Status400BadRequest, new PageProblem(name, scope.Texts["Problem.FormTooOld"])).ConfigureAwait(false);
        if (!DeviceId.TryParse(form["device"], out var device))
            return Results.NotFound();
        var formName = $"{name}-{device}";
        if (needsConfirmation && form["confirm"] != "yes")
            return await DrawAsync(scope, enrolments, 422, new PageProblem(formName, scope.Texts["Problem.NotConfirmed"]) { Field = $"{formName}-confirm" }).ConfigureAwait(false);
        var result = await change(scope.OwnerOf(enrolments, form.Key), device, form).ConfigureAwait(false);
        if (result.Refusal is { } refusal)
        {
            var field = refusal.Code is RefusalCode.DeviceNameInvalid ? $"{formName}-name" : null;
            return await DrawAsync(scope, enrolments, Problem.StatusOf(refusal), new PageProblem(formName, RefusalWords.Tell(scope, refusal)) { Refusal = refusal, Field = field, Typed = form.Keep("name") }).ConfigureAwait(false);
        }

        done.Write(context, $"Done.{name}");
        return context.SeeOther(scope.PathOf("devices"));
    }

    private static async Task<IResult> DrawAsync(PageScope scope, IEnrolmentService enrolments, int code, PageProblem? problem, string? done = null)
    {
        scope.Here = scope.PathOf("devices");
        var status = await scope.ReadStatusAsync(enrolments).ConfigureAwait(false);
        return scope.Draw<DevicesPage>(code, ("Devices", status.Devices), ("IsOpen", status.Phone is not null), ("Actions", status.Actions), ("Problem", problem), ("Done", done));
    }
}
