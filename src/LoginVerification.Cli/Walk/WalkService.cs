using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;

namespace LoginVerification.Cli;

/// <summary>The real service, as a host would register it, over adapters that keep everything in this process.</summary>
internal sealed class WalkService : IDisposable
{
    private readonly ServiceProvider provider;
    private readonly OutboxDispatcher dispatcher;

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
            .UsePolicy(policy).AllowResearchPolicy().UsePhoneNumbers().UseInMemoryStore();
        provider = services.BuildServiceProvider();
        Enrolments = provider.GetRequiredService<IEnrolmentService>();
        dispatcher = provider.GetRequiredService<OutboxDispatcher>();
    }

    public IEnrolmentService Enrolments { get; }

    /// <summary>Gives a command, and then sends what is due, as a host's background loop does.</summary>
    public async Task<EnrolmentResult> HandleAsync(Caller caller, EnrolmentCommand command, CancellationToken cancellationToken)
    {
        var result = await Enrolments.HandleAsync(caller, command, cancellationToken);
        await dispatcher.DispatchDueAsync(cancellationToken);
        return result;
    }

    public PhoneInHand Phone { get; }

    public Post Post { get; } = new();

    public void Dispose() => provider.Dispose();
}

/// <summary>The person's phone: it takes every SMS, no real one rings, and the code is read as a person would.</summary>
internal sealed class PhoneInHand(Post post) : ISmsSender
{
    public bool IsLive => false;

    /// <summary>The newest code, from the last line of its SMS (<c>@host #code</c>); null before one arrived.</summary>
    public string? Code { get; private set; }

    public Task<SmsReceipt> SendAsync(SmsMessage message, CancellationToken cancellationToken)
    {
        var lastLine = message.Text.Split('\n')[^1];
        if (lastLine.StartsWith('@') && lastLine.IndexOf('#', StringComparison.Ordinal) is > 0 and var mark)
        {
            Code = lastLine[(mark + 1)..];
            post.Arrived("SMS with the code arrived");
        }
        else
        {
            post.Arrived("SMS without a code arrived");
        }

        return Task.FromResult<SmsReceipt>(new SmsReceipt.Accepted());
    }
}

/// <summary>The person's one other address, where notices arrive.</summary>
internal sealed class Letterbox(Post post) : INotifier
{
    public Task<NoticeReceipt> NotifyAsync(Notice notice, CancellationToken cancellationToken)
    {
        if (notice.Address is not NoticeAddress.First)
            return Task.FromResult(NoticeReceipt.NoIndependentAddress);
        post.Arrived($"notice to the owner: {notice.Kind}");
        return Task.FromResult(NoticeReceipt.Sent);
    }
}

/// <summary>What reached the person since the last look, in words without code or number.</summary>
internal sealed class Post
{
    private readonly List<string> arrived = [];

    public void Arrived(string message)
    {
        lock (arrived)
            arrived.Add(message);
    }

    public IReadOnlyList<string> Collect()
    {
        lock (arrived)
        {
            IReadOnlyList<string> collected = [.. arrived];
            arrived.Clear();
            return collected;
        }
    }
}
