using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace LoginVerification.Store.Tests;

/// <summary>Of several stores the one that was chosen last is used, and no other is looked at.</summary>
public sealed class LastChoiceTests
{
    private const string Nowhere = "Data Source=/no/such/folder/enrolments.db";

    [Fact]
    public async Task A_store_in_memory_after_a_database()
    {
        using var host = Build(builder => builder.UseSqlite(Nowhere).UseInMemoryStore());
        await host.StartAsync();
        await host.StopAsync();
    }

    [Fact]
    public async Task Another_file()
    {
        var connection = await StoreKind.Named("SQLite").CreateAsync();
        using var host = Build(builder => builder.UseSqlite(Nowhere).UseSqlite(connection));
        await host.StartAsync();
        await host.StopAsync();
    }

    [NeedsPostgresFact]
    public async Task Another_provider()
    {
        var connection = await StoreKind.Named("PostgreSQL").CreateAsync();
        using var host = Build(builder => builder.UseSqlite(Nowhere).UsePostgreSql(connection));
        await host.StartAsync();
        Assert.Null(await host.Services.GetRequiredService<IEnrolmentStore>().LoadAsync(AccountId.Parse("alice"), default));
        await host.StopAsync();
    }

    [Fact]
    public async Task The_hosts_own_context()
    {
        var connection = await StoreKind.Named("SQLite, a host's context").CreateAsync();
        using var host = Build(builder =>
        {
            builder.Services.AddDbContext<HostContext>(options => options.UseSqlite(connection));
            builder.UseSqlite(Nowhere).UseEntityFrameworkCore<HostContext>();
        });
        await host.StartAsync();
        await host.StopAsync();
        var writes = host.Services.GetRequiredService<WriteQueue>();
        using var first = await writes.EnterAsync(default);
        using var second = await writes.EnterAsync(new CancellationToken(canceled: false)).AsTask().WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task A_store_of_the_hosts_own_that_lives_for_a_scope()
    {
        using var host = Build(builder => builder.UseSqlite(Nowhere).UseStore(_ => new FlawedEnrolments(), ServiceLifetime.Scoped));
        await host.StartAsync();
        await host.StopAsync();
    }

    [Fact]
    public async Task What_a_host_puts_around_a_database_does_not_hide_it()
    {
        using var host = Build(builder => builder.UseSqlite(Nowhere).Services.AddSingleton<IEnrolmentStore>(services =>
            new Around { Inner = services.GetRequiredService<EntityFrameworkEnrolments<LoginVerificationContext>>() }));
        var wrong = await Assert.ThrowsAsync<InvalidOperationException>(() => host.StartAsync());
        Assert.Contains("cannot be opened", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_current_key_that_is_null_is_told_of()
    {
        using var host = Build(builder => builder.UseSqlite(Nowhere, options =>
        {
            options.SealingKeys["a"] = new byte[LoginVerificationStoreOptions.SealingKeyBytes];
            options.SealingKeys["b"] = new byte[LoginVerificationStoreOptions.SealingKeyBytes];
            options.CurrentSealingKey = null!;
        }));
        var wrong = Assert.Throws<OptionsValidationException>(() => host.Services.GetRequiredService<IOptions<LoginVerificationStoreOptions>>().Value);
        Assert.Contains("CurrentSealingKey", wrong.Message, StringComparison.Ordinal);
    }

    private static IHost Build(Action<LoginVerificationBuilder> choose)
    {
        var application = new HostApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = Environments.Development });
        choose(application.Services.AddLoginVerification(options =>
            {
                options.SmsHost = "example.com";
                options.CodeKeys["test"] = new byte[32];
            })
            .UsePhoneNumbers().UseSms(new RecordingPhone()).UseNotifier(new RecordingOwner()));
        return application.Build();
    }

    /// <summary>Such as one that counts.</summary>
    private sealed class Around : PassingStore;
}
