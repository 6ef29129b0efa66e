using Microsoft.Extensions.Configuration;

namespace LoginVerification.Sms;

/// <summary>The settings of Kannel in a configuration section, by their names.</summary>
internal static class KannelSection
{
    public static void Read(IConfigurationSection section, KannelOptions into) => new StrictSection(section, into.SectionErrors)
        .Address(nameof(KannelOptions.SendSms), address => into.SendSms = address)
        .YesOrNo(nameof(KannelOptions.AllowUnencrypted), yes => into.AllowUnencrypted = yes)
        .Text(nameof(KannelOptions.Username), text => into.Username = text)
        .Text(nameof(KannelOptions.Password), text => into.Password = text)
        .Text(nameof(KannelOptions.From), text => into.From = text)
        .Text(nameof(KannelOptions.Smsc), text => into.Smsc = text)
        .YesOrNo(nameof(KannelOptions.IsLive), yes => into.IsLive = yes)
        .Address(nameof(KannelOptions.ReportTo), address => into.ReportTo = address)
        .Texts(nameof(KannelOptions.CallbackSecrets), into.CallbackSecrets)
        .Wait(nameof(KannelOptions.Timeout), wait => into.Timeout = wait)
        .Read();
}
