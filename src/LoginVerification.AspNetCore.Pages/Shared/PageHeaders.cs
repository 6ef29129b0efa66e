using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LoginVerification.Pages;

/// <summary>What every page says to the browser: it is kept nowhere, framed by nobody, and runs nothing of others.</summary>
internal static class PageHeaders
{
    public static async ValueTask<object?> AddAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var headers = invocation.HttpContext.Response.Headers;
        headers.ContentSecurityPolicy = invocation.HttpContext.RequestServices.GetRequiredService<IOptions<LoginVerificationPagesOptions>>().Value.ContentSecurityPolicy;
        headers["Referrer-Policy"] = "same-origin";
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        var page = await next(invocation).ConfigureAwait(false);
        // Said last: antiforgery logs a warning where it finds another word there.
        headers.CacheControl = "no-store";
        return page;
    }
}
