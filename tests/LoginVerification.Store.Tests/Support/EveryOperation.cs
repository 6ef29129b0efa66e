using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using NodaTime.Extensions;

namespace LoginVerification.Store.Tests;

/// <summary>All that the library does with a database of its own, one after the other.</summary>
internal sealed class EveryOperation : IAsyncDisposable
{
    private const string Number = "+972502345678";
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 11, 28, 12, 0, 0, TimeSpan.Zero));
    private readonly RecordingPhone phone = new();
    private readonly ServiceProvider host;

    public EveryOperation(StoreKind kind, string connection)
    {
        var services = new ServiceCollection();
        services.AddLogging().AddSingleton<TimeProvider>(time);
        kind.Choose(
            services.AddLoginVerification(options =>
                {
                    options.SmsHost = "example.com";
                    options.CodeKeys["test"] = RandomNumberGenerator.GetBytes(32);
                })
                .UsePhoneNumbers().UseSms(phone).UseNotifier(new RecordingOwner()),
            connection);
        host = services.BuildServiceProvider();
    }

    public Instant Now => time.GetUtcNow().ToInstant();

    /// <summary>What is done for one account, in its order, from its first number to its erasure.</summary>
    public IEnumerable<(string Name, Func<Task> Operation)> Of(string who)
    {
        var account = AccountId.Parse(who);
        var (service, store, history) = (
            host.GetRequiredService<IEnrolmentService>(),
            host.GetRequiredService<EntityFrameworkEnrolments<LoginVerificationContext>>(),
            host.GetRequiredService<IEnrolmentHistory>());
        UserEnrolment Owner() => service.ForUser(account, Surface.Parse("web"), Now, AuthenticationFactors.MultiFactor);

        yield return ("submit", async () => Assert.True((await Owner().SubmitPhoneAsync(Number)).Succeeded));
        yield return ("confirm", async () => Assert.True((await Owner().ConfirmCodeAsync(phone.LastCode)).Succeeded));
        yield return ("enable", async () => Assert.True((await Owner().EnableAsync(VerificationChannel.Sms)).Succeeded));
        yield return ("sign-in", async () => Assert.IsType<LoginRequirement.Verify>(await service.GetLoginRequirementAsync(account)));
        yield return ("status", async () => await Owner().GetStatusAsync());
        yield return ("history", async () => Assert.NotEmpty(await history.ReadAsync(account, 2, int.MaxValue, default)));
        yield return ("waiting messages", async () => Assert.NotEmpty(await store.ReadWaitingAsync(account, default)));
        yield return ("outbox", async () => Assert.NotEqual(0, await host.GetRequiredService<OutboxDispatcher>().DispatchDueAsync()));
        yield return ("health", async () => await store.MeasureAsync(Now, 3, default));
        yield return ("accounts of a number", async () => Assert.NotEmpty(await service.FindAccountsAsync(Number)));
        yield return ("opted out", async () => Assert.False(await store.IsOptedOutAsync(PhoneNumber.Parse(Number), default)));
        yield return ("STOP", async () => Assert.NotEmpty(await service.ForCarrier().OptOutOfDeliveryAsync(Number)));
        yield return ("disable", async () => Assert.True((await Owner().DisableAsync()).Succeeded));
        yield return ("remove", async () => Assert.True((await Owner().RemovePhoneAsync()).Succeeded));
        yield return ("sealing anew", async () => Assert.True(await store.ResealAsync(account.Value, default)));
        yield return ("whether an account is to be sealed anew", async () => Assert.False(await store.IsBehindAsync(account.Value, default)));
        yield return ("the next accounts to seal anew", async () => Assert.NotEmpty(await store.FindAfterAsync("a", 10, default)));
        yield return ("housekeeping", () => host.GetRequiredService<IHousekeeping>().RunAsync(default));
        yield return ("erasure", async () => await history.EraseAsync(account, new Origin(Now, Initiator.Operator, null) { StaffId = "staff-1" }, default));
        yield return ("what erasures left", async () => Assert.NotEmpty(await history.ReadErasuresAsync(account, default)));
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();
}
