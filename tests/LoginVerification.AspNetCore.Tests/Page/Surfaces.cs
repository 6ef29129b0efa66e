using LoginVerification;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Example;

public static class Surfaces
{
    /// <summary>For UseAspNetCore.</summary>
    public static void Configure(LoginVerificationHttpOptions options) =>
        options.Surface = context => context.GetEndpoint()?.Metadata.GetMetadata<Surface>() ?? Surface.Parse("web");

    public static void Map(WebApplication app)
    {
        app.MapLoginVerification("/account/login-verification");
        app.MapLoginVerification("/android/login-verification").WithMetadata(Surface.Parse("android"));
    }
}
