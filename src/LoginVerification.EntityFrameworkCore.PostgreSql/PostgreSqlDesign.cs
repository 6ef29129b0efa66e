using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace LoginVerification.EntityFrameworkCore.PostgreSql;

/// <summary>The context over PostgreSQL, for the service and for <c>dotnet ef</c>.</summary>
internal sealed class PostgreSqlDesign : IDesignTimeDbContextFactory<LoginVerificationContext>
{
    public static void Configure(DbContextOptionsBuilder options, string connectionString) =>
        options.UseNpgsql(connectionString, postgres => postgres.MigrationsAssembly(typeof(PostgreSqlDesign).Assembly).MigrationsHistoryTable(LoginVerificationContext.MigrationsTable));

    /// <summary>EF would make a database that is not there: by a misspelt name, one in which nobody is protected.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public static async Task DemandDatabaseAsync(DbContext context, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!await context.GetService<IRelationalDatabaseCreator>().ExistsAsync(cancellationToken).ConfigureAwait(false))
            throw new InvalidOperationException("There is no such database for log-in verification. Create it, or correct Database in the connection string.");
    }

    public LoginVerificationContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<LoginVerificationContext>();
        Configure(options, "Host=localhost");
        return new LoginVerificationContext(options.Options);
    }
}
