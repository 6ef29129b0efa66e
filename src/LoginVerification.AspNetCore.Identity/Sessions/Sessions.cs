using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace LoginVerification;

/// <summary>What Identity's sessions say beside <see cref="SessionClaims"/>, and the two claims that are written when one begins and kept while it lasts.</summary>
internal static class Sessions
{
    public static Claim TimeOf(Instant now) => new(SessionClaims.Time, now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), ClaimValueTypes.Integer64);

    /// <summary>Whether a claim says how or when the user authenticated: what renews a session keeps it.</summary>
    public static bool IsKept(Claim claim) => claim.Type is SessionClaims.Methods or SessionClaims.Time;

    /// <summary>The security stamp of a session, or null where it has none.</summary>
    public static string? StampOf(ClaimsPrincipal session, IdentityOptions options) => session.FindFirstValue(options.ClaimsIdentity.SecurityStampClaimType);

    /// <summary>The host's clock, which sessions are measured by.</summary>
    public static Instant Now(IServiceProvider services) => Instant.FromDateTimeOffset((services.GetService<TimeProvider>() ?? TimeProvider.System).GetUtcNow());

    /// <summary>The user of a session, or null where nobody is signed in.</summary>
    public static string? UserOf(ClaimsPrincipal? session, IdentityOptions options) =>
        session?.Identity?.IsAuthenticated is true ? session.FindFirstValue(options.ClaimsIdentity.UserIdClaimType) : null;

    /// <summary>Their account, or null likewise.</summary>
    public static AccountId? AccountOf(ClaimsPrincipal? session, IdentityOptions options) => AccountId.TryParse(UserOf(session, options), out var account) ? account : null;
}
