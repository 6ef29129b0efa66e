using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace LoginVerification.Pages;

/// <summary>
/// What was done, from the request that did it to the page that tells it: once, so that a page that is loaded again does not say it again. It names a text, and
/// nothing of the user's.
/// </summary>
internal sealed class DoneCookie(IDataProtectionProvider protection)
{
    private const string Name = "login-verification-done";

    private static readonly TimeSpan Life = TimeSpan.FromMinutes(2);

    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("LoginVerification.Pages.Done").ToTimeLimitedDataProtector();

    public void Write(HttpContext context, string text) => context.Response.Cookies.Append(Name, protector.Protect(text, Life), OwnCookies.Settings(context));

    /// <summary>The key of the text, or null; it is gone then.</summary>
    public string? Take(HttpContext context)
    {
        if (context.Request.Cookies[Name] is not { } cookie)
            return null;
        context.Response.Cookies.Delete(Name, OwnCookies.Settings(context));
        try
        {
            return protector.Unprotect(cookie);
        }
        catch (Exception foreign) when (foreign is CryptographicException or FormatException)
        {
            return null;
        }
    }
}
