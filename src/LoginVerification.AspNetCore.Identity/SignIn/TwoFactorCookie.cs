using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;

namespace LoginVerification;

/// <summary>Who waits for the second step in the browser that a request comes from. What was written in a request is read in the same one, cookie or not.</summary>
internal sealed class TwoFactorCookie(IAuthenticationSchemeProvider schemes)
{
    public async Task<FirstStep?> ReadAsync(HttpContext context)
    {
        if (context.Features.Get<Written>() is { } written)
            return written.Step;
        return await HasCookieAsync().ConfigureAwait(false)
            ? FirstStep.Of((await context.AuthenticateAsync(IdentityConstants.TwoFactorUserIdScheme).ConfigureAwait(false)).Ticket)
            : null;
    }

    public async Task WriteAsync(HttpContext context, FirstStep step)
    {
        context.Features.Set(new Written(step));
        if (await HasCookieAsync().ConfigureAwait(false) && step.ToTicket() is var ticket)
            await context.SignInAsync(ticket.AuthenticationScheme, ticket.Principal, ticket.Properties).ConfigureAwait(false);
    }

    public async Task ClearAsync(HttpContext context)
    {
        context.Features.Set(new Written(null));
        if (await HasCookieAsync().ConfigureAwait(false))
            await context.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme).ConfigureAwait(false);
    }

    private async Task<bool> HasCookieAsync() => await schemes.GetSchemeAsync(IdentityConstants.TwoFactorUserIdScheme).ConfigureAwait(false) is not null;

    /// <summary>What this request wrote: its cookie is the browser's only with the answer.</summary>
    private sealed record Written(FirstStep? Step);
}
