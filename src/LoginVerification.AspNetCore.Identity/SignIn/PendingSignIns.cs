using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace LoginVerification;

/// <summary>The second step of the browser that a request comes from. What was written in a request is read in the same one, cookie or not.</summary>
internal sealed class PendingSignIns(ISignInService signIns, IAuthenticationSchemeProvider schemes, IOptions<LoginVerificationIdentityOptions> options)
{
    public async Task<PendingSignIn?> ReadAsync(HttpContext context)
    {
        if (context.Features.Get<Now>() is { } now)
            return now.Pending;
        return await HasCookieAsync().ConfigureAwait(false)
            ? PendingSignIn.Of((await context.AuthenticateAsync(IdentityConstants.TwoFactorUserIdScheme).ConfigureAwait(false)).Principal)
            : null;
    }

    public async Task WriteAsync(HttpContext context, PendingSignIn pending)
    {
        context.Features.Set(new Now(pending));
        if (await HasCookieAsync().ConfigureAwait(false))
            await context.SignInAsync(IdentityConstants.TwoFactorUserIdScheme, pending.ToPrincipal()).ConfigureAwait(false);
    }

    public async Task ClearAsync(HttpContext context)
    {
        context.Features.Set(new Now(null));
        if (await HasCookieAsync().ConfigureAwait(false))
            await context.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme).ConfigureAwait(false);
    }

    /// <summary>Asks the owner. A page that is loaded again shows what it showed.</summary>
    public async Task<SignInStart> BeginAsync(HttpContext context, string userId, string? loginProvider)
    {
        var before = await ReadAsync(context).ConfigureAwait(false) is { } pending && pending.UserId == userId ? pending : null;
        var start = await signIns.BeginAsync(
            AccountId.Parse(userId), options.Value.Surface(context), ContextOf(context, before?.Challenge), context.RequestAborted).ConfigureAwait(false);
        await KeepAsync(context, before, start, userId, loginProvider).ConfigureAwait(false);
        return start;
    }

    /// <summary>The same code, or the same push, once more.</summary>
    public async Task<SignInStart> ResendAsync(HttpContext context, PendingSignIn pending)
    {
        if (pending.Challenge is not { } challenge)
            return await BeginAsync(context, pending.UserId, pending.LoginProvider).ConfigureAwait(false);
        var start = await signIns.ResendAsync(
            AccountId.Parse(pending.UserId), options.Value.Surface(context), challenge, ContextOf(context, challenge), context.RequestAborted).ConfigureAwait(false);
        await KeepAsync(context, pending, start, pending.UserId, pending.LoginProvider).ConfigureAwait(false);
        return start;
    }

    /// <summary>A code by SMS is compared; over the app it is asked whether the owner has said yes, whatever was typed.</summary>
    public async Task<SignInAnswer> AnswerAsync(HttpContext context, PendingSignIn pending, string code)
    {
        if (pending is not { Challenge: { } challenge, Channel: { } channel })
            return new SignInAnswer.Refused(new Refusal(RefusalCode.SignInNotOpen, new RefusalSource.Lifecycle()) { WaysOut = [new WayOut.BeginSignIn()] });
        var (account, surface, known) = (AccountId.Parse(pending.UserId), options.Value.Surface(context), ContextOf(context, challenge));
        return channel is VerificationChannel.Sms
            ? await signIns.AnswerAsync(account, surface, challenge, code, known, context.RequestAborted).ConfigureAwait(false)
            : await signIns.CompleteAsync(account, surface, challenge, known, context.RequestAborted).ConfigureAwait(false);
    }

    private async Task KeepAsync(HttpContext context, PendingSignIn? before, SignInStart start, string userId, string? loginProvider)
    {
        if (start is not SignInStart.Challenged({ } challenge))
            return;
        var pending = new PendingSignIn(userId, loginProvider, challenge.Id, challenge.Channel);
        if (pending != before)
            await WriteAsync(context, pending).ConfigureAwait(false);
    }

    private SignInContext ContextOf(HttpContext context, ChallengeId? continues) => Sessions.ContextOf(context, options.Value, continues);

    private async Task<bool> HasCookieAsync() => await schemes.GetSchemeAsync(IdentityConstants.TwoFactorUserIdScheme).ConfigureAwait(false) is not null;

    /// <summary>What this request wrote: its cookie is the browser's only with the answer.</summary>
    private sealed record Now(PendingSignIn? Pending);
}
