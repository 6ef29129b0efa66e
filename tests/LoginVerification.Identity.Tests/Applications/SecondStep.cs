using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace LoginVerification.Identity.Tests.Applications;

/// <summary>Endpoints of the second step that know nothing of Identity: the sign-in service, and the session of whoever waits.</summary>
internal static class SecondStep
{
    public static Task<PendingSignIn?> ReadAsync(this Browser browser) => browser.DoAsync(async context => await SessionOf(context).ReadAsync(context));

    /// <summary>Null where nobody waits, or nobody was let in.</summary>
    public static Task<SignInStart?> BeginAsync(this Browser browser) => browser.DoAsync(async context =>
    {
        if (await SessionOf(context).ReadAsync(context) is not { } pending)
            return null;
        var start = await SignInsOf(context).BeginAsync(pending.Account, Site.Web, new SignInContext { Continues = pending.Challenge });
        if (start is SignInStart.NotEnrolled)
            return await SessionOf(context).LetInAsync(context, pending, answer: null, remembersBrowser: false) ? start : null;
        if (start is SignInStart.Challenged({ } challenge))
            await SessionOf(context).KeepAsync(context, pending with { Challenge = challenge.Id, Channel = challenge.Channel });
        return start;
    });

    public static Task<SignInAnswer?> AnswerAsync(this Browser browser, string code, bool remember = false) =>
        browser.GiveAsync(remember, (signIns, pending) => signIns.AnswerAsync(pending.Account, Site.Web, pending.Challenge!, code));

    public static Task<SignInAnswer?> CompleteAsync(this Browser browser) =>
        browser.GiveAsync(remember: false, (signIns, pending) => signIns.CompleteAsync(pending.Account, Site.Web, pending.Challenge!));

    public static Task<SignInAnswer?> BackupCodeAsync(this Browser browser, string code) =>
        browser.GiveAsync(remember: false, (signIns, pending) => signIns.UseBackupCodeAsync(pending.Account, Site.Web, code));

    /// <summary>Null where nobody waits, or nobody was let in.</summary>
    private static Task<SignInAnswer?> GiveAsync(this Browser browser, bool remember, Func<ISignInService, PendingSignIn, ValueTask<SignInAnswer>> give) => browser.DoAsync(async context =>
    {
        if (await SessionOf(context).ReadAsync(context) is not { } pending)
            return null;
        var answer = await give(SignInsOf(context), pending);
        return answer is not SignInAnswer.Approved approved || await SessionOf(context).LetInAsync(context, pending, approved, remember) ? answer : null;
    });

    private static ISecondFactorSession SessionOf(HttpContext context) => context.RequestServices.GetRequiredService<ISecondFactorSession>();

    private static ISignInService SignInsOf(HttpContext context) => context.RequestServices.GetRequiredService<ISignInService>();
}
