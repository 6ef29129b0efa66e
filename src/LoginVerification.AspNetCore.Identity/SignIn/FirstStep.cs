using System.Security.Claims;
using Microsoft.AspNetCore.Identity;

namespace LoginVerification;

/// <summary>A browser that waits for the second step, and how its first one was taken. It lives in Identity's own cookie for that, so that Identity's pages read it, too.</summary>
/// <param name="Pending">Who waits, with the challenge; without one where the phone could not be asked.</param>
/// <param name="LoginProvider">The external log-in in place of the password, or null.</param>
/// <param name="IsPersistent">Whether the session is to outlive the browser.</param>
internal sealed record FirstStep(PendingSignIn Pending, string? LoginProvider = null, bool IsPersistent = false)
{
    private const string ChallengeType = "login_verification_challenge";
    private const string ChannelType = "login_verification_channel";

    public ClaimsPrincipal ToPrincipal()
    {
        var identity = new ClaimsIdentity(IdentityConstants.TwoFactorUserIdScheme);
        identity.AddClaim(new Claim(ClaimTypes.Name, Pending.Account.Value));
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

    public static FirstStep? Of(ClaimsPrincipal? principal) => AccountId.TryParse(principal?.FindFirstValue(ClaimTypes.Name), out var account)
        ? new(
            principal?.FindFirstValue(ChallengeType) is { } challenge && Enum.TryParse<VerificationChannel>(principal.FindFirstValue(ChannelType), out var channel)
                ? new PendingSignIn(account, new ChallengeId(challenge), channel)
                : new PendingSignIn(account),
            principal?.FindFirstValue(ClaimTypes.AuthenticationMethod),
            principal?.HasClaim(ClaimTypes.IsPersistent, bool.TrueString) is true)
        : null;
}
