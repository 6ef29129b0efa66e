#region host context
using LoginVerification;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DatabaseExample;

public sealed class ShopContext(DbContextOptions<ShopContext> options) : DbContext(options)
{
    public DbSet<Order> Orders => Set<Order>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.AddLoginVerification();
}

public sealed class Order
{
    public int Id { get; set; }
}

public static class ShopSetup
{
    public static void AddVerification(IServiceCollection services, string connectionString)
    {
        services.AddDbContext<ShopContext>(options => options.UseSqlite(connectionString));
        services.AddLoginVerification(o =>
            {
                o.SmsHost = "example.com";
                o.CodeKeys["2026-11"] = Keys.FromVault("codes 2026-11");
            })
            .UsePhoneNumbers()
            .UseEntityFrameworkCore<ShopContext>(o => o.SealingKeys["2026-11"] = Keys.FromVault("enrolments 2026-11"));
    }
}
#endregion

/// <summary>Stands in for the host's vault.</summary>
public static class Keys
{
    public static byte[] FromVault(string name) => System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(name));
}
