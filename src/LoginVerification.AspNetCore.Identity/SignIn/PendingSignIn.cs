using System.Security.Claims;
using Microsoft.AspNetCore.Identity;

namespace LoginVerification;

/// <summary>A browser that gave the password and waits for the second factor. It lives in Identity's own cookie for that, so that Identity's pages read it, too.</summary>
/// <param name="UserId">Whose password it was.</param>
/// <param name="LoginProvider">The external log-in in place of the password, or null.</param>
/// <param name="Challenge">The browser's secret, or null where the phone could not be asked.</param>
/// <param name="Channel">Over which channel the owner was asked.</param>
internal sealed record PendingSignIn(string UserId, string? LoginProvider, ChallengeId? Challenge, VerificationChannel? Channel)
{
    private const string ChallengeType = "login_verification_challenge";
    private const string ChannelType = "login_verification_channel";

    public ClaimsPrincipal ToPrincipal()
    {
        var identity = new ClaimsIdentity(IdentityConstants.TwoFactorUserIdScheme);
        identity.AddClaim(new Claim(ClaimTypes.Name, UserId));
        if (LoginProvider is not null)
            identity.AddClaim(new Claim(ClaimTypes.AuthenticationMethod, LoginProvider));
        if (Challenge is not null)
            identity.AddClaim(new Claim(ChallengeType, Challenge.Value));
        if (Channel is not null)
            identity.AddClaim(new Claim(ChannelType, Channel.Value.ToString()));
        return new ClaimsPrincipal(identity);
    }

    public static PendingSignIn? Of(ClaimsPrincipal? principal) => principal?.FindFirstValue(ClaimTypes.Name) is { } user
        ? new(
            user,
            principal.FindFirstValue(ClaimTypes.AuthenticationMethod),
            principal.FindFirstValue(ChallengeType) is { } challenge ? new ChallengeId(challenge) : null,
            Enum.TryParse<VerificationChannel>(principal.FindFirstValue(ChannelType), out var channel) ? channel : null)
        : null;
}
