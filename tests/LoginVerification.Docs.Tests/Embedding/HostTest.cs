#region host test
using System.Security.Cryptography;
using LoginVerification;
using LoginVerification.Ports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NodaTime;

namespace Example;

public sealed class HostTest
{
    [Fact]
    public async Task A_code_is_taken_for_ten_minutes()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));
        var phone = new RecordingPhone();
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(time);
        services.AddLoginVerification(o =>
            {
                o.SmsHost = "example.com";
                o.CodeKeys["test"] = RandomNumberGenerator.GetBytes(32);
            })
            .UsePhoneNumbers().UseInMemoryStore().UseSms(phone).UseNotifier(new NoAddress());
        using var provider = services.BuildServiceProvider();
        var enrolments = provider.GetRequiredService<IEnrolmentService>();
        var user = enrolments.ForUser(AccountId.Parse("account-1"), Surface.Parse("web"), authenticatedAt: Instant.FromDateTimeOffset(time.GetUtcNow()));

        await user.SubmitPhoneAsync("+972502345678");
        time.Advance(TimeSpan.FromMinutes(10));
        var late = await user.ConfirmCodeAsync(phone.LastCode);

        Assert.Equal(RefusalCode.CodeExpired, late.Refusal?.Code);
    }

    private sealed class NoAddress : INotifier
    {
        public Task<NoticeReceipt> NotifyAsync(Notice notice, CancellationToken cancellationToken) => Task.FromResult(NoticeReceipt.NoIndependentAddress);
    }
}
#endregion
