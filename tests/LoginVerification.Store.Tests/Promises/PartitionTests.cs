using Npgsql;

namespace LoginVerification.Store.Tests;

/// <summary>The tables of a database in use can be split by account, by docs/partitions.sql, and the library goes on.</summary>
public sealed class PartitionTests
{
    [NeedsPostgresTheory]
    [InlineData("--set=here=0,1,2,4")]
    [InlineData("--set=partitions=4")]
    public async Task A_slip_changes_nothing(string setting)
    {
        var kind = StoreKind.Named("PostgreSQL");
        var connection = await kind.CreateAsync();
        Assert.Throws<InvalidOperationException>(() => TwoServers.LayOut(PostgresServer.Shared, connection, setting));
        Assert.Equal('r', kind.Query(connection, "SELECT relkind FROM pg_class WHERE relname = 'LoginVerificationEnrolments'")[0][0]);
        TwoServers.LayOut(PostgresServer.Shared, connection, "--set=here=0,1,2,3");
    }

    [NeedsPostgresFact]
    public async Task A_split_database_keeps_its_rows_and_does_all_that_it_did()
    {
        var kind = StoreKind.Named("PostgreSQL, sealed");
        var connection = await kind.CreateAsync();
        await using var operations = new EveryOperation(kind, connection);
        var alice = operations.Of("alice").ToList();
        foreach (var (_, operation) in alice.Take(3))
            await operation();

        TwoServers.LayOut(PostgresServer.Shared, connection, "--set=partitions=16", $"--set=here={string.Join(',', Enumerable.Range(0, 16))}");
        NpgsqlConnection.ClearPool(new NpgsqlConnection(connection));

        Assert.Equal(16L, kind.Query(connection, "SELECT count(*) FROM pg_inherits WHERE inhparent = '\"LoginVerificationEnrolments\"'::regclass")[0][0]);
        foreach (var (_, operation) in alice.Skip(3).Concat(operations.Of("bob")))
            await operation();
    }
}
