using Microsoft.AspNetCore.Http;
using NodaTime;

namespace LoginVerification;

/// <summary>
/// What is found out of a request. Each is the host's knowledge; the defaults read the session's claims and the connection, and never a header that says who
/// somebody is. Set it once, at start.
/// </summary>
public sealed class LoginVerificationHttpOptions
{
    /// <summary>Whose session it is, or null where nobody is signed in; by default the claim <c>nameidentifier</c>, or <c>sub</c>.</summary>
    public Func<HttpContext, AccountId?> Account { get; set; } = context => SessionClaims.AccountOf(context.User);

    /// <summary>
    /// Where a request acts: a name that the policy declares; <c>web</c> by default. Take it from the route, the host name or a claim, never from a header: the
    /// caller could choose it.
    /// </summary>
    public Func<HttpContext, Surface> Surface { get; set; } = _ => SessionClaims.Web;

    /// <summary>When the session authenticated, or null where nobody knows; by default the claim <c>auth_time</c> (OpenID Connect Core 1.0, section 2).</summary>
    public Func<HttpContext, Instant?> AuthenticatedAt { get; set; } = context => SessionClaims.AuthenticatedAt(context.User);

    /// <summary>What was seen at that authentication; by default both factors where the claim <c>amr</c> says <c>mfa</c> (RFC 8176), also under the name that ASP.NET Core's handlers of tokens give that claim.</summary>
    public Func<HttpContext, AuthenticationFactors> Factors { get; set; } = context => SessionClaims.FactorsOf(context.User);

    /// <summary>The language of messages to the user, or null; by default what the host's request localization chose.</summary>
    public Func<HttpContext, string?> Language { get; set; } = SessionClaims.LanguageOf;

    /// <summary>Where the browser seems to be, for the prompt in the owner's app, or null; by default the address that the request came from.</summary>
    public Func<HttpContext, string?> Place { get; set; } = context => context.Connection.RemoteIpAddress?.ToString();

    /// <summary>
    /// What browser it is, for the prompt in the owner's app, or null; by default its name and its system, where both are known. Never pass on what it calls
    /// itself: whoever signs in writes that, and the owner reads it.
    /// </summary>
    public Func<HttpContext, string?> Browser { get; set; } = context => BrowserNames.Of(context.Request.Headers.UserAgent.ToString());

    /// <summary>
    /// Begins the session of somebody who may come in, with <c>auth_time</c> now. Where there is an answer, the second factor was given, and the session has
    /// <c>amr</c> <c>mfa</c>. Where it is null, verification is off and the password sufficed: a session that said <c>mfa</c> then could turn off what its owner
    /// turns on later. Null by default. Without ASP.NET Core Identity the host sets it: where it is null, the sign-in is not mapped.
    /// </summary>
    public Func<HttpContext, AccountId, SignInAnswer.Approved?, Task>? LetIn { get; set; }
}
