#region own database
using LoginVerification;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace DatabaseExample;

public static class OwnDatabase
{
    /// <summary>Called from Program.cs, between CreateBuilder and Build. On SQLite: UseSqlite("Data Source=enrolments.db", …).</summary>
    public static void AddVerification(WebApplicationBuilder builder) => builder.Services
        .AddLoginVerification(builder.Configuration.GetSection("LoginVerification"))
        .UsePhoneNumbers()
        .UsePostgreSql(builder.Configuration.GetConnectionString("LoginVerification")!, options =>
            options.SealingKeys["2026-11"] = Convert.FromBase64String(builder.Configuration["SealingKey"]!)); // from a vault

    /// <summary>Called after Build: any number of processes may do so at once.</summary>
    public static Task PrepareAsync(WebApplication app) => app.Services.MigrateLoginVerificationAsync();
}
#endregion
