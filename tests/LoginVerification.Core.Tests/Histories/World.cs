using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NodaTime;

namespace LoginVerification.Tests;

/// <summary>
/// The real service as a host registers it, over the store in memory or one that is given, with everything else that it touches in the
/// test's hand: the clock, the phones that ring, the letters that come, the devices, the randomness.
/// </summary>
internal sealed class World : IDisposable
{
    public const string SmsHost = "example.com";

    private readonly ServiceProvider services;
    private readonly FakeTimeProvider clock = new(Given.Now.ToDateTimeOffset());

    /// <param name="policy">The rules.</param>
    /// <param name="useStore">Chooses where enrolments are kept; null for memory.</param>
    public World(EnrolmentPolicy policy, Action<LoginVerificationBuilder>? useStore = null)
    {
        var registrations = new ServiceCollection();
        registrations.AddSingleton<TimeProvider>(clock);
        registrations.AddSingleton<IEntropy>(new CountedEntropy());
        registrations.AddSingleton<IPhoneNumberReader>(new TestNumbers());
        registrations.AddSingleton<ISmsSender>(Phones);
        registrations.AddSingleton<INotifier>(Letters);
        var builder = registrations
            .AddLoginVerification(options =>
            {
                options.SmsHost = SmsHost;
                options.CodeKeys["test"] = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];
            })
            .UsePolicy(policy).AllowResearchPolicy();
        (useStore ?? (memory => memory.UseInMemoryStore()))(builder);
        registrations.AddBoundDevices(Devices.Owners.Contains);
        services = registrations.BuildServiceProvider();
        Service = services.GetRequiredService<IEnrolmentService>();
        Store = ((BoundDevices)services.GetRequiredService<IEnrolmentStore>()).Inner;
        Histories = services.GetRequiredService<IEnrolmentHistory>();
        Outbox = services.GetRequiredService<IOutbox>();
    }

    /// <summary>What the host registered, and we.</summary>
    public IServiceProvider Services => services;

    public IEnrolmentService Service { get; }

    public IEnrolmentStore Store { get; }

    public IEnrolmentHistory Histories { get; }

    public IOutbox Outbox { get; }

    public RingingPhones Phones { get; } = new();

    public Letterbox Letters { get; } = new();

    public Handsets Devices { get; } = new();

    /// <summary>The present as the service is to see it: in whole milliseconds.</summary>
    public Instant Now => Instant.FromUnixTimeMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds());

    /// <summary>Moves the clock; a negative duration is a clock that was set back.</summary>
    public void Pass(Duration duration) => clock.AdjustTime(clock.GetUtcNow() + duration.ToTimeSpan());

    public void MoveTo(Instant instant) => clock.AdjustTime(instant.ToDateTimeOffset());

    /// <summary>Gives a command, and then sends what is due, as a host's background loop does.</summary>
    public async Task<EnrolmentResult> Handle(Caller caller, EnrolmentCommand command)
    {
        var result = await Service.HandleAsync(caller, command);
        await services.GetRequiredService<OutboxDispatcher>().DispatchDueAsync();
        return result;
    }

    public async Task<Enrolment> Load(AccountId account) => await Store.LoadAsync(account, default) ?? new Enrolment(account);

    public async Task<IReadOnlyList<EnrolmentEvent>> History(AccountId account) => await Histories.ReadAsync(account, 1, int.MaxValue, default);

    public void Dispose() => services.Dispose();

    /// <summary>Every message that was sent, as a person finds it on the phone.</summary>
    internal sealed class RingingPhones : ISmsSender
    {
        private readonly List<(string Number, string Text)> messages = [];

        public IReadOnlyList<(string Number, string Text)> Messages => messages;

        /// <summary>Numbers that the gateway refuses.</summary>
        public HashSet<string> Dead { get; } = [];

        /// <summary>The newest message that the gateway refused.</summary>
        public string? Lost { get; private set; }

        public bool IsLive => true;

        public Task<SmsReceipt> SendAsync(SmsMessage message, CancellationToken cancellationToken)
        {
            if (Dead.Contains(message.To.E164))
            {
                Lost = message.Text;
                return Task.FromResult<SmsReceipt>(new SmsReceipt.Rejected(RejectionReason.UnknownNumber));
            }

            lock (messages)
                messages.Add((message.To.E164, message.Text));
            return Task.FromResult<SmsReceipt>(new SmsReceipt.Accepted());
        }
    }

    /// <summary>Every notice that was handed on. Whoever is in <see cref="Homeless"/> has no address but the phone.</summary>
    internal sealed class Letterbox : INotifier
    {
        private readonly List<Notice> notices = [];

        public HashSet<AccountId> Homeless { get; } = [];

        public IReadOnlyList<Notice> Notices => notices;

        public Task<NoticeReceipt> NotifyAsync(Notice notice, CancellationToken cancellationToken)
        {
            if (notice.Address is not NoticeAddress.First)
                return Task.FromResult(NoticeReceipt.NoIndependentAddress);
            lock (notices)
                notices.Add(notice);
            return Task.FromResult(Homeless.Contains(notice.Account) ? NoticeReceipt.NoIndependentAddress : NoticeReceipt.Sent);
        }
    }

    /// <summary>Who has the app on a device.</summary>
    internal sealed class Handsets
    {
        public HashSet<AccountId> Owners { get; } = [];
    }

    /// <summary>The same unpredictable-looking bytes in each run.</summary>
    private sealed class CountedEntropy : IEntropy
    {
        private int count;

        public void Fill(Span<byte> bytes) => SHA512.HashData(BitConverter.GetBytes(++count)).AsSpan(0, bytes.Length).CopyTo(bytes);
    }
}
