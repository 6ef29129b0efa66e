using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using LoginVerification.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NodaTime;

namespace LoginVerification.Benchmarks.Stores;

/// <summary>This library over a database.</summary>
internal sealed class LibraryEnrolments : IEnrolments
{
    private const int UsersARound = 200_000;
    private readonly ServiceProvider services;
    private readonly IEnrolmentService enrolments;
    private readonly PhoneInHand phone;
    private int users;

    private LibraryEnrolments(ServiceProvider services, PhoneInHand phone)
    {
        (this.services, this.phone) = (services, phone);
        enrolments = services.GetRequiredService<IEnrolmentService>();
    }

    /// <param name="connection">To the database.</param>
    /// <param name="isPostgres">PostgreSQL or SQLite.</param>
    /// <param name="isSealed">Whether there is a sealing key.</param>
    /// <param name="sendsNotices">Whether the outbox is worked off meanwhile, as a host does; otherwise notices wait there.</param>
    public static async Task<LibraryEnrolments> OpenAsync(string connection, bool isPostgres, bool isSealed, bool sendsNotices)
    {
        var phone = new PhoneInHand();
        var builder = new ServiceCollection().AddLogging()
            .AddLoginVerification(options =>
            {
                options.SmsHost = "example.com";
                options.CodeKeys["key"] = RandomNumberGenerator.GetBytes(32);
            })
            .UsePhoneNumbers().UseSms(phone).UseNotifier(new Addresses());
        var services = (isPostgres ? builder.UsePostgreSql(connection, Seal) : builder.UseSqlite(connection, Seal)).Services.BuildServiceProvider();
        await services.MigrateLoginVerificationAsync();
        foreach (var hosted in sendsNotices ? services.GetServices<IHostedService>() : [])
            await hosted.StartAsync(CancellationToken.None);
        return new LibraryEnrolments(services, phone);

        void Seal(LoginVerificationStoreOptions options)
        {
            options.OutboxInterval = TimeSpan.FromMilliseconds(500);
            if (isSealed)
                options.SealingKeys["key"] = RandomNumberGenerator.GetBytes(32);
        }
    }

    public Task<IReadOnlyList<string>> PrepareAsync() => Task.FromResult<IReadOnlyList<string>>(
        [.. Enumerable.Range(0, UsersARound).Select(_ => Interlocked.Increment(ref users).ToString(CultureInfo.InvariantCulture))]);

    public async Task EnrolAsync(string user)
    {
        var owner = enrolments.ForUser(AccountId.Parse(user), Surface.Parse("web"), SystemClock.Instance.GetCurrentInstant());
        var number = string.Create(CultureInfo.InvariantCulture, $"+97250{2_000_000 + (int.Parse(user, CultureInfo.InvariantCulture) % 7_000_000)}");
        Demand(await owner.SubmitPhoneAsync(number));
        Demand(await owner.ConfirmCodeAsync(phone.CodeOf(number)));
        Demand(await owner.EnableAsync(VerificationChannel.Sms));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var hosted in services.GetServices<IHostedService>())
            await hosted.StopAsync(CancellationToken.None);
        await services.DisposeAsync();
    }

    private static void Demand(EnrolmentResult result)
    {
        if (!result.Succeeded)
            throw new InvalidOperationException($"The enrolment was refused: {result.Refusal}");
    }

    /// <summary>Everybody's two addresses.</summary>
    private sealed class Addresses : INotifier
    {
        public Task<NoticeReceipt> NotifyAsync(Notice notice, CancellationToken cancellationToken) => Task.FromResult(NoticeReceipt.Sent);
    }

    /// <summary>Everybody's phone: it keeps the newest code of each number.</summary>
    private sealed class PhoneInHand : ISmsSender
    {
        private readonly ConcurrentDictionary<string, string> codes = [];

        public bool IsLive => false;

        public string CodeOf(string number) => codes.TryRemove(number, out var code) ? code : throw new InvalidOperationException("No code came.");

        public Task<SmsReceipt> SendAsync(SmsMessage message, CancellationToken cancellationToken)
        {
            codes[message.To.E164] = RecordingPhone.CodeIn(message);
            return Task.FromResult<SmsReceipt>(new SmsReceipt.Accepted());
        }
    }
}
