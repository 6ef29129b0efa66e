using Microsoft.EntityFrameworkCore;

namespace LoginVerification.Store.Tests;

/// <summary>A host's own context, with a table of its own beside ours.</summary>
public sealed class HostContext(DbContextOptions<HostContext> options) : DbContext(options)
{
    public DbSet<Customer> Customers => Set<Customer>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.AddLoginVerification();
}

/// <summary>What a host keeps.</summary>
public sealed class Customer
{
    public int Id { get; set; }

    public required string Name { get; set; }
}
