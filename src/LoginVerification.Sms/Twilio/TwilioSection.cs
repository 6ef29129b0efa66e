using Microsoft.Extensions.Configuration;

namespace LoginVerification.Sms;

/// <summary>The settings of Twilio in a configuration section, by their names.</summary>
internal static class TwilioSection
{
    public static void Read(IConfigurationSection section, TwilioOptions into) => new StrictSection(section, into.SectionErrors)
        .Text(nameof(TwilioOptions.AccountSid), text => into.AccountSid = text)
        .Texts(nameof(TwilioOptions.AuthTokens), into.AuthTokens)
        .Text(nameof(TwilioOptions.ApiKeySid), text => into.ApiKeySid = text)
        .Text(nameof(TwilioOptions.ApiKeySecret), text => into.ApiKeySecret = text)
        .Text(nameof(TwilioOptions.From), text => into.From = text)
        .Text(nameof(TwilioOptions.MessagingServiceSid), text => into.MessagingServiceSid = text)
        .Address(nameof(TwilioOptions.ReportTo), address => into.ReportTo = address)
        .Address(nameof(TwilioOptions.Api), address => into.Api = address)
        .YesOrNo(nameof(TwilioOptions.AllowUnencrypted), yes => into.AllowUnencrypted = yes)
        .YesOrNo(nameof(TwilioOptions.IsLive), yes => into.IsLive = yes)
        .Wait(nameof(TwilioOptions.Timeout), wait => into.Timeout = wait)
        .Read();
}
