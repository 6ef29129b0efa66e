using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LoginVerification.Http;

/// <summary>What is asked before a call is answered.</summary>
internal static class CallFilters
{
    /// <summary>
    /// No answer is kept by a cache: it is one account's, or proves something. It is said once the call is answered and nothing of it is sent: antiforgery warns who
    /// said it before.
    /// </summary>
    public static async ValueTask<object?> ForbidStoring(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var answer = await next(invocation).ConfigureAwait(false);
        invocation.HttpContext.Response.Headers.CacheControl = "no-store";
        return answer;
    }

    /// <summary>The host's authorization let somebody in: it has to be somebody who has an account.</summary>
    public static ValueTask<object?> RequireAccount(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next) =>
        invocation.HttpContext.RequestServices.GetRequiredService<IOptions<LoginVerificationHttpOptions>>().Value.Account(invocation.HttpContext) is null
            ? ValueTask.FromResult<object?>(JsonAnswer.Of(RequestFault.NotAuthenticated))
            : next(invocation);

    /// <summary>
    /// A browser sends cookies along whatever site asks. So who changes something shows a token that another site cannot read. A browser of another site cannot
    /// add an Authorization header either, unless the host lets that site (CORS): a request with one needs no token.
    /// </summary>
    public static async ValueTask<object?> RequireAntiforgery(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var context = invocation.HttpContext;
        return IsSafe(context.Request.Method) || HasOwnCredentials(context.Request) || await HasTokenAsync(context).ConfigureAwait(false)
            ? await next(invocation).ConfigureAwait(false)
            : JsonAnswer.Of(RequestFault.AntiforgeryInvalid);
    }

    private static bool IsSafe(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method);

    private static bool HasOwnCredentials(HttpRequest request) =>
        request.Headers.Authorization is [{ } credentials]
        && (credentials.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) || credentials.StartsWith("DPoP ", StringComparison.OrdinalIgnoreCase));

    /// <summary>In the header alone: without it, a form would be read for the token, and no call takes a form.</summary>
    private static async ValueTask<bool> HasTokenAsync(HttpContext context) =>
        context.RequestServices.GetRequiredService<IOptions<AntiforgeryOptions>>().Value.HeaderName is { } header
        && context.Request.Headers[header] is [{ Length: > 0 }]
        && await context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context).ConfigureAwait(false);
}
