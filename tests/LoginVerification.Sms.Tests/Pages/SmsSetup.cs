using LoginVerification;
using LoginVerification.Sms;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Example;

public static class SmsSetup
{
    /// <summary>Kannel, in code.</summary>
    public static LoginVerificationBuilder Kannel(LoginVerificationBuilder verification, Func<string, string> vault) => verification.UseKannel(o =>
    {
        o.SendSms = new Uri("https://sms.internal:13013/cgi-bin/sendsms");
        o.Username = "login-verification";
        o.Password = vault("kannel-password");
        o.From = "Example";
        o.ReportTo = new Uri("https://example.com/sms/kannel");
        o.CallbackSecrets.Add(vault("kannel-callback"));
    });

    /// <summary>Twilio, from the section "Twilio" of the configuration.</summary>
    public static LoginVerificationBuilder Twilio(LoginVerificationBuilder verification, WebApplicationBuilder builder) =>
        verification.UseTwilio(builder.Configuration.GetSection("Twilio"));

    /// <summary>A handler of your own goes around the client of a gateway.</summary>
    public static void Handlers(IServiceCollection services, Func<DelegatingHandler> measuring) =>
        services.AddHttpClient(TwilioOptions.HttpClientName).AddHttpMessageHandler(measuring);

    /// <summary>After Build: what the gateways call, at /sms/kannel and /sms/twilio. It is in the package LoginVerification.AspNetCore.</summary>
    public static void Map(WebApplication app) => app.MapLoginVerificationCallbacks("/sms");
}
