using Microsoft.Extensions.Configuration;

namespace LoginVerification.WebPush;

/// <summary>The settings in a configuration section, by their names.</summary>
internal static class WebPushSection
{
    public static void Read(IConfigurationSection section, WebPushOptions into) => new StrictSection(section, into.SectionErrors)
        .Text(nameof(WebPushOptions.Subject), text => into.Subject = text)
        .Text(nameof(WebPushOptions.PublicKey), text => into.PublicKey = text)
        .Text(nameof(WebPushOptions.PrivateKey), text => into.PrivateKey = text)
        .Texts(nameof(WebPushOptions.AllowedHosts), into.AllowedHosts)
        .Wait(nameof(WebPushOptions.Timeout), wait => into.Timeout = wait)
        .Read();
}
