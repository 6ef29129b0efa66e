using System.Security.Claims;
using System.Security.Cryptography;
using LoginVerification;
using LoginVerification.Policies;
using Microsoft.AspNetCore.DataProtection;

namespace SettingsPage.Devices;

/// <summary>
/// Whose phone lies beside the keyboard: of who registered or gave the password in this browser last. It has nothing to do with being signed in: a phone is there
/// before the second step.
/// </summary>
internal sealed class PanelOwner(IHttpContextAccessor accessor, EnrolmentPolicy policy, IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector("SettingsPage.PanelOwner");
    private readonly string name = $"{policy.Name}.phone-of";

    private HttpContext Context => accessor.HttpContext!;

    public AccountId? Account => Context.User.FindFirstValue(ClaimTypes.NameIdentifier) is { } signedIn ? AccountId.Parse(signedIn) : Remembered();

    public void Remember(string user) =>
        Context.Response.Cookies.Append(name, protector.Protect(user), new CookieOptions { IsEssential = true, HttpOnly = true, SameSite = SameSiteMode.Lax, Path = "/" });

    private AccountId? Remembered()
    {
        try
        {
            return Context.Request.Cookies[name] is { } cookie && AccountId.TryParse(protector.Unprotect(cookie), out var account) ? account : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
