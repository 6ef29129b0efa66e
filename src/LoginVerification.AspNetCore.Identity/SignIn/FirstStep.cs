using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace LoginVerification;

/// <summary>A browser that waits for the second step, and how its first one was taken. It lives in Identity's own cookie for that, so that Identity's pages read it, too.</summary>
/// <param name="Pending">Who waits, with the challenge; without one where the phone could not be asked.</param>
/// <param name="Stamp">The user's security stamp when it was taken; empty where users have none. Once they have another one, it counts no more.</param>
/// <param name="Until">Until when it counts, however often the owner is asked.</param>
/// <param name="LoginProvider">The external log-in in place of the password, or null.</param>
/// <param name="IsPersistent">Whether the session is to outlive the browser.</param>
internal sealed record FirstStep(PendingSignIn Pending, string Stamp, DateTimeOffset Until, string? LoginProvider = null, bool IsPersistent = false)
{
    private const string ChallengeType = "login_verification_challenge";
    private const string ChannelType = "login_verification_channel";
    private const string StampType = "login_verification_stamp";

    public AuthenticationTicket ToTicket() => new(ToPrincipal(), new AuthenticationProperties { ExpiresUtc = Until, AllowRefresh = false }, IdentityConstants.TwoFactorUserIdScheme);

    /// <summary>Null for what Identity wrote itself, for a second factor of its own.</summary>
    public static FirstStep? Of(AuthenticationTicket? ticket) =>
        ticket is { Principal: var principal, Properties.ExpiresUtc: { } until }
        && principal.FindFirstValue(StampType) is { } stamp
        && AccountId.TryParse(principal.FindFirstValue(ClaimTypes.Name), out var account)
            ? new(
                principal.FindFirstValue(ChallengeType) is { } challenge && Enum.TryParse<VerificationChannel>(principal.FindFirstValue(ChannelType), out var channel)
                    ? new PendingSignIn(account, new ChallengeId(challenge), channel)
                    : new PendingSignIn(account),
                stamp,
                until,
                principal.FindFirstValue(ClaimTypes.AuthenticationMethod),
                principal.HasClaim(ClaimTypes.IsPersistent, bool.TrueString))
            : null;

    /// <summary>The user's security stamp now.</summary>
    public static async Task<string> StampOfAsync<TUser>(UserManager<TUser> users, TUser user)
        where TUser : class => users.SupportsUserSecurityStamp ? await users.GetSecurityStampAsync(user).ConfigureAwait(false) : "";

    /// <summary>Whether it is a user's, and counts: their password, and what else protects the log-in, is what it was then.</summary>
    public async Task<bool> IsOfAsync<TUser>(UserManager<TUser> users, TUser user)
        where TUser : class =>
        Pending.Account.Value == await users.GetUserIdAsync(user).ConfigureAwait(false) && Stamp == await StampOfAsync(users, user).ConfigureAwait(false);

    /// <summary>The account alone.</summary>
    public override string ToString() => Pending.ToString();

    private ClaimsPrincipal ToPrincipal()
    {
        var identity = new ClaimsIdentity(IdentityConstants.TwoFactorUserIdScheme);
        identity.AddClaim(new Claim(ClaimTypes.Name, Pending.Account.Value));
        identity.AddClaim(new Claim(StampType, Stamp));
        if (LoginProvider is not null)
            identity.AddClaim(new Claim(ClaimTypes.AuthenticationMethod, LoginProvider));
        if (Pending is { Challenge: { } challenge, Channel: { } channel })
        {
            identity.AddClaim(new Claim(ChallengeType, challenge.Value));
            identity.AddClaim(new Claim(ChannelType, channel.ToString()));
        }

        if (IsPersistent)
            identity.AddClaim(new Claim(ClaimTypes.IsPersistent, bool.TrueString));
        return new ClaimsPrincipal(identity);
    }
}
