using System.Security.Cryptography;
using DatabaseExample;
using LoginVerification.Ports;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace LoginVerification.Docs.Tests;

/// <summary>Holds the code of <c>docs/databases.md</c> to files that are compiled, and runs it. PostgreSQL itself is for the tests of the store.</summary>
public sealed class DatabasesPageTests : IDisposable
{
    private const string Page = "docs/databases.md";
    private readonly string folder = Directory.CreateTempSubdirectory("login-verification-docs-").FullName;

    private static readonly Dictionary<string, string> Regions = Repository
        .Files("tests/LoginVerification.Docs.Tests/Databases", "*.cs")
        .SelectMany(file => Repository.Read(file).Split('\n').Where(line => line.Trim().StartsWith("#region ", StringComparison.Ordinal)).Select(line => (Name: line.Trim()["#region ".Length..], File: file)))
        .ToDictionary(region => region.Name, region => region.File);

    private string Connection => $"Data Source={Path.Combine(folder, "enrolments.db")}";

    [Fact]
    public void The_code_is_the_code_that_is_compiled()
    {
        Assert.Equal(Regions.Keys.Order(), GeneratedPart.Names(Page).Order());
        Assert.All(Regions, region => GeneratedPart.Check(Page, region.Key, Snippets.Fenced(region.Value, region.Key)));
        Assert.Equal(Regions.Count, Snippets.Blocks(Repository.Read(Page), "csharp").Count);
    }

    [Fact]
    public async Task A_host_keeps_enrolments_in_its_own_context()
    {
        var services = new ServiceCollection().AddLogging();
        ShopSetup.AddVerification(services, Connection);
        services.AddSingleton<ISmsSender, RecordingPhone>().AddSingleton<INotifier, RecordingOwner>();
        await using var provider = services.BuildServiceProvider();
        await using (var scope = provider.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<ShopContext>().Database.EnsureCreatedAsync();
        foreach (var service in provider.GetServices<IHostedService>().OfType<IHostedLifecycleService>())
            await service.StartingAsync(default);
        Assert.True((await UserOf(provider).SubmitPhoneAsync("+972502345678")).Succeeded);
        Assert.Equal(EnrolmentState.PhonePending, (await provider.GetRequiredService<IEnrolmentStore>().LoadAsync(AccountId.Parse("account-1"), default))!.State);
    }

    [Fact]
    public void A_host_with_a_database_of_its_own_for_enrolments_is_wired()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ConnectionStrings:LoginVerification"] = "Host=127.0.0.1",
            ["SealingKey"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)),
            ["LoginVerification:SmsHost"] = "example.com",
            ["LoginVerification:CodeKeys:one"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)),
        });
        OwnDatabase.AddVerification(builder);
        builder.Services.AddSingleton<ISmsSender, RecordingPhone>().AddSingleton<INotifier, RecordingOwner>();
        Assert.NotNull(builder.Build().Services.GetRequiredService<IEnrolmentService>());
    }

    [Fact]
    public async Task Keys_are_rotated_in_two_steps()
    {
        var keys = new Dictionary<string, byte[]> { ["2026-11"] = RandomNumberGenerator.GetBytes(32), ["2027-05"] = RandomNumberGenerator.GetBytes(32) };
        await RunAsync(options => options.SealingKeys["2026-11"] = keys["2026-11"], submits: true);
        await RunAsync(options => Rotation.First(options, key => keys[key]), submits: false);
        await RunAsync(options => Rotation.Then(options, key => keys[key]), submits: false);
        await RunAsync(options => options.SealingKeys["2027-05"] = keys["2027-05"], submits: false);

        async Task RunAsync(Action<LoginVerificationStoreOptions> configure, bool submits)
        {
            var application = new HostApplicationBuilder();
            application.Services.AddLoginVerification(o =>
                {
                    o.SmsHost = "example.com";
                    o.CodeKeys["test"] = Keys.FromVault("codes");
                })
                .UsePhoneNumbers().UseSms(new RecordingPhone()).UseNotifier(new RecordingOwner()).UseSqlite(Connection, configure + (options => options.HousekeepingInterval = TimeSpan.FromSeconds(1)));
            using var host = application.Build();
            await host.Services.MigrateLoginVerificationAsync();
            await host.StartAsync();
            if (submits)
                Assert.True((await UserOf(host.Services).SubmitPhoneAsync("+972502345678")).Succeeded);
            Assert.Equal(EnrolmentState.PhonePending, (await host.Services.GetRequiredService<IEnrolmentStore>().LoadAsync(AccountId.Parse("account-1"), default))!.State);
            for (var patience = 0; patience < 600 && await UnfinishedAsync(); patience++)
                await Task.Delay(100);
            await host.StopAsync();
        }
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private async Task<bool> UnfinishedAsync()
    {
        await using var database = new SqliteConnection(Connection);
        await database.OpenAsync();
        await using var command = database.CreateCommand();
        // The day that has to pass after all was sealed anew is over.
        command.CommandText = "UPDATE \"LoginVerificationSealingKeys\" SET \"CleanAt\" = 1 WHERE \"CleanAt\" > 1; SELECT COUNT(*) FROM \"LoginVerificationSealingKeys\" WHERE NOT \"IsComplete\"";
        return (long)(await command.ExecuteScalarAsync())! > 0;
    }

    private static UserEnrolment UserOf(IServiceProvider services) => services.GetRequiredService<IEnrolmentService>()
        .ForUser(AccountId.Parse("account-1"), Surface.Parse("web"), NodaTime.SystemClock.Instance.GetCurrentInstant());
}
