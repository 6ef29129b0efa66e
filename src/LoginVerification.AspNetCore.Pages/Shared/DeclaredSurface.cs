using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LoginVerification.Pages;

/// <summary>A path with a surface in it can name any. Of one that the policy does not declare there are no pages.</summary>
internal static class DeclaredSurface
{
    public static ValueTask<object?> EnsureAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var services = invocation.HttpContext.RequestServices;
        var surface = services.GetRequiredService<IOptions<LoginVerificationHttpOptions>>().Value.Surface(invocation.HttpContext);
        return services.GetRequiredService<EnrolmentPolicy>().Screens.Surfaces.Contains(surface) ? next(invocation) : ValueTask.FromResult<object?>(Results.NotFound());
    }
}
