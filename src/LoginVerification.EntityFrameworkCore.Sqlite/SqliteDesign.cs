using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace LoginVerification.EntityFrameworkCore.Sqlite;

/// <summary>The context over SQLite, for the service and for <c>dotnet ef</c>.</summary>
internal sealed class SqliteDesign : IDesignTimeDbContextFactory<LoginVerificationContext>
{
    private static readonly TimeSpan LongestMigration = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    public static void Configure(DbContextOptionsBuilder options, string connectionString) =>
        options.UseSqlite(connectionString, sqlite => sqlite.MigrationsAssembly(typeof(SqliteDesign).Assembly).MigrationsHistoryTable(LoginVerificationContext.MigrationsTable))
            .AddInterceptors(SecureDeletion.Instance);

    /// <summary>
    /// A process that was killed while it migrated leaves its lock behind, for which the next one would wait for ever. No migration takes a minute: by
    /// then whoever has the lock is done with it, or dead.
    /// </summary>
    public static async Task BreakOldLockAsync(DbContext context, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // A file that is not there yet is made by the migration, which turns its write-ahead log on.
        if (!await context.GetService<IRelationalDatabaseCreator>().ExistsAsync(cancellationToken).ConfigureAwait(false))
            return;
        const string Table = "__EFMigrationsLock";
        if (await context.Database.SqlQuery<int>($"SELECT COUNT(*) AS \"Value\" FROM \"sqlite_master\" WHERE \"name\" = {Table}").SingleAsync(cancellationToken).ConfigureAwait(false) == 0)
            return;
        for (var waited = Stopwatch.StartNew(); ; await Task.Delay(Pause, TimeProvider.System, cancellationToken).ConfigureAwait(false))
        {
            await context.Database.ExecuteSqlAsync($"DELETE FROM \"__EFMigrationsLock\" WHERE \"Timestamp\" < {now + waited.Elapsed - LongestMigration}", cancellationToken).ConfigureAwait(false);
            if (await context.Database.SqlQuery<int>($"SELECT COUNT(*) AS \"Value\" FROM \"__EFMigrationsLock\"").SingleAsync(cancellationToken).ConfigureAwait(false) == 0)
                return;
        }
    }

    public LoginVerificationContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<LoginVerificationContext>();
        Configure(options, "Data Source=:memory:");
        return new LoginVerificationContext(options.Options);
    }
}
