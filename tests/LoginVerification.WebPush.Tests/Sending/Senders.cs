using LoginVerification.Testing;
using LoginVerification.WebPush.Tests.Service;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace LoginVerification.WebPush.Tests.Sending;

/// <summary>Senders as a host gets them, made by the registration.</summary>
internal static class Senders
{
    public const string Subject = "mailto:operations@example.com";
    public const string Id = "fedcba98765432100123456789abcdef";

    public static (string PublicKey, string PrivateKey) Keys { get; } = Example.VapidKeys.Make();

    public static void Fill(WebPushOptions settings) => (settings.Subject, settings.PublicKey, settings.PrivateKey) = (Subject, Keys.PublicKey, Keys.PrivateKey);

    public static PushMessage Message(PushAddress address, string id = Id, Duration? life = null, Instant? now = null) =>
        new(id, DeviceId.Parse(new string('a', 32)), address, (now ?? SystemClock.Instance.GetCurrentInstant()) + (life ?? Duration.FromMinutes(2)));

    /// <summary>A host whose push services are this one.</summary>
    public static ServiceProvider Host(PushService service, Action<WebPushOptions>? change = null, Action<IServiceCollection>? more = null, Action<LoginVerificationBuilder>? use = null) => Host(
        builder =>
        {
            builder.Services.AddSingleton(new TestNetwork(service.Port));
            builder.Services.AddSingleton<PushNetwork>(services => services.GetRequiredService<TestNetwork>());
            builder.UseWebPush(settings =>
            {
                Fill(settings);
                change?.Invoke(settings);
            });
            // No certificate counts but the service's own.
            builder.Services.AddHttpClient(WebPushOptions.HttpClientName).ConfigurePrimaryHttpMessageHandler((handler, _) =>
                ((SocketsHttpHandler)((DelegatingHandler)handler).InnerHandler!).SslOptions.RemoteCertificateValidationCallback = (_, shown, _, _) => shown!.GetCertHashString() == service.Thumbprint);
            use?.Invoke(builder);
        },
        more);

    public static ServiceProvider Host(Action<LoginVerificationBuilder> use, Action<IServiceCollection>? more = null, Action<LoginVerificationOptions>? wiring = null)
    {
        var services = new ServiceCollection();
        more?.Invoke(services);
        use(services.AddLoginVerification(o =>
        {
            o.SmsHost = "example.com";
            o.CodeKeys["test"] = new byte[LoginVerificationOptions.MinKeyBytes];
            wiring?.Invoke(o);
        }).UsePhoneNumbers().UseInMemoryStore().UseNotifier(new RecordingOwner()).UseSms(new RecordingPhone()));
        return services.BuildServiceProvider(validateScopes: true);
    }

    public static Task<PushReceipt> WakeAsync(this ServiceProvider host, PushMessage push, CancellationToken cancellationToken = default) =>
        host.GetRequiredService<IPushSender>().WakeAsync(push, cancellationToken);
}
