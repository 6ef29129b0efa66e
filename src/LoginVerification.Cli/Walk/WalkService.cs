using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;

namespace LoginVerification.Cli;

/// <summary>The real service, as a host would register it, over a store or over memory, with a phone and an owner of this process.</summary>
internal sealed class WalkService : IAsyncDisposable
{
    /// <summary>No schema takes so long. A process that was killed while it made one leaves a lock behind, and SQLite's is waited for without an end.</summary>
    private static readonly TimeSpan LongestMigration = TimeSpan.FromSeconds(30);

    /// <summary>Who walks: one account, so that a second run on the same store finds what the first one left.</summary>
    public static readonly AccountId Account = AccountId.Parse(WalkAccount.Name);

    private readonly ServiceProvider provider;
    private readonly OutboxDispatcher dispatcher;

    private WalkService(WalkRequest request, TimeProvider time, byte[] key)
    {
        Phone = new PhoneInHand(Post);
        var services = new ServiceCollection()
            .AddSingleton(time)
            .AddSingleton<ISmsSender>(Phone)
            .AddSingleton<INotifier>(new Letterbox(Post));
        var builder = services.AddLoginVerification(options =>
            {
                options.SmsHost = "example.com";
                options.CodeKeys["walk"] = key;
            })
            .UsePolicy(request.Policy).AllowResearchPolicy().UsePhoneNumbers().UseAccountAttributes(new StatedAccount(request.Account));
        if (request.Store is null)
            builder.UseInMemoryStore();
        else
            request.Store.AddTo(builder);
        provider = services.BuildServiceProvider();
        Enrolments = provider.GetRequiredService<IEnrolmentService>();
        SignIns = provider.GetRequiredService<ISignInService>();
        Devices = provider.GetRequiredService<IDeviceService>();
        dispatcher = provider.GetRequiredService<OutboxDispatcher>();
    }

    public IEnrolmentService Enrolments { get; }

    public ISignInService SignIns { get; }

    public IDeviceService Devices { get; }

    /// <summary>The service, over a store that is fit for use.</summary>
    /// <exception cref="BadInputException">The store cannot be used.</exception>
    public static async Task<WalkService> OpenAsync(WalkRequest request, TimeProvider time, CancellationToken cancellationToken)
    {
        if (request.Store is not { } store)
            return new WalkService(request, time, RandomNumberGenerator.GetBytes(LoginVerificationOptions.MinKeyBytes));
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        WalkService? service = null;
        try
        {
            service = new WalkService(request, time, await store.PrepareAsync(cancellationToken));
            deadline.CancelAfter(LongestMigration);
            await store.MigrateAsync(service.provider, deadline.Token);
            await service.LoadAsync(cancellationToken);
            return service;
        }
        catch (Exception failure) when (failure is not BadInputException)
        {
            if (service is not null)
                await service.DisposeAsync();
            if (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested)
                throw new BadInputException($"--store \"{store.Name}\" is being made by another process, or one was killed while it made it. Try again in a minute.");
            if (store.ComplaintOf(failure) is { } complaint)
                throw new BadInputException(complaint);
            throw;
        }
    }

    /// <summary>The enrolment as it is stored; null where none is.</summary>
    public ValueTask<Enrolment?> LoadAsync(CancellationToken cancellationToken) =>
        provider.GetRequiredService<IEnrolmentStore>().LoadAsync(Account, cancellationToken);

    /// <summary>Sends what an earlier walk saved and did not send, as far as it is due.</summary>
    public Task DispatchAsync(CancellationToken cancellationToken) => dispatcher.DispatchDueAsync(cancellationToken);

    /// <summary>Gives a command, and then sends what is due, as a host's background loop does.</summary>
    public async Task<EnrolmentResult> HandleAsync(Caller caller, EnrolmentCommand command, CancellationToken cancellationToken)
    {
        var result = await Enrolments.HandleAsync(caller, command, cancellationToken);
        await dispatcher.DispatchDueAsync(cancellationToken);
        return result;
    }

    public PhoneInHand Phone { get; }

    public Post Post { get; } = new();

    public ValueTask DisposeAsync() => provider.DisposeAsync();
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
