using System.Diagnostics;
using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace LoginVerification;

/// <summary>What a signed-in session says of its authentication: two claims that are written when it begins and kept while it lasts.</summary>
internal static class Sessions
{
    /// <summary>RFC 8176: the methods of the authentication. Identity writes it, too.</summary>
    public const string Methods = "amr";

    /// <summary>RFC 8176: more than one factor.</summary>
    public const string BothFactors = "mfa";

    /// <summary>OpenID Connect Core 1.0, section 2: when the user authenticated, in seconds since 1970.</summary>
    public const string Time = "auth_time";

    public static Surface Web { get; } = Surface.Parse("web");

    public static Claim TimeOf(Instant now) => new(Time, now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), ClaimValueTypes.Integer64);

    public static Instant? AuthenticatedAt(ClaimsPrincipal session) =>
        long.TryParse(session.FindFirstValue(Time), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= Instant.MaxValue.ToUnixTimeSeconds()
            ? Instant.FromUnixTimeSeconds(seconds)
            : null;

    public static AuthenticationFactors FactorsOf(ClaimsPrincipal session) =>
        session.HasClaim(Methods, BothFactors) ? AuthenticationFactors.MultiFactor : AuthenticationFactors.SingleFactor;

    /// <summary>Whether a claim says how or when the user authenticated: what renews a session keeps it.</summary>
    public static bool IsKept(Claim claim) => claim.Type is Methods or Time;

    /// <summary>The security stamp of a session, or null where it has none.</summary>
    public static string? StampOf(ClaimsPrincipal session, IdentityOptions options) => session.FindFirstValue(options.ClaimsIdentity.SecurityStampClaimType);

    /// <summary>The host's clock, which sessions are measured by.</summary>
    public static Instant Now(IServiceProvider services) => Instant.FromDateTimeOffset((services.GetService<TimeProvider>() ?? TimeProvider.System).GetUtcNow());

    /// <summary>The user of a session, or null where nobody is signed in.</summary>
    public static string? UserOf(ClaimsPrincipal? session, IdentityOptions options) =>
        session?.Identity?.IsAuthenticated is true ? session.FindFirstValue(options.ClaimsIdentity.UserIdClaimType) : null;

    public static SignInContext ContextOf(HttpContext context, LoginVerificationIdentityOptions options, ChallengeId? continues = null) => new()
    {
        Continues = continues,
        Place = options.Place(context),
        Browser = options.Browser(context),
        Language = LanguageOf(context),
        CorrelationId = Correlation,
    };

    /// <summary>The language that the host's localization chose, or null where it has none.</summary>
    public static string? LanguageOf(HttpContext context) =>
        context.Features.Get<IRequestCultureFeature>()?.RequestCulture.UICulture.Name is { Length: > 0 and <= Caller.MaxLanguageLength } name ? name : null;

    public static string? Correlation => Activity.Current?.TraceId.ToString();
}
