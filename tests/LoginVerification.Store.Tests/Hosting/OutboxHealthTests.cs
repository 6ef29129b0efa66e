using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Time.Testing;

namespace LoginVerification.Store.Tests;

/// <summary>A host learns that messages do not go out.</summary>
public sealed class OutboxHealthTests
{
    private static readonly byte[] CodeKey = RandomNumberGenerator.GetBytes(32);
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 11, 28, 12, 0, 0, TimeSpan.Zero));
    private readonly RecordingPhone phone = new();

    [Theory]
    [InlineData("SQLite")]
    public Task Messages_that_do_not_go_out_show_in_the_health_check(string store) => Shows(store);

    [NeedsPostgresTheory]
    [InlineData("PostgreSQL, sealed")]
    public Task Messages_that_do_not_go_out_show_in_the_health_check_on_a_server(string store) => Shows(store);

    [Fact]
    public async Task A_database_that_is_gone_shows_in_the_health_check()
    {
        await using var host = Open(StoreKind.Named("SQLite"), "Data Source=/no/such/folder/enrolments.db");
        Assert.Equal(HealthStatus.Unhealthy, (await CheckAsync(host)).Status);
    }

    private async Task Shows(string store)
    {
        var kind = StoreKind.Named(store);
        await using var host = Open(kind, await kind.CreateAsync());
        var dispatcher = host.GetRequiredService<OutboxDispatcher>();
        phone.Fault = () => new HttpRequestException("the gateway is down");
        var user = host.GetRequiredService<IEnrolmentService>().ForUser(AccountId.Parse("account-1"), Surface.Parse("web"), time.GetInstant());
        Assert.True((await user.SubmitPhoneAsync("+972502345678")).Succeeded);
        var first = await CheckAsync(host);
        Assert.Equal((HealthStatus.Healthy, "consistent", false), (first.Status, first.Entries["loginVerification"].Data["policy"], first.Entries["loginVerification"].Data["isLive"]));

        await time.RunAsync(TimeSpan.FromMinutes(1), dispatcher);
        Assert.Equal(HealthStatus.Degraded, (await CheckAsync(host)).Status);

        time.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(HealthStatus.Unhealthy, (await CheckAsync(host)).Status);

        await time.RunAsync(TimeSpan.FromMinutes(12), dispatcher);
        var late = await CheckAsync(host);
        Assert.Equal((HealthStatus.Degraded, 1), (late.Status, late.Entries["loginVerification"].Data["givenUp"]));

        time.Advance(TimeSpan.FromMinutes(16));
        Assert.Equal(HealthStatus.Healthy, (await CheckAsync(host)).Status);
    }

    private ServiceProvider Open(StoreKind kind, string connection)
    {
        var services = new ServiceCollection();
        services.AddLogging().AddSingleton<TimeProvider>(time).AddHealthChecks().AddLoginVerification();
        kind.Choose(
            services.AddLoginVerification(options =>
                {
                    options.SmsHost = "example.com";
                    options.CodeKeys["test"] = CodeKey;
                })
                .UsePhoneNumbers().UseSms(phone).UseNotifier(new RecordingOwner()),
            connection);
        return services.BuildServiceProvider();
    }

    private static Task<HealthReport> CheckAsync(ServiceProvider host) => host.GetRequiredService<HealthCheckService>().CheckHealthAsync();
}
