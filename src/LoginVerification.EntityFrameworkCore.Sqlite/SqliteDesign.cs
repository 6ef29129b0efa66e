using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace LoginVerification.EntityFrameworkCore.Sqlite;

/// <summary>The context over SQLite, for the service and for <c>dotnet ef</c>.</summary>
internal sealed class SqliteDesign : IDesignTimeDbContextFactory<LoginVerificationContext>
{
    public static void Configure(DbContextOptionsBuilder options, string connectionString) =>
        options.UseSqlite(connectionString, sqlite => sqlite.MigrationsAssembly(typeof(SqliteDesign).Assembly));

    /// <summary>A process that was killed while it migrated leaves its lock behind, for which the next one would wait for ever. No migration takes a minute.</summary>
    public static async Task BreakOldLockAsync(DbContext context, DateTimeOffset now, CancellationToken cancellationToken)
    {
        const string Lock = "__EFMigrationsLock";
        var exists = await context.Database.SqlQuery<int>($"SELECT COUNT(*) AS \"Value\" FROM \"sqlite_master\" WHERE \"name\" = {Lock}").SingleAsync(cancellationToken).ConfigureAwait(false) > 0;
        if (exists)
            await context.Database.ExecuteSqlAsync($"DELETE FROM \"__EFMigrationsLock\" WHERE \"Timestamp\" < {now - TimeSpan.FromMinutes(1)}", cancellationToken).ConfigureAwait(false);
    }

    public LoginVerificationContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<LoginVerificationContext>();
        Configure(options, "Data Source=:memory:");
        return new LoginVerificationContext(options.Options);
    }
}
