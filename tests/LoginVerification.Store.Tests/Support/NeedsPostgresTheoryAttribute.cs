namespace LoginVerification.Store.Tests;

/// <summary>A theory that needs a PostgreSQL server.</summary>
internal sealed class NeedsPostgresTheoryAttribute : TheoryAttribute
{
    public NeedsPostgresTheoryAttribute() => Skip = PostgresServer.Missing;
}

/// <summary>A fact that needs a PostgreSQL server.</summary>
internal sealed class NeedsPostgresFactAttribute : FactAttribute
{
    public NeedsPostgresFactAttribute() => Skip = PostgresServer.Missing;
}
