using LoginVerification;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers what requests need.</summary>
public static class AspNetCoreBuilderExtensions
{
    /// <summary>
    /// Lets log-in verification be used over HTTP: what is found out of a request, the sign-in that waits for a second factor, antiforgery, and authorization. Can be called again: options
    /// add up.
    /// </summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Sets what is found out of a request; null for the defaults.</param>
    public static LoginVerificationBuilder UseAspNetCore(this LoginVerificationBuilder builder, Action<LoginVerificationHttpOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        if (configure is not null)
            builder.Services.Configure(configure);
        builder.Services.AddOptions();
        builder.Services.AddDataProtection();
        builder.Services.AddAntiforgery();
        builder.Services.AddAuthorization();
        builder.Services.TryAddSingleton<ISecondFactorSession, SecondFactorCookie>();
        builder.Services.TryAddScoped<SignInRequests>();
        builder.Services.TryAddScoped<SignInFlow>();
        return builder;
    }
}
