using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LoginVerification.Pages;

/// <summary>What every page says to the browser: it is kept nowhere, framed by nobody, and runs nothing of others.</summary>
internal static class PageHeaders
{
    public static ValueTask<object?> AddAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var headers = invocation.HttpContext.Response.Headers;
        headers.ContentSecurityPolicy = invocation.HttpContext.RequestServices.GetRequiredService<IOptions<LoginVerificationPagesOptions>>().Value.ContentSecurityPolicy;
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "same-origin";
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        return next(invocation);
    }
}
