using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NodaTime;

namespace LoginVerification.Tests;

/// <summary>The real services under a clock that the test moves, with a phone, an owner's mailbox and a push service that remember.</summary>
internal sealed class SignInHost : IDisposable
{
    public const string Number = "+972502345678";
    public static readonly AccountId Alice = AccountId.Parse("alice");
    public static readonly Surface Web = Surface.Parse("web");

    private static readonly byte[] Key = RandomNumberGenerator.GetBytes(32);
    private readonly ServiceProvider provider;

    public SignInHost(Func<PolicyDocument, PolicyDocument>? change = null, Action<LoginVerificationBuilder>? configure = null)
    {
        Policy = EnrolmentPolicy.Create((change ?? (policy => policy))(ShippedPolicies.Consistent.Document));
        var builder = new ServiceCollection()
            .AddSingleton<TimeProvider>(Time)
            .AddLoginVerification(o =>
            {
                o.SmsHost = "example.com";
                o.CodeKeys["test"] = Key;
            })
            .UsePolicy(Policy).UsePhoneNumbers().UseInMemoryStore().UseSms(Phone).UseNotifier(Owner).UsePush(Push);
        configure?.Invoke(builder);
        provider = builder.Services.BuildServiceProvider();
        Enrolments = provider.GetRequiredService<IEnrolmentService>();
        SignIns = provider.GetRequiredService<ISignInService>();
        Devices = provider.GetRequiredService<IDeviceService>();
        Dispatcher = provider.GetRequiredService<OutboxDispatcher>();
        // A test whose store cannot be made has none to look into.
        Store = Enrolments.GetType().Name is "EnrolmentService" ? provider.GetRequiredService<InMemoryEnrolments>() : null!;
    }

    public EnrolmentPolicy Policy { get; }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 29, 12, 0, 0, TimeSpan.Zero));

    public Instant Now => Time.GetInstant();

    public RecordingPhone Phone { get; } = new();

    public RecordingOwner Owner { get; } = new();

    public RecordingPush Push { get; } = new();

    public IEnrolmentService Enrolments { get; }

    public ISignInService SignIns { get; }

    public IDeviceService Devices { get; }

    public OutboxDispatcher Dispatcher { get; }

    public InMemoryEnrolments Store { get; }

    /// <summary>The owner, signed in with both factors just now.</summary>
    public UserEnrolment Session(AccountId? account = null, AuthenticationFactors factors = AuthenticationFactors.MultiFactor) =>
        Enrolments.ForUser(account ?? Alice, Web, Now, factors);

    public async Task<Enrolment> StoredAsync(AccountId? account = null) => await Store.LoadAsync(account ?? Alice, default) ?? new Enrolment(account ?? Alice);

    public async Task<IReadOnlyList<EnrolmentEvent>> HistoryAsync(AccountId? account = null) => await Store.ReadAsync(account ?? Alice, 1, int.MaxValue, default);

    /// <summary>What is due goes out.</summary>
    public Task DispatchAsync() => Dispatcher.DispatchDueAsync();

    /// <summary>A verified number, and SMS protects the log-in.</summary>
    public async Task EnableSmsAsync(AccountId? account = null, string number = Number)
    {
        Assert.Null((await Session(account).SubmitPhoneAsync(number)).Refusal);
        Assert.Null((await Session(account).ConfirmCodeAsync(Phone.LastCode)).Refusal);
        Assert.Null((await Session(account).EnableAsync(VerificationChannel.Sms)).Refusal);
        await DispatchAsync();
    }

    /// <summary>A verified number, a bound device, and the app protects the log-in.</summary>
    public async Task<App> EnableAppAsync(PushAddress? address = null)
    {
        await EnableSmsAsync();
        var app = address is null ? new App() : new App { Address = address };
        Assert.Null((await app.BindAsync(this, (await Session().IssueDeviceTokenAsync()).Text!)).Refusal);
        Assert.Null((await Session().ChangeChannelAsync(VerificationChannel.AppPush)).Refusal);
        await DispatchAsync();
        return app;
    }

    public async Task<ValueList<BackupCode>> IssueBackupCodesAsync() => (await Session().IssueBackupCodesAsync()).BackupCodes;

    public Task<SignInStart> BeginAsync(ChallengeId? continues = null) =>
        SignIns.BeginAsync(Alice, Web, new SignInContext { Continues = continues, Place = "Haifa", Browser = "Firefox" }).AsTask();

    public async Task<SignInChallenge> ChallengedAsync(ChallengeId? continues = null) => Assert.IsType<SignInStart.Challenged>(await BeginAsync(continues)).Challenge;

    public async Task<Refusal> BlockedAsync() => Assert.IsType<SignInStart.Blocked>(await BeginAsync()).Refusal;

    public Task<SignInAnswer> AnswerAsync(ChallengeId challenge, string code) => SignIns.AnswerAsync(Alice, Web, challenge, code).AsTask();

    public Task<SignInAnswer> CompleteAsync(ChallengeId challenge) => SignIns.CompleteAsync(Alice, Web, challenge).AsTask();

    public Task<SignInAnswer> UseBackupCodeAsync(string code) => SignIns.UseBackupCodeAsync(Alice, Web, code).AsTask();

    /// <summary>A code of as many digits as the right one, and another one.</summary>
    public string WrongCode() => WrongFor(Phone.LastCode);

    public static string WrongFor(string right) => (right[0] == '9' ? "0" : "9") + right[1..];

    public void Dispose() => provider.Dispose();
}

/// <summary>A push service that remembers what it was given.</summary>
internal sealed class RecordingPush : IPushSender
{
    private readonly List<PushMessage> pushes = [];

    public Func<PushMessage, PushReceipt> Answer { get; set; } = _ => PushReceipt.Accepted;

    public Func<Exception?> Fault { get; set; } = () => null;

    public IReadOnlyList<PushMessage> Pushes
    {
        get
        {
            lock (pushes)
                return [.. pushes];
        }
    }

    public Task<PushReceipt> WakeAsync(PushMessage push, CancellationToken cancellationToken)
    {
        lock (pushes)
            pushes.Add(push);
        return Fault() is { } fault ? Task.FromException<PushReceipt>(fault) : Task.FromResult(Answer(push));
    }
}

/// <summary>What answers are expected to be.</summary>
internal static class Answers
{
    public static SignInAnswer.Approved Approved(this SignInAnswer answer) => Assert.IsType<SignInAnswer.Approved>(answer);

    public static Refusal Refused(this SignInAnswer answer) => Assert.IsType<SignInAnswer.Refused>(answer).Refusal;

    public static RefusalCode Code(this SignInAnswer answer) => answer.Refused().Code;
}
