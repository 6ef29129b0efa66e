using Xunit.Abstractions;

namespace LoginVerification.Store.Tests;

/// <summary>Histories on a server.</summary>
public sealed class PostgresHistoryTests(ITestOutputHelper output)
{
    [NeedsPostgresTheory]
    [InlineData("PostgreSQL")]
    [InlineData("PostgreSQL, sealed")]
    [InlineData("PostgreSQL, a host's context")]
    [InlineData("PostgreSQL on two servers")]
    public Task Whatever_happens_over_PostgreSQL_is_what_the_model_foresees(string store) => StoredHistories.CheckAsync(store, output);
}
