using System.Diagnostics;
using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Localization;
using NodaTime;

namespace LoginVerification;

/// <summary>What a session says of its user and of their authentication.</summary>
internal static class SessionClaims
{
    /// <summary>RFC 8176: the methods of the authentication.</summary>
    public const string Methods = "amr";

    /// <summary>What ASP.NET Core's handlers of tokens call the same claim, unless <c>MapInboundClaims</c> is off.</summary>
    private const string MappedMethods = "http://schemas.microsoft.com/claims/authnmethodsreferences";

    /// <summary>RFC 8176: more than one factor.</summary>
    public const string BothFactors = "mfa";

    /// <summary>OpenID Connect Core 1.0, section 2: when the user authenticated, in seconds since 1970.</summary>
    public const string Time = "auth_time";

    private const string Subject = "sub";

    public static Surface Web { get; } = Surface.Parse("web");

    /// <summary>What the request is called in the host's traces.</summary>
    public static string? Correlation => Activity.Current?.TraceId.ToString();

    public static AccountId? AccountOf(ClaimsPrincipal session) =>
        session.Identity?.IsAuthenticated is true && AccountId.TryParse(session.FindFirstValue(ClaimTypes.NameIdentifier) ?? session.FindFirstValue(Subject), out var account)
            ? account
            : null;

    public static Instant? AuthenticatedAt(ClaimsPrincipal session) =>
        long.TryParse(session.FindFirstValue(Time), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= Instant.MaxValue.ToUnixTimeSeconds()
            ? Instant.FromUnixTimeSeconds(seconds)
            : null;

    public static AuthenticationFactors FactorsOf(ClaimsPrincipal session) =>
        session.HasClaim(Methods, BothFactors) || session.HasClaim(MappedMethods, BothFactors) ? AuthenticationFactors.MultiFactor : AuthenticationFactors.SingleFactor;

    /// <summary>The language that the host's localization chose, or null where it has none.</summary>
    public static string? LanguageOf(HttpContext context) =>
        context.Features.Get<IRequestCultureFeature>()?.RequestCulture.UICulture.Name is { Length: > 0 and <= Caller.MaxLanguageLength } name ? name : null;
}
