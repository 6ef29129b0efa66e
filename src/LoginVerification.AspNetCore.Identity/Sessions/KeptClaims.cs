using System.Security.Claims;
using Microsoft.AspNetCore.Identity;

namespace LoginVerification;

/// <summary>Identity makes a session's claims anew once in a while. How and when its user authenticated is none that it could make: it is kept.</summary>
internal static class KeptClaims
{
    public static void Keep(SecurityStampValidatorOptions options)
    {
        var before = options.OnRefreshingPrincipal;
        options.OnRefreshingPrincipal = async context =>
        {
            if (before is not null)
                await before(context).ConfigureAwait(false);
            if (context is not { CurrentPrincipal: { } current, NewPrincipal.Identity: ClaimsIdentity renewed })
                return;
            foreach (var claim in current.Claims.Where(claim => Sessions.IsKept(claim) && !renewed.HasClaim(claim.Type, claim.Value)))
                renewed.AddClaim(claim.Clone());
        };
    }
}
