using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;

namespace LoginVerification.Cli;

/// <summary>The real service, as a host would register it, over adapters that keep everything in this process.</summary>
internal sealed class WalkService : IDisposable
{
    private readonly ServiceProvider provider;

    public WalkService(EnrolmentPolicy policy, TimeProvider time)
    {
        Phone = new PhoneInHand(Post);
        var services = new ServiceCollection()
            .AddSingleton(time)
            .AddSingleton<ISmsSender>(Phone)
            .AddSingleton<INotifier>(new Letterbox(Post));
        services.AddLoginVerification(options =>
            {
                options.SmsHost = "example.com";
                options.CodeKeys["walk"] = RandomNumberGenerator.GetBytes(LoginVerificationOptions.MinKeyBytes);
            })
            .UsePolicy(policy).UsePhoneNumbers().UseInMemoryStore();
        provider = services.BuildServiceProvider();
        Enrolments = provider.GetRequiredService<IEnrolmentService>();
        Store = provider.GetRequiredService<IEnrolmentStore>();
    }

    public IEnrolmentService Enrolments { get; }

    public IEnrolmentStore Store { get; }

    public PhoneInHand Phone { get; }

    public Post Post { get; } = new();

    public void Dispose() => provider.Dispose();
}
