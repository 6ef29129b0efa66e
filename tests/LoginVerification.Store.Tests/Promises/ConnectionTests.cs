using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace LoginVerification.Store.Tests;

/// <summary>The store's connections to PostgreSQL are a pool of their own, in which nothing is reset.</summary>
public sealed class ConnectionTests
{
    private const string Timeout = "SELECT current_setting('lock_timeout') AS \"Value\"";

    [NeedsPostgresFact]
    public async Task What_was_set_in_a_connection_stays_there_and_reaches_no_connection_of_the_hosts()
    {
        var kind = StoreKind.Named("PostgreSQL");
        var connection = await kind.CreateAsync();
        using var scene = kind.Begin(connection);
        await InStoreAsync(scene, context => context.Database.ExecuteSqlRawAsync("SET lock_timeout = '7s'"));
        Assert.Equal("7s", await InStoreAsync(scene, context => context.Database.SqlQueryRaw<string>(Timeout).SingleAsync()));
        Assert.Equal("LoginVerification", await InStoreAsync(scene, context => context.Database.SqlQueryRaw<string>("SELECT current_setting('application_name') AS \"Value\"").SingleAsync()));

        await using var hosts = new NpgsqlConnection(connection);
        await hosts.OpenAsync();
        await using var command = new NpgsqlCommand(Timeout, hosts);
        Assert.Equal("0", await command.ExecuteScalarAsync());
    }

    private static async Task<T> InStoreAsync<T>(Scene scene, Func<LoginVerificationContext, Task<T>> work)
    {
        await using var scope = scene.World.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<LoginVerificationContext>());
    }
}
