using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LoginVerification;

/// <summary>What a host without ASP.NET Core Identity calls once it has checked a password.</summary>
public static class SecondFactorSessions
{
    /// <summary>
    /// Remembers for 15 minutes, in a protected cookie of this browser, that the password was right. Redirect to the page of the second step then. It begins no session: the
    /// account is signed in by <see cref="LoginVerificationHttpOptions.LetIn"/>, once the second factor was given or where none is asked for.
    /// </summary>
    /// <param name="context">The request.</param>
    /// <param name="account">Whose password was right.</param>
    public static ValueTask BeginSecondFactorAsync(this HttpContext context, AccountId account)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(account);
        return context.RequestServices.GetRequiredService<ISecondFactorSession>().KeepAsync(context, new PendingSignIn(account));
    }
}

/// <summary>A cookie of its own, and no authentication scheme: a second scheme would take a host's only one the place of the default.</summary>
internal sealed class SecondFactorCookie(IDataProtectionProvider protection, IOptions<LoginVerificationHttpOptions> options) : ISecondFactorSession
{
    private const string Name = "login-verification";

    /// <summary>Longer than a code lives, so that its owner is told that it is over.</summary>
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(15);

    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("LoginVerification.SecondFactorCookie").ToTimeLimitedDataProtector();

    public ValueTask<PendingSignIn?> ReadAsync(HttpContext context) => ValueTask.FromResult(
        context.Features.Get<Written>() is { } written ? written.Pending
        : context.Request.Cookies[Name] is { } cookie ? Read(cookie)
        : null);

    public ValueTask KeepAsync(HttpContext context, PendingSignIn pending)
    {
        context.Features.Set(new Written(pending));
        context.Response.Cookies.Append(Name, protector.Protect(JsonSerializer.Serialize(pending), Life), Settings(context));
        return ValueTask.CompletedTask;
    }

    public async ValueTask<bool> LetInAsync(HttpContext context, PendingSignIn pending, SignInAnswer.Approved? answer, bool remembersBrowser)
    {
        await options.Value.LetIn(context, pending.Account, answer).ConfigureAwait(false);
        context.Features.Set(new Written(null));
        context.Response.Cookies.Delete(Name, Settings(context));
        return true;
    }

    private PendingSignIn? Read(string cookie)
    {
        try
        {
            return JsonSerializer.Deserialize<PendingSignIn>(protector.Unprotect(cookie));
        }
        catch (Exception foreign) when (foreign is CryptographicException or FormatException or DecoderFallbackException or JsonException)
        {
            // Too old, of another key ring, or made up: as if there were none.
            return null;
        }
    }

    private static CookieOptions Settings(HttpContext context) => new() { HttpOnly = true, IsEssential = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, Path = "/" };

    /// <summary>What this request wrote: its cookie is the browser's only with the answer.</summary>
    private sealed record Written(PendingSignIn? Pending);
}
