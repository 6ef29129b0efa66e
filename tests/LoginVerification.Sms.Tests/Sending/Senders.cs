using Microsoft.Extensions.DependencyInjection;

namespace LoginVerification.Sms.Tests.Sending;

/// <summary>Senders as a host gets them, made by the registration.</summary>
internal static class Senders
{
    public const string Code = "386153";
    public const string Password = "p+s w%rd&x=1";
    public const string CallbackSecret = "Zm9vYmFyYmF6cXV4LTE_3.~";
    public const string AccountSid = "ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    public const string AuthToken = "0123456789abcdef0123456789abcdef";

    public static PhoneNumber Number { get; } = PhoneNumber.Parse("+447700900123");

    public static SmsMessage Message(string id = "fedcba98765432100123456789abcdef", string? text = null) =>
        new(id, Number, text ?? $"{Code} is your code.\n\n@example.com #{Code}");

    public static void Kannel(KannelOptions settings, Uri sendSms)
    {
        settings.SendSms = sendSms;
        settings.Username = "app";
        settings.Password = Password;
        settings.From = "12345";
        settings.IsLive = false;
        settings.CallbackSecrets.Add(CallbackSecret);
        settings.Timeout = TimeSpan.FromSeconds(10);
    }

    public static void Twilio(TwilioOptions settings, Uri api)
    {
        settings.Api = api;
        settings.AccountSid = AccountSid;
        settings.AuthTokens.Add(AuthToken);
        settings.From = "+15005550006";
        settings.IsLive = false;
    }

    public static ServiceProvider Host(Action<LoginVerificationBuilder> use, Action<IServiceCollection>? more = null, Action<LoginVerificationOptions>? wiring = null)
    {
        var services = new ServiceCollection();
        var builder = services.AddLoginVerification(o =>
        {
            o.SmsHost = "example.com";
            o.CodeKeys["test"] = new byte[LoginVerificationOptions.MinKeyBytes];
            wiring?.Invoke(o);
        }).UsePhoneNumbers().UseInMemoryStore().UseNotifier(new NoAddresses());
        more?.Invoke(services);
        use(builder);
        return services.BuildServiceProvider(validateScopes: true);
    }

    public static ServiceProvider KannelHost(Uri server, Action<KannelOptions>? change = null, Action<IServiceCollection>? more = null) => Host(
        builder => builder.UseKannel(settings =>
        {
            Kannel(settings, new Uri(server, "cgi-bin/sendsms"));
            change?.Invoke(settings);
        }),
        more);

    public static ServiceProvider TwilioHost(Uri server, Action<TwilioOptions>? change = null, Action<IServiceCollection>? more = null) => Host(
        builder => builder.UseTwilio(settings =>
        {
            Twilio(settings, server);
            change?.Invoke(settings);
        }),
        more);

    public static Task<SmsReceipt> SendAsync(this ServiceProvider host, SmsMessage? message = null, CancellationToken cancellationToken = default) =>
        host.GetRequiredService<ISmsSender>().SendAsync(message ?? Message(), cancellationToken);

    private sealed class NoAddresses : INotifier
    {
        public Task<NoticeReceipt> NotifyAsync(Notice notice, CancellationToken cancellationToken) => Task.FromResult(NoticeReceipt.NoIndependentAddress);
    }
}
