using LoginVerification.WebPush;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace LoginVerification;

/// <summary>Chooses Web Push to wake apps. Each call can be repeated: settings add up, and the last choice of a push sender wins.</summary>
public static class WebPushBuilderExtensions
{
    /// <summary>Wakes apps and browsers over Web Push. Wrong settings fail the start, while Web Push is the sender.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Sets the settings.</param>
    /// <returns>The same builder.</returns>
    public static LoginVerificationBuilder UseWebPush(this LoginVerificationBuilder builder, Action<WebPushOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        var services = builder.Services;
        services.Configure(configure);
        services.TryAddSingleton<PushNetwork>();
        PushClient.Add(services, provider => Settings(provider).Timeout);
        return builder.UsePush<WebPushSender>().Check<IPushSender, WebPushSender, WebPushOptions>(settings => settings.SectionErrors, lease => new WebPushOptionsValidator(lease));
    }

    /// <summary>The same, with the settings from a section of the configuration, by their names; durations as <c>hh:mm:ss</c>. Whatever it says that is no setting fails the start.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="section">The section: <c>builder.Configuration.GetSection("WebPush")</c>.</param>
    /// <returns>The same builder.</returns>
    public static LoginVerificationBuilder UseWebPush(this LoginVerificationBuilder builder, IConfigurationSection section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return builder.UseWebPush(settings => WebPushSection.Read(section, settings));
    }

    private static WebPushOptions Settings(IServiceProvider provider) => provider.GetRequiredService<IOptions<WebPushOptions>>().Value;
}
