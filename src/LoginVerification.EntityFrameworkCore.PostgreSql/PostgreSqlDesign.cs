using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace LoginVerification.EntityFrameworkCore.PostgreSql;

/// <summary>The context over PostgreSQL, for the service and for <c>dotnet ef</c>.</summary>
internal sealed class PostgreSqlDesign : IDesignTimeDbContextFactory<LoginVerificationContext>
{
    public static void Configure(DbContextOptionsBuilder options, string connectionString) =>
        options.UseNpgsql(connectionString, postgres => postgres.MigrationsAssembly(typeof(PostgreSqlDesign).Assembly).MigrationsHistoryTable(LoginVerificationContext.MigrationsTable));

    public LoginVerificationContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<LoginVerificationContext>();
        Configure(options, "Host=localhost");
        return new LoginVerificationContext(options.Options);
    }
}
