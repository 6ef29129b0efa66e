using Microsoft.AspNetCore.Http;

namespace LoginVerification;

/// <summary>
/// The second step of the browser that a request comes from, for pages and endpoints alike. Each answer is null where nobody waits for a second factor in this
/// browser, or where the host lets them in no more. Whom an answer lets in is signed in when it is given.
/// </summary>
internal sealed class SignInFlow(SignInRequests requests, ISecondFactorSession session)
{
    /// <summary>Asks the owner. A page that is loaded again shows what it showed.</summary>
    public ValueTask<SignInStart?> BeginAsync(HttpContext context) => AskAsync(context, requests.BeginAsync);

    /// <summary>The same code, or the same push, once more.</summary>
    public ValueTask<SignInStart?> ResendAsync(HttpContext context) => AskAsync(context, requests.ResendAsync);

    /// <summary>A code by SMS is compared; over the app it is asked whether the owner has said yes.</summary>
    /// <param name="context">The request.</param>
    /// <param name="code">What was typed; over the app nothing counts.</param>
    /// <param name="remembersBrowser">Whether this browser is to be asked no more.</param>
    /// <param name="idempotencyKey">By which a form that is sent twice is known, or null.</param>
    public ValueTask<SignInAnswer?> AnswerAsync(HttpContext context, CodeInput code, bool remembersBrowser = false, string? idempotencyKey = null) =>
        LetInAsync(context, remembersBrowser, pending => requests.AnswerAsync(context, pending, code, idempotencyKey));

    /// <summary>A backup code in place of the phone.</summary>
    /// <param name="context">The request.</param>
    /// <param name="code">What was typed.</param>
    /// <param name="remembersBrowser">Whether this browser is to be asked no more.</param>
    public ValueTask<SignInAnswer?> UseBackupCodeAsync(HttpContext context, CodeInput code, bool remembersBrowser = false) =>
        LetInAsync(context, remembersBrowser, pending => requests.UseBackupCodeAsync(context, pending, code));

    /// <summary>Asks the owner for who waits, and lets nobody in.</summary>
    /// <param name="context">The request.</param>
    /// <param name="pending">Who waits.</param>
    public ValueTask<SignInStart> BeginAsync(HttpContext context, PendingSignIn pending) => KeepAsync(context, pending, requests.BeginAsync);

    /// <summary>The same once more, likewise.</summary>
    /// <param name="context">The request.</param>
    /// <param name="pending">Who waits.</param>
    public ValueTask<SignInStart> ResendAsync(HttpContext context, PendingSignIn pending) => KeepAsync(context, pending, requests.ResendAsync);

    private async ValueTask<SignInStart?> AskAsync(HttpContext context, Func<HttpContext, PendingSignIn, ValueTask<SignInStart>> ask)
    {
        if (await session.ReadAsync(context).ConfigureAwait(false) is not { } pending)
            return null;
        var start = await KeepAsync(context, pending, ask).ConfigureAwait(false);
        return start is not SignInStart.NotEnrolled || await session.LetInAsync(context, pending, answer: null, remembersBrowser: false).ConfigureAwait(false) ? start : null;
    }

    private async ValueTask<SignInStart> KeepAsync(HttpContext context, PendingSignIn pending, Func<HttpContext, PendingSignIn, ValueTask<SignInStart>> ask)
    {
        var start = await ask(context, pending).ConfigureAwait(false);
        var asked = pending.After(start);
        if (asked != pending)
            await session.KeepAsync(context, asked).ConfigureAwait(false);
        return start;
    }

    private async ValueTask<SignInAnswer?> LetInAsync(HttpContext context, bool remembersBrowser, Func<PendingSignIn, ValueTask<SignInAnswer>> give)
    {
        if (await session.ReadAsync(context).ConfigureAwait(false) is not { } pending)
            return null;
        var answer = await give(pending).ConfigureAwait(false);
        return answer is not SignInAnswer.Approved approved || await session.LetInAsync(context, pending, approved, remembersBrowser).ConfigureAwait(false) ? answer : null;
    }
}
