using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;

namespace LoginVerification.Benchmarks;

/// <summary>The real service over the in-memory store, with a clock that stands and senders that do nothing.</summary>
internal sealed class ServiceInMemory : TimeProvider, ISmsSender, INotifier
{
    private readonly DateTimeOffset now = Prepared.Now.ToDateTimeOffset();

    public ServiceInMemory()
    {
        var builder = new ServiceCollection()
            .AddSingleton<TimeProvider>(this)
            .AddSingleton<ISmsSender>(this)
            .AddSingleton<INotifier>(this)
            .AddLoginVerification(o =>
            {
                o.SmsHost = "example.com";
                o.CodeKeys["key"] = RandomNumberGenerator.GetBytes(LoginVerificationOptions.MinKeyBytes);
            })
            .UsePhoneNumbers().UseInMemoryStore();
        var provider = builder.Services.BuildServiceProvider();
        Service = provider.GetRequiredService<IEnrolmentService>();
        Store = provider.GetRequiredService<InMemoryEnrolments>();
    }

    public IEnrolmentService Service { get; }

    public InMemoryEnrolments Store { get; }

    public bool IsLive => true;

    public override DateTimeOffset GetUtcNow() => now;

    public Task<SmsReceipt> SendAsync(SmsMessage message, CancellationToken cancellationToken) => Task.FromResult<SmsReceipt>(new SmsReceipt.Accepted());

    public Task<NoticeReceipt> NotifyAsync(Notice notice, CancellationToken cancellationToken) => Task.FromResult(NoticeReceipt.Sent);

    /// <summary>Puts a snapshot into the store as it is.</summary>
    public void Save(Enrolment enrolment) =>
        _ = Store.TrySaveAsync(new EnrolmentChange(new Enrolment(enrolment.Account), enrolment, [], []), default).AsTask().Result
            ? true
            : throw new InvalidOperationException("The store has this account already.");
}
