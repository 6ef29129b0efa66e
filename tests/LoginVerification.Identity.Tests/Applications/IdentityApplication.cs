using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace LoginVerification.Identity.Tests.Applications;

/// <summary>
/// An application with ASP.NET Core Identity as it comes: the two registrations of the documentation, the EF store on SQLite, nothing
/// overridden. One user with a password, a browser, and nothing shared between requests but the database and the browser's cookies.
/// </summary>
internal sealed class IdentityApplication : IAsyncDisposable
{
    private const string UserName = "ada";
    private const string Password = "Correct-horse-7";

    private readonly SqliteConnection connection;
    private readonly ServiceProvider services;
    private readonly Dictionary<string, string> cookies = [];

    private IdentityApplication(SqliteConnection connection, ServiceProvider services)
    {
        this.connection = connection;
        this.services = services;
    }

    /// <summary>Starts the application, with one user who has no phone and an e-mail address that was never confirmed.</summary>
    public static async Task<IdentityApplication> StartAsync(Action<IdentityOptions>? configure = null)
    {
        var connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync();
        var collection = new ServiceCollection();
        collection.AddLogging();
        collection.AddDataProtection().UseEphemeralDataProtectionProvider();
        collection.AddDbContext<IdentityDbContext<IdentityUser>>(database => database.UseSqlite(connection));
        collection.AddIdentity<IdentityUser, IdentityRole>(configure ?? (_ => { }))
            .AddEntityFrameworkStores<IdentityDbContext<IdentityUser>>()
            .AddDefaultTokenProviders();
        var application = new IdentityApplication(connection, collection.BuildServiceProvider(validateScopes: true));

        await using var scope = application.services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IdentityDbContext<IdentityUser>>().Database.EnsureCreatedAsync();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<IdentityUser>>();
        Accept(await users.CreateAsync(new IdentityUser(UserName) { Email = "ada@example.com" }, Password));
        return application;
    }

    /// <summary>The same, and the user protects the log-in with a confirmed phone.</summary>
    public static async Task<IdentityApplication> StartProtectedAsync(Action<IdentityOptions>? configure = null)
    {
        var application = await StartAsync(configure);
        await application.DoAsync(async (users, user) =>
            Accept(await users.ChangePhoneNumberAsync(user, Phones.First, await users.GenerateChangePhoneNumberTokenAsync(user, Phones.First))));
        await application.DoAsync(async (users, user) => Accept(await users.SetTwoFactorEnabledAsync(user, true)));
        Assert.True((await application.SignInAsync()).RequiresTwoFactor);
        return application;
    }

    /// <summary>One request to the user's own pages.</summary>
    public async Task<TAnswer> DoAsync<TAnswer>(Func<UserManager<IdentityUser>, IdentityUser, Task<TAnswer>> request)
    {
        await using var scope = services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<IdentityUser>>();
        return await request(users, (await users.FindByNameAsync(UserName))!);
    }

    /// <inheritdoc cref="DoAsync{TAnswer}"/>
    public Task DoAsync(Func<UserManager<IdentityUser>, IdentityUser, Task> request) =>
        DoAsync(async (users, user) =>
        {
            await request(users, user);
            return true;
        });

    /// <summary>The user as the database has it.</summary>
    public Task<IdentityUser> ReadUserAsync() => DoAsync((_, user) => Task.FromResult(user));

    /// <summary>One request to the log-in page, with the right password.</summary>
    public Task<SignInResult> SignInAsync() =>
        SignInAsync(manager => manager.PasswordSignInAsync(UserName, Password, isPersistent: false, lockoutOnFailure: true));

    /// <summary>One request to the page that asks for the second factor.</summary>
    public Task<SignInResult> SignInWithCodeAsync(string code) =>
        SignInAsync(manager => manager.TwoFactorSignInAsync(TokenOptions.DefaultPhoneProvider, code, isPersistent: false, rememberClient: false));

    /// <summary>Demands that Identity said yes.</summary>
    public static void Accept(IdentityResult result) => Assert.True(result.Succeeded, result.ToString());

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await connection.DisposeAsync();
    }

    private async Task<SignInResult> SignInAsync(Func<SignInManager<IdentityUser>, Task<SignInResult>> request)
    {
        await using var scope = services.CreateAsyncScope();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        context.Request.Scheme = "https";
        context.Request.Host = new HostString("example.com");
        context.Request.Headers.Cookie = string.Join("; ", cookies.Select(cookie => $"{cookie.Key}={cookie.Value}"));
        scope.ServiceProvider.GetRequiredService<IHttpContextAccessor>().HttpContext = context;

        var result = await request(scope.ServiceProvider.GetRequiredService<SignInManager<IdentityUser>>());
        foreach (var cookie in SetCookieHeaderValue.ParseList([.. context.Response.Headers.SetCookie.OfType<string>()]))
        {
            if (cookie.Expires < DateTimeOffset.UtcNow)
                cookies.Remove(cookie.Name.ToString());
            else
                cookies[cookie.Name.ToString()] = cookie.Value.ToString();
        }

        return result;
    }
}
