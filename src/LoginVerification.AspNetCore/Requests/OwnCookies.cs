using Microsoft.AspNetCore.Http;

namespace LoginVerification;

/// <summary>What all cookies of the library are like: no script reads them, and another site's form brings none along.</summary>
internal static class OwnCookies
{
    public static CookieOptions Settings(HttpContext context) => new() { HttpOnly = true, IsEssential = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, Path = "/" };
}
