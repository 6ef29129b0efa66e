using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LoginVerification.Store.Tests;

/// <summary>How a host sets its context is no matter.</summary>
public sealed class ContextSettingsTests
{
    private static readonly byte[] Key = new byte[LoginVerificationStoreOptions.SealingKeyBytes];

    [Fact]
    public async Task A_context_that_tracks_nothing_and_begins_no_transaction_saves_and_seals_anew_all_the_same()
    {
        var connection = StoreKind.NewFile();
        using (var before = Begin(connection, new Listener(), seals: false))
        {
            await using var scope = before.World.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<IdleContext>().Database.EnsureCreatedAsync();
            await before.Enabled(Scene.Israeli);
        }

        var listener = new Listener();
        using var scene = Begin(connection, listener, seals: true);
        Assert.True(await scene.World.Services.GetRequiredService<EntityFrameworkEnrolments<IdleContext>>().ResealAsync("alice", default));
        Assert.All(
            StoreKind.Named("SQLite").Query(connection, "SELECT \"Snapshot\" FROM \"LoginVerificationEnrolments\" UNION ALL SELECT \"Body\" FROM \"LoginVerificationEvents\""),
            row => Assert.Equal(1, ((byte[])row[0])[0]));
        listener.Take();
        Scene.Accepted(await scene.ByUser(new DisableVerification()));
        string[] said = [.. listener.Take().Select(saying => saying.ToString())];
        Assert.Equal(["read", "BEGIN", "write"], said[..3]);
        Assert.Contains("COMMIT", said);
    }

    private static Scene Begin(string connection, Listener listener, bool seals) => new(TestPolicies.Default, builder =>
    {
        builder.Services.AddDbContext<IdleContext>(options => options
            .UseSqlite(connection).UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking).AddInterceptors(listener, listener.Transactions));
        builder.UseEntityFrameworkCore<IdleContext>(options =>
        {
            if (seals)
                options.SealingKeys["key"] = Key;
        });
    });

    private sealed class IdleContext : DbContext
    {
        public IdleContext(DbContextOptions<IdleContext> options)
            : base(options) => Database.AutoTransactionBehavior = AutoTransactionBehavior.Never;

        protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.AddLoginVerification();
    }
}
