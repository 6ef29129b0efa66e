using System.Globalization;
using System.Security.Cryptography;
using LoginVerification.Testing;
using Microsoft.Extensions.DependencyInjection;

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

    public static async Task<LibraryEnrolments> OpenAsync(string connection, bool isPostgres, bool isSealed)
    {
        var builder = Add(new ServiceCollection().AddLogging());
        var services = (isPostgres ? builder.UsePostgreSql(connection, Seal) : builder.UseSqlite(connection, Seal)).Services.BuildServiceProvider();
        await services.MigrateLoginVerificationAsync();
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
            options.CodeKeys["key"] = CodeKey;
        })
        .UsePhoneNumbers().UseSms<PhoneInHand>().UseNotifier(new RecordingOwner());

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

    /// <summary>The question of a sign-in.</summary>
    public Task SignInAsync(AccountId account) => enroller.SignInAsync(account, isProtected: true);

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
