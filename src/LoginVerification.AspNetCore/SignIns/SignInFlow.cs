using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace LoginVerification;

/// <summary>
/// The second step of the browser that a request comes from, for pages and endpoints alike. Each answer is null where nobody waits for a second factor in this
/// browser. Whom an answer lets in is signed in when it is given.
/// </summary>
internal sealed class SignInFlow(ISignInService signIns, ISecondFactorSession session, IOptions<LoginVerificationHttpOptions> options)
{
    /// <summary>Asks the owner. A page that is loaded again shows what it showed.</summary>
    public async ValueTask<SignInStart?> BeginAsync(HttpContext context) => await session.ReadAsync(context).ConfigureAwait(false) is { } pending
        ? await KeepAsync(context, pending, await signIns.BeginAsync(pending.Account, SurfaceOf(context), ContextOf(context, pending), context.RequestAborted).ConfigureAwait(false)).ConfigureAwait(false)
        : null;

    /// <summary>The same code, or the same push, once more.</summary>
    public async ValueTask<SignInStart?> ResendAsync(HttpContext context)
    {
        if (await session.ReadAsync(context).ConfigureAwait(false) is not { Challenge: { } challenge } pending)
            return await BeginAsync(context).ConfigureAwait(false);
        var start = await signIns.ResendAsync(pending.Account, SurfaceOf(context), challenge, ContextOf(context, pending), context.RequestAborted).ConfigureAwait(false);
        return await KeepAsync(context, pending, start).ConfigureAwait(false);
    }

    /// <summary>A code by SMS is compared; over the app it is asked whether the owner has said yes.</summary>
    /// <param name="context">The request.</param>
    /// <param name="code">What was typed; over the app nothing counts.</param>
    /// <param name="remembersBrowser">Whether this browser is to be asked no more.</param>
    public ValueTask<SignInAnswer?> AnswerAsync(HttpContext context, CodeInput code, bool remembersBrowser = false) => LetInAsync(context, remembersBrowser, pending => pending switch
    {
        { Challenge: { } challenge, Channel: VerificationChannel.Sms } => signIns.AnswerAsync(pending.Account, SurfaceOf(context), challenge, code, ContextOf(context, pending), context.RequestAborted),
        { Challenge: { } challenge } => signIns.CompleteAsync(pending.Account, SurfaceOf(context), challenge, ContextOf(context, pending), context.RequestAborted),
        _ => ValueTask.FromResult<SignInAnswer>(new SignInAnswer.Refused(new Refusal(RefusalCode.SignInNotOpen, new RefusalSource.Lifecycle()) { WaysOut = [new WayOut.BeginSignIn()] })),
    });

    /// <summary>A backup code in place of the phone.</summary>
    /// <param name="context">The request.</param>
    /// <param name="code">What was typed.</param>
    /// <param name="remembersBrowser">Whether this browser is to be asked no more.</param>
    public ValueTask<SignInAnswer?> UseBackupCodeAsync(HttpContext context, CodeInput code, bool remembersBrowser = false) => LetInAsync(context, remembersBrowser, pending =>
        signIns.UseBackupCodeAsync(pending.Account, SurfaceOf(context), code, ContextOf(context, pending), context.RequestAborted));

    private async ValueTask<SignInStart> KeepAsync(HttpContext context, PendingSignIn pending, SignInStart start)
    {
        var asked = start is SignInStart.Challenged({ } challenge) ? pending with { Challenge = challenge.Id, Channel = challenge.Channel } : pending;
        if (start is SignInStart.NotEnrolled)
            await session.LetInAsync(context, pending, answer: null, remembersBrowser: false).ConfigureAwait(false);
        else if (asked != pending)
            await session.KeepAsync(context, asked).ConfigureAwait(false);
        return start;
    }

    private async ValueTask<SignInAnswer?> LetInAsync(HttpContext context, bool remembersBrowser, Func<PendingSignIn, ValueTask<SignInAnswer>> give)
    {
        if (await session.ReadAsync(context).ConfigureAwait(false) is not { } pending)
            return null;
        var answer = await give(pending).ConfigureAwait(false);
        if (answer is SignInAnswer.Approved approved)
            await session.LetInAsync(context, pending, approved, remembersBrowser).ConfigureAwait(false);
        return answer;
    }

    private Surface SurfaceOf(HttpContext context) => options.Value.Surface(context);

    private SignInContext ContextOf(HttpContext context, PendingSignIn pending) => options.Value.SignInContextOf(context, pending.Challenge);
}
