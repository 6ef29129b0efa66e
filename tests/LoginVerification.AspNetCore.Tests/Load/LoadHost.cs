using System.Collections.Concurrent;
using System.Security.Cryptography;
using LoginVerification.Policies;
using LoginVerification.Ports;
using LoginVerification.Store.Tests;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace LoginVerification.AspNetCore.Tests.Load;

/// <summary>A host under the machine's own clock, over one of the stores, that keeps nothing but its errors. Its limits are the highest that a policy can have.</summary>
internal sealed class LoadHost : IDisposable
{
    private static readonly byte[] SealingKey = RandomNumberGenerator.GetBytes(LoginVerificationStoreOptions.SealingKeyBytes);

    private LoadHost(string store, string connection)
    {
        var policy = EnrolmentPolicy.Create(ShippedPolicies.Consistent.Document with
        {
            Sending = new SendRules { ResendWait = Duration.FromSeconds(1), PerNumber = 20, PerAccount = 100 },
            Lock = new LockRules { First = Duration.FromSeconds(1), Longest = Duration.FromSeconds(1) },
            SignIn = new SignInRules { Codes = 20 },
            ChannelChanges = new ChannelChangeRules { Most = 100 },
        });
        Http = new HttpHost(new HostSettings
        {
            Policy = policy,
            Services = services =>
            {
                services.AddSingleton(TimeProvider.System);
                // To a database's tool a save that lost its race is an error.
                services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Error).AddFilter("Microsoft.EntityFrameworkCore", LogLevel.None));
                // Each request brings its session along.
                Choose(services.AddLoginVerification(_ => { }).UseSms(Phones).UseNotifier(new Addresses()).UseAspNetCore(o => o.LetIn = (_, _, _) => Task.CompletedTask), store, connection);
            },
        });
    }

    public HttpHost Http { get; }

    public Phones Phones { get; } = new();

    public static async Task<LoadHost> OpenAsync(string store)
    {
        var connection = store switch
        {
            "SQLite" => $"Data Source={Path.Combine(Leftovers.MakeFolder("load"), "load.db")}",
            "PostgreSQL" => await PostgresServer.Shared.CreateDatabaseAsync(),
            _ => "",
        };
        if (connection.Length > 0)
        {
            await using var services = Choose(new ServiceCollection().AddLogging().AddLoginVerification(_ => { }), store, connection).Services.BuildServiceProvider();
            await services.MigrateLoginVerificationAsync();
        }

        return new LoadHost(store, connection);
    }

    public void Dispose() => Http.Dispose();

    private static LoginVerificationBuilder Choose(LoginVerificationBuilder builder, string store, string connection) => store switch
    {
        "SQLite" => builder.UseSqlite(connection, Seal),
        "PostgreSQL" => builder.UsePostgreSql(connection, Seal),
        _ => builder.UseInMemoryStore(),
    };

    private static void Seal(LoginVerificationStoreOptions options) => options.SealingKeys["test"] = SealingKey;

    /// <summary>Everybody's two addresses.</summary>
    private sealed class Addresses : INotifier
    {
        public Task<NoticeReceipt> NotifyAsync(Notice notice, CancellationToken cancellationToken) => Task.FromResult(NoticeReceipt.Sent);
    }
}

/// <summary>Everybody's phone, with the newest code alone.</summary>
internal sealed class Phones : ISmsSender
{
    private readonly ConcurrentDictionary<string, string> codes = [];

    public bool IsLive => false;

    /// <summary>The newest code of a number; a wrong one where none came.</summary>
    public string CodeOf(string number) => codes.GetValueOrDefault(number, "000000");

    public void Forget(string number) => codes.TryRemove(number, out _);

    public Task<SmsReceipt> SendAsync(SmsMessage message, CancellationToken cancellationToken)
    {
        codes[message.To.E164] = RecordingPhone.CodeIn(message);
        return Task.FromResult<SmsReceipt>(new SmsReceipt.Accepted());
    }
}
