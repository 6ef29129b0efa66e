using LoginVerification;
using LoginVerification.Pages;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the pages.</summary>
public static class PagesBuilderExtensions
{
    /// <summary>Lets log-in verification be shown as pages; <c>MapLoginVerificationPages</c> maps them. Can be called again: options add up.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Sets what the pages show, and where they lead; null for the defaults.</param>
    public static LoginVerificationBuilder UsePages(this LoginVerificationBuilder builder, Action<LoginVerificationPagesOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.UseAspNetCore();
        if (configure is not null)
            builder.Services.Configure(configure);
        builder.Services.AddRazorComponents();
        builder.Services.TryAddSingleton<DoneCookie>();
        builder.Services.TryAddScoped<TriesLeft>();
        builder.Services.TryAddScoped<ShownSignIn>();
        return builder;
    }
}
