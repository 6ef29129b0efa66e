using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace LoginVerification.Benchmarks.Stores;

/// <summary>This library over a database.</summary>
internal sealed class LibraryEnrolments : IEnrolments
{
    private const int UsersARound = 200_000;
    private static readonly byte[] CodeKey = RandomNumberGenerator.GetBytes(32);
    private static readonly byte[] SealingKey = RandomNumberGenerator.GetBytes(LoginVerificationStoreOptions.SealingKeyBytes);
    private readonly ServiceProvider services;
    private readonly Enroller enroller;
    private int users;

    private LibraryEnrolments(ServiceProvider services) => (this.services, enroller) = (services, new Enroller(services));

    /// <param name="connection">To the database.</param>
    /// <param name="isPostgres">PostgreSQL or SQLite.</param>
    /// <param name="isSealed">Whether there is a sealing key.</param>
    /// <param name="sendsNotices">Whether the outbox is worked off meanwhile, as a host does; otherwise notices wait there.</param>
    public static async Task<LibraryEnrolments> OpenAsync(string connection, bool isPostgres, bool isSealed, bool sendsNotices = false)
    {
        var builder = Add(new ServiceCollection().AddLogging());
        var services = (isPostgres ? builder.UsePostgreSql(connection, Seal) : builder.UseSqlite(connection, Seal)).Services.BuildServiceProvider();
        await services.MigrateLoginVerificationAsync();
        foreach (var hosted in sendsNotices ? services.GetServices<IHostedService>() : [])
            await hosted.StartAsync(CancellationToken.None);
        return new LibraryEnrolments(services);

        void Seal(LoginVerificationStoreOptions options)
        {
            if (isSealed)
                SealBy(options);
        }
    }

    /// <summary>The library, but for its store. What one of this process's writes, another one reads.</summary>
    public static LoginVerificationBuilder Add(IServiceCollection services) => services
        .AddLoginVerification(options =>
        {
            options.SmsHost = "example.com";
            options.OutboxInterval = TimeSpan.FromMilliseconds(500);
            options.CodeKeys["key"] = CodeKey;
        })
        .UsePhoneNumbers().UseSms<PhoneInHand>().UseNotifier(new Addresses());

    public static void SealBy(LoginVerificationStoreOptions options) => options.SealingKeys["key"] = SealingKey;

    public Task<IReadOnlyList<string>> PrepareAsync() => Task.FromResult<IReadOnlyList<string>>(
        [.. Enumerable.Range(0, UsersARound).Select(_ => Interlocked.Increment(ref users).ToString(CultureInfo.InvariantCulture))]);

    public async Task EnrolAsync(string user)
    {
        foreach (var command in CommandsOf(AccountId.Parse(user), int.Parse(user, CultureInfo.InvariantCulture)))
            await command();
    }

    /// <summary>The three commands of an enrolment, which are given in turn.</summary>
    public IReadOnlyList<Func<Task>> CommandsOf(AccountId account, int number) => enroller.CommandsOf(account, Enroller.NumberOf(number));

    /// <summary>What a host asks before it begins a sign-in.</summary>
    public Task AskAsync(AccountId account) => enroller.AskAsync(account, isProtected: true);

    public Task SignInAsync(string user) => enroller.SignInAsync(AccountId.Parse(user), Enroller.NumberOf(int.Parse(user, CultureInfo.InvariantCulture)));

    public async ValueTask DisposeAsync()
    {
        foreach (var hosted in services.GetServices<IHostedService>())
            await hosted.StopAsync(CancellationToken.None);
        await services.DisposeAsync();
    }

    /// <summary>Everybody's two addresses.</summary>
    private sealed class Addresses : INotifier
    {
        public Task<NoticeReceipt> NotifyAsync(Notice notice, CancellationToken cancellationToken) => Task.FromResult(NoticeReceipt.Sent);
    }
}
