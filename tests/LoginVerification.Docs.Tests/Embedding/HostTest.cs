using System.Security.Cryptography;
using LoginVerification.Ports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NodaTime;

namespace LoginVerification.Docs.Tests;

/// <summary>A test as a host would write it.</summary>
public sealed class HostTest
{
    #region host test
    [Fact]
    public async Task A_code_is_taken_for_ten_minutes()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));
        var phone = new RecordingPhone();
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(time).AddSingleton<ISmsSender>(phone).AddSingleton<INotifier, RecordingOwner>();
        services.AddLoginVerification(o =>
            {
                o.SmsHost = "example.com";
                o.CodeKeys["test"] = RandomNumberGenerator.GetBytes(32);
            })
            .UsePhoneNumbers().UseInMemoryStore();
        using var provider = services.BuildServiceProvider();
        var enrolments = provider.GetRequiredService<IEnrolmentService>();
        var caller = Caller.User(AccountId.Parse("account-1"), Surface.Parse("web"), Instant.FromDateTimeOffset(time.GetUtcNow()));

        await enrolments.HandleAsync(caller, new SubmitPhone("+972502345678"));
        time.Advance(TimeSpan.FromMinutes(10));
        var late = await enrolments.HandleAsync(caller, new ConfirmCode(phone.LastCode));

        Assert.Equal(RefusalCode.CodeExpired, late.Refusal?.Code);
    }
    #endregion
}
