using LoginVerification.Http;
using Microsoft.AspNetCore.Http;

namespace LoginVerification.Pages;

/// <summary>The screens of the policy as pages.</summary>
internal static class ScreenEndpoints
{
    private const string NotReceived = "not-received";

    public static async Task<IResult> HomeAsync(HttpContext context, IEnrolmentService enrolments, DoneCookie done)
    {
        var scope = new PageScope(context, 0);
        return await ShowAsync(context, scope, scope.Policy.Screens.HomeOf(scope.Surface), enrolments, done).ConfigureAwait(false);
    }

    public static async Task<IResult> ScreenAsync(HttpContext context, string screen, IEnrolmentService enrolments, DoneCookie done)
    {
        var scope = new PageScope(context, 2);
        return Find(scope, screen) is { } found ? await ShowAsync(context, scope, found, enrolments, done).ConfigureAwait(false) : Results.NotFound();
    }

    /// <summary>The page below the screen that has the resend; where nothing waits, the screen itself.</summary>
    public static async Task<IResult> NotReceivedAsync(HttpContext context, string screen, IEnrolmentService enrolments)
    {
        var scope = new PageScope(context, 3);
        if (Find(scope, screen) is not { } found)
            return Results.NotFound();
        var model = await ReadAsync(scope, found, enrolments).ConfigureAwait(false);
        scope.Here = $"{model.Address}/{NotReceived}";
        return model.HasNotReceivedPage ? scope.Draw<NotReceivedPage>(StatusCodes.Status200OK, ("Model", model)) : context.SeeOther(model.Address);
    }

    /// <summary>Who loads the address of a refused form has no form: the screen is what they meant.</summary>
    public static IResult Reload(HttpContext context, string screen)
    {
        var scope = new PageScope(context, 3);
        return Find(scope, screen) is { } found ? context.SeeOther(scope.AddressOf(found)!) : Results.NotFound();
    }

    public static async Task<IResult> PostAsync(HttpContext context, string screen, string action, IEnrolmentService enrolments, DoneCookie done, TriesLeft tries)
    {
        var scope = new PageScope(context, 3);
        if (Find(scope, screen) is not { } found || !Enum.TryParse<EnrolmentAction>(action, out var asked) || !found.Offers.Any(offer => offer.Action == asked) || asked.ToString() != action)
            return Results.NotFound();
        scope.Here = scope.AddressOf(found)!;
        if (await PostedForm.ReadAsync(context).ConfigureAwait(false) is not { } form)
            return await RefuseAsync(scope, found, enrolments, new PageProblem(action, scope.Texts["Problem.FormTooOld"]), StatusCodes.Status400BadRequest).ConfigureAwait(false);
        var command = ScreenCommand.Read(asked, form, scope);
        if (command.Problem is { } incomplete)
            return await RefuseAsync(scope, found, enrolments, incomplete, StatusCodes.Status422UnprocessableEntity).ConfigureAwait(false);
        var result = await command.GiveAsync(scope.OwnerOf(enrolments, form.Key), context.RequestAborted).ConfigureAwait(false);
        if (result.Refusal is { } refusal)
            return await RefuseAsync(scope, found, enrolments, command.Refused(scope, refusal, await tries.OfAsync(context, refusal).ConfigureAwait(false)), Problem.StatusOf(refusal)).ConfigureAwait(false);
        done.Write(context, result.CodeDelivery is { } delivery ? $"Done.{asked}.{delivery}" : $"Done.{asked}");
        return context.SeeOther(scope.AddressOf(scope.Policy.Screens[found.LandingAfter(asked)])!);
    }

    public static Task<IResult> RefuseAtHomeAsync(PageScope scope, IEnrolmentService enrolments, PageProblem problem, int status) =>
        RefuseAsync(scope, scope.Policy.Screens.HomeOf(scope.Surface), enrolments, problem, status);

    private static async Task<IResult> ShowAsync(HttpContext context, PageScope scope, Screen screen, IEnrolmentService enrolments, DoneCookie done)
    {
        scope.Here = scope.AddressOf(screen)!;
        var text = done.Take(context) is { } key ? scope.Texts.Find(key) : null;
        return scope.Draw<ScreenPage>(StatusCodes.Status200OK, ("Model", await ReadAsync(scope, screen, enrolments, done: text).ConfigureAwait(false)));
    }

    private static async Task<IResult> RefuseAsync(PageScope scope, Screen screen, IEnrolmentService enrolments, PageProblem problem, int status)
    {
        var model = await ReadAsync(scope, screen, enrolments, problem).ConfigureAwait(false);
        return problem.Form == nameof(EnrolmentAction.ResendCode) && model.HasNotReceivedPage
            ? scope.Draw<NotReceivedPage>(status, ("Model", model))
            : scope.Draw<ScreenPage>(status, ("Model", model));
    }

    private static async Task<ScreenModel> ReadAsync(PageScope scope, Screen screen, IEnrolmentService enrolments, PageProblem? problem = null, string? done = null)
    {
        var status = await scope.ReadStatusAsync(enrolments).ConfigureAwait(false);
        return new ScreenModel(screen, status, scope.AddressOf(screen)!) { Problem = problem, Done = done };
    }

    private static Screen? Find(PageScope scope, string name) =>
        scope.Policy.Screens.Screens.FirstOrDefault(screen => screen.Surface == scope.Surface && screen.Name == name);
}
