using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;

namespace LoginVerification;

/// <summary>Who waits for the second step in the browser that a request comes from. What was written in a request is read in the same one, cookie or not.</summary>
internal sealed class TwoFactorCookie(SignInRequests requests, IAuthenticationSchemeProvider schemes)
{
    public async Task<FirstStep?> ReadAsync(HttpContext context)
    {
        if (context.Features.Get<Written>() is { } written)
            return written.Step;
        return await HasCookieAsync().ConfigureAwait(false)
            ? FirstStep.Of((await context.AuthenticateAsync(IdentityConstants.TwoFactorUserIdScheme).ConfigureAwait(false)).Principal)
            : null;
    }

    public async Task WriteAsync(HttpContext context, FirstStep step)
    {
        context.Features.Set(new Written(step));
        if (await HasCookieAsync().ConfigureAwait(false))
            await context.SignInAsync(IdentityConstants.TwoFactorUserIdScheme, step.ToPrincipal()).ConfigureAwait(false);
    }

    public async Task ClearAsync(HttpContext context)
    {
        context.Features.Set(new Written(null));
        if (await HasCookieAsync().ConfigureAwait(false))
            await context.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme).ConfigureAwait(false);
    }

    /// <summary>Asks the owner, and keeps the challenge. A page that is loaded again shows what it showed.</summary>
    public async Task<SignInStart> BeginAsync(HttpContext context, FirstStep step) =>
        await KeepAsync(context, step, await requests.BeginAsync(context, step.Pending).ConfigureAwait(false)).ConfigureAwait(false);

    /// <summary>The same code, or the same push, once more.</summary>
    public async Task<SignInStart> ResendAsync(HttpContext context, FirstStep step) =>
        await KeepAsync(context, step, await requests.ResendAsync(context, step.Pending).ConfigureAwait(false)).ConfigureAwait(false);

    private async Task<SignInStart> KeepAsync(HttpContext context, FirstStep step, SignInStart start)
    {
        var asked = step with { Pending = step.Pending.After(start) };
        if (start is SignInStart.Challenged && asked != await ReadAsync(context).ConfigureAwait(false))
            await WriteAsync(context, asked).ConfigureAwait(false);
        return start;
    }

    private async Task<bool> HasCookieAsync() => await schemes.GetSchemeAsync(IdentityConstants.TwoFactorUserIdScheme).ConfigureAwait(false) is not null;

    /// <summary>What this request wrote: its cookie is the browser's only with the answer.</summary>
    private sealed record Written(FirstStep? Step);
}
