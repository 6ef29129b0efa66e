using Microsoft.AspNetCore.Http;

namespace LoginVerification;

/// <summary>What the package finds out of a request. The defaults suit an application with one kind of pages.</summary>
public sealed class LoginVerificationIdentityOptions
{
    /// <summary>
    /// Where a request acts: a name that the policy declares; <c>web</c> by default. Take it from the route or the host, never from a header: whoever signs
    /// in could choose it.
    /// </summary>
    public Func<HttpContext, Surface> Surface { get; set; } = _ => Sessions.Web;

    /// <summary>Where the browser seems to be, for the prompt in the owner's app, or null; by default the address that the request came from.</summary>
    public Func<HttpContext, string?> Place { get; set; } = context => context.Connection.RemoteIpAddress?.ToString();

    /// <summary>What browser it is, for the prompt in the owner's app, or null; by default its name and its system, where both are known. Never pass on what it calls itself: whoever signs in writes that, and the owner reads it.</summary>
    public Func<HttpContext, string?> Browser { get; set; } = context => BrowserNames.Of(context.Request.Headers.UserAgent.ToString());
}
