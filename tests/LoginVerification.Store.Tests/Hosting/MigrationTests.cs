using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LoginVerification.Store.Tests;

/// <summary>The migrations are the model's: a change of a row without one (build/migrations.sh) is noticed.</summary>
public sealed class MigrationTests
{
    [Theory]
    [InlineData("SQLite")]
    [InlineData("PostgreSQL")]
    public void No_change_of_the_model_is_without_a_migration(string store)
    {
        var builder = new ServiceCollection().AddLoginVerification(_ => { });
        using var services = StoreKind.Named(store).Choose(builder, store == "SQLite" ? StoreKind.NewFile() : "Host=127.0.0.1").Services.BuildServiceProvider();
        using var scope = services.CreateScope();
        Assert.False(scope.ServiceProvider.GetRequiredService<LoginVerificationContext>().Database.HasPendingModelChanges());
    }

    [NeedsPostgresFact]
    public async Task A_database_whose_name_is_misspelt_is_not_made()
    {
        var builder = new ServiceCollection().AddLoginVerification(_ => { });
        await using var services = StoreKind.Named("PostgreSQL").Choose(builder, PostgresServer.Shared.To("misspelt")).Services.BuildServiceProvider();
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => services.MigrateLoginVerificationAsync());
        Assert.Equal("There is no such database for log-in verification. Create it, or correct Database in the connection string.", failure.Message);
        Assert.Empty(StoreKind.Named("PostgreSQL").Query(PostgresServer.Shared.To("postgres"), "SELECT datname FROM pg_database WHERE datname = 'misspelt'"));
    }

    [Fact]
    public void A_host_that_asks_to_migrate_its_own_context_is_told_whose_that_is()
    {
        var builder = new ServiceCollection().AddLoginVerification(_ => { });
        using var services = StoreKind.Named("SQLite, a host's context").Choose(builder, StoreKind.NewFile()).Services.BuildServiceProvider();
        Assert.Contains("migrated with that context", Assert.Throws<InvalidOperationException>(() => { _ = services.MigrateLoginVerificationAsync(); }).Message, StringComparison.Ordinal);
    }
}
