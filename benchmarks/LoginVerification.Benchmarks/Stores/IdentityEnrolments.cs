using System.Globalization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LoginVerification.Benchmarks.Stores;

/// <summary>ASP.NET Core Identity as it comes, over its EF store.</summary>
internal sealed class IdentityEnrolments : IEnrolments
{
    private const int UsersARound = 20_000;
    private readonly ServiceProvider services;
    private int users;

    private IdentityEnrolments(ServiceProvider services) => this.services = services;

    public static async Task<IdentityEnrolments> OpenAsync(string connection, bool isPostgres)
    {
        var collection = new ServiceCollection();
        collection.AddLogging().AddDataProtection().UseEphemeralDataProtectionProvider();
        collection.AddDbContextPool<IdentityDbContext<IdentityUser>>(options => _ = isPostgres ? options.UseNpgsql(connection) : options.UseSqlite(connection));
        collection.AddIdentityCore<IdentityUser>().AddEntityFrameworkStores<IdentityDbContext<IdentityUser>>().AddDefaultTokenProviders();
        var services = collection.BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IdentityDbContext<IdentityUser>>().Database.EnsureCreatedAsync();
        return new IdentityEnrolments(services);
    }

    /// <summary>Users as Identity makes them, but for a password, which nothing here asks for.</summary>
    public async Task<IReadOnlyList<string>> PrepareAsync()
    {
        var made = new List<string>();
        while (made.Count < UsersARound)
        {
            await using var scope = services.CreateAsyncScope();
            var context = scope.ServiceProvider.GetRequiredService<IdentityDbContext<IdentityUser>>();
            for (var i = 0; i < 1000; i++)
            {
                var name = string.Create(CultureInfo.InvariantCulture, $"user{++users}");
                var user = new IdentityUser(name) { NormalizedUserName = name.ToUpperInvariant() };
                context.Add(user);
                made.Add(user.Id);
            }

            await context.SaveChangesAsync();
        }

        return made;
    }

    public async Task EnrolAsync(string user)
    {
        const string Number = "+972502345678";
        var code = await RequestAsync(user, (manager, found) => manager.GenerateChangePhoneNumberTokenAsync(found, Number));
        await RequestAsync(user, async (manager, found) => Demand(await manager.ChangePhoneNumberAsync(found, Number, code)));
        await RequestAsync(user, async (manager, found) => Demand(await manager.SetTwoFactorEnabledAsync(found, true)));
    }

    /// <summary>What Identity's sign-in manager asks of its user manager, without the cookies that it reads and writes. It stores nothing.</summary>
    public async Task SignInAsync(string user)
    {
        var code = await RequestAsync(user, (manager, found) => manager.GenerateTwoFactorTokenAsync(found, TokenOptions.DefaultPhoneProvider));
        var isIn = await RequestAsync(user, async (manager, found) =>
            !await manager.IsLockedOutAsync(found)
            && await manager.VerifyTwoFactorTokenAsync(found, TokenOptions.DefaultPhoneProvider, code)
            && Demand(await manager.ResetAccessFailedCountAsync(found)));
        if (!isIn)
            throw new InvalidOperationException("The code was refused.");
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();

    private async Task<T> RequestAsync<T>(string user, Func<UserManager<IdentityUser>, IdentityUser, Task<T>> request)
    {
        await using var scope = services.CreateAsyncScope();
        var manager = scope.ServiceProvider.GetRequiredService<UserManager<IdentityUser>>();
        return await request(manager, (await manager.FindByIdAsync(user))!);
    }

    private static bool Demand(IdentityResult result) => result.Succeeded ? true : throw new InvalidOperationException(result.ToString());
}
