using Microsoft.EntityFrameworkCore;

namespace LoginVerification.EntityFrameworkCore;

/// <summary>The context of a host that gives log-in verification a database of its own.</summary>
internal sealed class LoginVerificationContext(DbContextOptions<LoginVerificationContext> options) : DbContext(options)
{
    /// <summary>Which migrations were applied: a table of our own, for a host may keep its own context's in the same database.</summary>
    public const string MigrationsTable = "LoginVerificationMigrations";

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.AddLoginVerification();
        // Few numbers are pending at a time. A host may name its columns otherwise, so that its index has no such filter.
        modelBuilder.Entity<EnrolmentRow>().HasIndex(enrolment => enrolment.PendingLapsesAt).HasFilter("\"PendingLapsesAt\" IS NOT NULL");
    }
}
