using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using NodaTime;

namespace LoginVerification.Exploration.Tests.Support;

/// <summary>
/// The service as a host registers it, over a store and a world that a test holds in its hand. Not thread-safe: one a thread.
/// </summary>
internal sealed class RealService : IDisposable
{
    /// <summary>The key of the codes that the explorer's accounts wait for, so that none of them is retired.</summary>
    public static string KeyId { get; } = ChallengeSeed.Placeholder.KeyId;

    private readonly byte[] key = [.. Enumerable.Range(1, 32).Select(part => (byte)part)];
    private readonly FakeTimeProvider time = new(ShapeSpace.Now.ToDateTimeOffset());
    private readonly ServiceProvider provider;
    private readonly IEnrolmentService service;
    private readonly int digits;

    public RealService(EnrolmentPolicy policy)
    {
        digits = policy.Document.Code.Digits;
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(time)
            .AddLoginVerification(o =>
            {
                o.SmsHost = "example.com";
                o.CodeKeys[KeyId] = key;
            })
            .UsePolicy(policy).AllowResearchPolicy();
        services.AddSingleton<IEnrolmentStore>(Store).AddSingleton<IEnrolmentHistory>(Store).AddSingleton<IOutbox>(Store)
            .AddSingleton<IPhoneNumberReader>(Surroundings).AddSingleton<ICountryRegistry>(Surroundings)
            .AddSingleton<IRiskSignal>(Surroundings).AddSingleton<ISendLimiter>(Surroundings)
            .AddSingleton<IAccountAttributes>(Surroundings).AddSingleton<ISmsSender>(Surroundings).AddSingleton<INotifier>(Surroundings);
        // No host starts with such a policy, so that the check at start is left out here.
        if (policy.Document.Research)
            services.AddSingleton(new ServedToExplore()).RemoveAll<IValidateOptions<LoginVerificationOptions>>();
        provider = services.BuildServiceProvider();
        service = provider.GetRequiredService<IEnrolmentService>();
    }

    public SingleAccountStore Store { get; } = new();

    public Surroundings Surroundings { get; } = new();

    public Instant Now
    {
        get => Instant.FromDateTimeOffset(time.GetUtcNow());
        set => time.AdjustTime(value.ToDateTimeOffset());
    }

    /// <summary>The code of a challenge, as its SMS has it.</summary>
    public string CodeOf(AccountId account, Challenge challenge)
    {
        Span<char> code = stackalloc char[digits];
        CodeGenerator.Generate(key, account, challenge, code);
        return new string(code);
    }

    /// <summary>A well-formed code that none of the challenges has.</summary>
    public string CodeBeside(AccountId account, IEnumerable<Challenge> challenges)
    {
        var taken = challenges.Select(challenge => CodeOf(account, challenge)).ToHashSet();
        return Enumerable.Range(0, taken.Count + 1).Select(number => number.ToString(System.Globalization.CultureInfo.InvariantCulture).PadLeft(digits, '0'))
            .First(code => !taken.Contains(code));
    }

    /// <summary>Gives a command to an account that stands as told.</summary>
    public Outcome Give(Enrolment before, Caller caller, EnrolmentCommand command)
    {
        Store.Put(before);
        var answer = service.HandleAsync(caller, command).AsTask().GetAwaiter().GetResult();
        return new Outcome(answer.Refusal, Store.Snapshot!, [.. Store.Saved.SelectMany(change => change.Events)], [.. Store.Saved.SelectMany(change => change.Outbox)]);
    }

    public void Dispose() => provider.Dispose();
}
