using System.Diagnostics.CodeAnalysis;
using LoginVerification.Sms;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LoginVerification;

/// <summary>Chooses a gateway for SMS. Each call can be repeated: settings add up, and the last choice of a sender wins.</summary>
public static class SmsBuilderExtensions
{
    /// <summary>Sends over Kannel, and registers <see cref="KannelCallbacks"/>. Wrong settings fail the start, while Kannel is the sender.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Sets the settings.</param>
    /// <returns>The same builder.</returns>
    public static LoginVerificationBuilder UseKannel(this LoginVerificationBuilder builder, Action<KannelOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        builder.Services.Configure(configure);
        GatewayClient.Add(builder.Services, KannelOptions.HttpClientName, provider => Settings<KannelOptions>(provider).Timeout);
        return builder.AddSmsCallbacks<KannelCallbacks>().UseSms<KannelSender>().Check<ISmsSender, KannelSender, KannelOptions>(settings => settings.SectionErrors, lease => new KannelOptionsValidator(lease));
    }

    /// <summary>The same, with the settings from a section of the configuration, by their names; durations as <c>hh:mm:ss</c>. Whatever it says that is no setting fails the start.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="section">The section: <c>builder.Configuration.GetSection("Kannel")</c>.</param>
    /// <returns>The same builder.</returns>
    public static LoginVerificationBuilder UseKannel(this LoginVerificationBuilder builder, IConfigurationSection section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return builder.UseKannel(settings => KannelSection.Read(section, settings));
    }

    /// <summary>Sends over Twilio, and registers <see cref="TwilioCallbacks"/>. Wrong settings fail the start, while Twilio is the sender.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Sets the settings.</param>
    /// <returns>The same builder.</returns>
    public static LoginVerificationBuilder UseTwilio(this LoginVerificationBuilder builder, Action<TwilioOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        builder.Services.Configure(configure);
        GatewayClient.Add(builder.Services, TwilioOptions.HttpClientName, provider => Settings<TwilioOptions>(provider).Timeout);
        return builder.AddSmsCallbacks<TwilioCallbacks>().UseSms<TwilioSender>().Check<ISmsSender, TwilioSender, TwilioOptions>(settings => settings.SectionErrors, lease => new TwilioOptionsValidator(lease));
    }

    /// <summary>The same, with the settings from a section of the configuration, by their names; durations as <c>hh:mm:ss</c>. Whatever it says that is no setting fails the start.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="section">The section: <c>builder.Configuration.GetSection("Twilio")</c>.</param>
    /// <returns>The same builder.</returns>
    public static LoginVerificationBuilder UseTwilio(this LoginVerificationBuilder builder, IConfigurationSection section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return builder.UseTwilio(settings => TwilioSection.Read(section, settings));
    }

    private static TSettings Settings<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TSettings>(IServiceProvider provider)
        where TSettings : class => provider.GetRequiredService<IOptions<TSettings>>().Value;
}
