using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Coyote.Runtime;
using Microsoft.Coyote.Specifications;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NodaTime;

namespace LoginVerification.Tests;

/// <summary>
/// The real service and dispatcher over a store in memory, one account, and everything that they ask as a point where another task may come
/// between, before and after.
/// </summary>
internal sealed class Stage : IDisposable
{
    public const string Number = "+972502345678";
    public const string OtherNumber = "+972522345678";

    private static readonly AccountId Alice = AccountId.Parse("alice");

    private readonly ServiceProvider services;
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));
    private readonly IEnrolmentService service;
    private readonly OutboxDispatcher dispatcher;
    private readonly ScheduledStore store;
    private int commands;

    /// <param name="flaw">Puts a flaw into the store; none without it.</param>
    public Stage(Func<InMemoryEnrolments, DelegatingStore>? flaw = null)
    {
        var memory = new InMemoryEnrolments();
        store = new ScheduledStore(flaw?.Invoke(memory) ?? new DelegatingStore(memory), Ledger);
        Phone = new ScheduledPhone(Ledger);
        var builder = new ServiceCollection()
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton<ISmsSender>(Phone)
            .AddSingleton<INotifier>(new ScheduledLetterbox(Ledger))
            .AddSingleton<IPhoneNumberReader, PlainNumbers>()
            .AddSingleton<IEntropy>(new CountedEntropy())
            .AddLoginVerification(o =>
            {
                o.SmsHost = "example.com";
                o.CodeKeys["test"] = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];
            });
        builder.Services
            .AddSingleton<IEnrolmentStore>(new DeviceLendingStore(store))
            .AddSingleton<IEnrolmentHistory>(store)
            .AddSingleton<IOutbox>(store);
        services = builder.Services.BuildServiceProvider();
        service = services.GetRequiredService<IEnrolmentService>();
        dispatcher = services.GetRequiredService<OutboxDispatcher>();
    }

    public Ledger Ledger { get; } = new();

    public ScheduledPhone Phone { get; }

    /// <summary>A user's command at the web, freshly authenticated with both factors.</summary>
    public async Task<EnrolmentResult> ByUser(UserCommand command)
    {
        var name = $"{command.GetType().Name} {++commands}";
        var caller = Caller.User(Alice, Surface.Parse("web"), Now, AuthenticationFactors.MultiFactor) with { CorrelationId = name };
        return Answered(name, await service.HandleAsync(caller, command));
    }

    /// <summary>A browser at the web that gave the password. It answers whatever sign-in is there.</summary>
    public async Task<EnrolmentResult> ByBrowser(Func<ChallengeId, SignInCommand> command)
    {
        var asked = (await store.LoadAsync(Alice, default))?.SignIn?.Challenge.Id ?? new ChallengeId("none");
        var given = command(asked);
        var name = $"{given.GetType().Name} {++commands}";
        return Answered(name, await service.HandleAsync(Caller.SigningIn(Alice, Surface.Parse("web")) with { CorrelationId = name }, given));
    }

    public async Task<EnrolmentResult> ByCarrier(HostCommand command)
    {
        var name = $"{command.GetType().Name} {++commands}";
        return Answered(name, await service.HandleAsync(Caller.Carrier(Alice) with { CorrelationId = name }, command));
    }

    public Task Dispatch() => dispatcher.DispatchDueAsync();

    public async Task Erase() => await service.EraseAsync(Caller.Operator(Alice, "staff-1"));

    public void Pass(Duration time) => clock.Advance(time.ToTimeSpan());

    /// <summary>The code that the phone shows last.</summary>
    public string Code => Phone.Codes.LastOrDefault("000000");

    /// <summary>A code that no message had.</summary>
    public string WrongCode =>
        Enumerable.Range(0, 1000).Select(i => i.ToString("000000", CultureInfo.InvariantCulture)).First(code => !Phone.Codes.Contains(code));

    /// <summary>A number is verified.</summary>
    public async Task Verify(string number)
    {
        await ByUser(new SubmitPhone(number));
        await ByUser(new ConfirmCode(Code));
    }

    /// <summary>Runs all at once, lets everything that is owed leave, and asks the ledger.</summary>
    public async Task Together(params Func<Task>[] actors)
    {
        // The array: Coyote does not know the overload that takes a span.
        Task[] tasks = [.. actors.Select(actor => Task.Run(actor))];
        await Task.WhenAll(tasks);
        Phone.Fails = false;
        SchedulingPoint.Suppress();
        for (var i = 0; i < 10; i++)
        {
            Pass(Duration.FromSeconds(45));
            await dispatcher.DispatchDueAsync();
        }

        var faults = Ledger.Faults(Alice, await store.LoadAsync(Alice, default), await store.ReadAsync(Alice, 1, int.MaxValue, default), await store.ReadErasuresAsync(Alice, default)).ToArray();
        SchedulingPoint.Resume();
        Specification.Assert(faults.Length == 0, "{0}", $"{string.Join("; ", faults)}\n{Ledger.Tale}");
    }

    public void Dispose() => services.Dispose();

    private Instant Now => Instant.FromDateTimeOffset(clock.GetUtcNow());

    private EnrolmentResult Answered(string name, EnrolmentResult result)
    {
        Ledger.Answered(name, result);
        return result;
    }

    /// <summary>Other bytes each time, and the same again in each order of the tasks.</summary>
    private sealed class CountedEntropy : IEntropy
    {
        private int count;

        public void Fill(Span<byte> bytes) => SHA512.HashData(BitConverter.GetBytes(++count)).AsSpan(0, bytes.Length).CopyTo(bytes);
    }
}
