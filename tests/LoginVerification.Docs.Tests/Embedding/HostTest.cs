#region host test
using System.Security.Cryptography;
using LoginVerification;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

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
            .UsePhoneNumbers().UseInMemoryStore().UseSms(phone).UseNotifier(new RecordingOwner());
        using var provider = services.BuildServiceProvider();
        var enrolments = provider.GetRequiredService<IEnrolmentService>();
        var user = enrolments.ForUser(AccountId.Parse("account-1"), Surface.Parse("web"), authenticatedAt: time.GetInstant());

        await user.SubmitPhoneAsync("+972502345678");
        time.Advance(TimeSpan.FromMinutes(10));
        var late = await user.ConfirmCodeAsync(phone.LastCode);

        Assert.Equal(RefusalCode.CodeExpired, late.Refusal?.Code);
    }
}
#endregion
