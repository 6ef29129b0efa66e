using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using NodaTime;

namespace LoginVerification.Identity.Tests.Applications;

/// <summary>
/// A web site with ASP.NET Core Identity on a loopback port: its own middleware and endpoints, the EF store on SQLite, real cookies. With the package or, as it
/// comes, without. One user with a password; as many browsers as a test wants.
/// </summary>
internal sealed class Site : IAsyncDisposable
{
    public const string UserName = "ada@example.com";
    public const string Password = "Correct-horse-7";
    public static readonly Surface Web = Surface.Parse("web");

    private static readonly byte[] Key = RandomNumberGenerator.GetBytes(LoginVerificationOptions.MinKeyBytes);

    private readonly SqliteConnection connection;
    private readonly WebApplication web;
    private readonly ConcurrentDictionary<Guid, Func<HttpContext, Task>> requests = new();

    private Site(SqliteConnection connection, WebApplication web, FakeTimeProvider clock) => (this.connection, this.web, Clock) = (connection, web, clock);

    public FakeTimeProvider Clock { get; }

    public string UserId { get; private set; } = "";

    public AccountId Account => AccountId.Parse(UserId);

    public IServiceProvider Services => web.Services;

    public Uri Address => new(web.Urls.Single());

    public KeptMessages Messages => (KeptMessages)Services.GetRequiredService<ISmsSender>();

    public Store Store => Services.GetRequiredService<Store>();

    public IEnrolmentService Enrolments => Services.GetRequiredService<IEnrolmentService>();

    /// <summary>With the package, or stock.</summary>
    public static async Task<Site> StartAsync(
        bool stock = false, Func<PolicyDocument, PolicyDocument>? policy = null, Action<IServiceCollection>? configure = null, Action<IdentityBuilder>? identity = null, bool register = true)
    {
        var connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync();
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddDbContext<SiteContext>(database => database.UseSqlite(connection));
        builder.Services.AddAuthorization();
        builder.Services.AddAuthentication().AddBearerToken(IdentityConstants.BearerScheme);
        if (!stock)
            AddEnrolments(builder.Services, new Store(new InMemoryEnrolments()), policy);

        var built = builder.Services.AddIdentity<IdentityUser, IdentityRole>(options => options.Stores.SchemaVersion = IdentitySchemaVersions.Version3)
            .AddEntityFrameworkStores<SiteContext>()
            .AddDefaultTokenProviders()
            .AddApiEndpoints();
        builder.Services.Configure<IdentityPasskeyOptions>(options =>
        {
            options.ServerDomain = "127.0.0.1";
            options.UserVerificationRequirement = "discouraged"; // so that a passkey may do without
            options.ValidateOrigin = _ => ValueTask.FromResult(true); // Identity takes https alone, and a loopback port has none.
        });
        if (!stock)
            built.AddLoginVerification();
        identity?.Invoke(built);
        configure?.Invoke(builder.Services);

        var web = builder.Build();
        var site = new Site(connection, web, clock);
        web.MapPost("/run/{id}", site.RunAsync);
        web.MapGroup("/api").MapIdentityApi<IdentityUser>();
        await using (var scope = web.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<SiteContext>().Database.EnsureCreatedAsync();
        }

        await web.StartAsync();
        if (register)
            site.UserId = await site.RegisterAsync(UserName);
        return site;
    }

    /// <summary>With the package, and the user's log-in is protected by SMS.</summary>
    public static async Task<Site> StartProtectedAsync(Func<PolicyDocument, PolicyDocument>? policy = null, Action<IServiceCollection>? configure = null)
    {
        var site = await StartAsync(policy: policy, configure: configure);
        await (await site.SignedInAsync()).EnableSmsAsync();
        return site;
    }

    /// <summary>Stock, and the user's log-in is protected by SMS.</summary>
    public static async Task<Site> StartStockProtectedAsync()
    {
        var site = await StartAsync(stock: true);
        await site.AsUserAsync(async (users, user) =>
            IdentityApplication.Accept(await users.ChangePhoneNumberAsync(user, Phones.First, await users.GenerateChangePhoneNumberTokenAsync(user, Phones.First))));
        await site.AsUserAsync(async (users, user) => IdentityApplication.Accept(await users.SetTwoFactorEnabledAsync(user, true)));
        return site;
    }

    public Browser Open() => new(this);

    /// <summary>A browser with the session that the password alone gives.</summary>
    public async Task<Browser> SignedInAsync()
    {
        var browser = Open();
        Assert.True((await browser.PasswordAsync()).Succeeded);
        return browser;
    }

    /// <summary>A browser with the session that both factors give.</summary>
    public async Task<Browser> VerifiedAsync(bool remember = false)
    {
        // Another code waits, as the policy says.
        Wait(Duration.FromMinutes(2));
        var browser = Open();
        Assert.True((await browser.PasswordAsync()).RequiresTwoFactor);
        Assert.True((await browser.CodeAsync(Messages.LastCode(Phones.First), remember)).Succeeded);
        return browser;
    }

    public async Task<string> RegisterAsync(string name, Action<IdentityUser>? change = null)
    {
        var user = new IdentityUser(name) { Email = name };
        change?.Invoke(user);
        await using var scope = Services.CreateAsyncScope();
        IdentityApplication.Accept(await scope.ServiceProvider.GetRequiredService<UserManager<IdentityUser>>().CreateAsync(user, Password));
        return user.Id;
    }

    /// <summary>A job of the host's, outside of any request.</summary>
    public async Task<T> AsUserAsync<T>(Func<UserManager<IdentityUser>, IdentityUser, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<IdentityUser>>();
        return await work(users, (await users.FindByIdAsync(UserId))!);
    }

    public Task AsUserAsync(Func<UserManager<IdentityUser>, IdentityUser, Task> work) => AsUserAsync(async (users, user) =>
    {
        await work(users, user);
        return true;
    });

    public Task<IdentityUser> ReadUserAsync() => AsUserAsync((_, user) => Task.FromResult(user));

    /// <summary>Past every manager: what a script of the host's, or another application, writes into the table.</summary>
    public async Task WriteColumnsAsync(Action<IdentityUser> change)
    {
        await using var scope = Services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<SiteContext>();
        change((await database.Users.FindAsync(UserId))!);
        await database.SaveChangesAsync();
    }

    public void Wait(Duration time) => Clock.Advance(time.ToTimeSpan());

    public async Task<T> SendAsync<T>(HttpClient client, Func<HttpContext, Task<T>> request)
    {
        var id = Guid.NewGuid();
        var answer = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        requests[id] = async context =>
        {
            try
            {
                answer.SetResult(await request(context));
            }
#pragma warning disable CA1031 // It is thrown where the test awaits it.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                answer.SetException(failure);
            }
        };
        using var response = await client.PostAsync(new Uri(Address, $"run/{id}"), content: null);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await answer.Task;
    }

    public async ValueTask DisposeAsync()
    {
        await web.DisposeAsync();
        await connection.DisposeAsync();
    }

    /// <summary>Another process of the host's, over the same store and under the same key, that knows nothing of Identity.</summary>
    public ServiceProvider StartOtherProcess()
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Clock);
        AddEnrolments(services, Store, policy: null);
        return services.BuildServiceProvider();
    }

    private static void AddEnrolments(IServiceCollection services, Store store, Func<PolicyDocument, PolicyDocument>? policy) => services
        .AddLoginVerification(o =>
        {
            o.SmsHost = "example.com";
            o.CodeKeys["test"] = Key;
        })
        .UsePolicy(EnrolmentPolicy.Create((policy ?? (document => document))(ShippedPolicies.Consistent.Document)))
        .UsePhoneNumbers().UseStore(store).UseSms<KeptMessages>().UseNotifier<KeptNotices>().UsePush(new RecordingPush());

    private async Task RunAsync(HttpContext context, Guid id)
    {
        Assert.True(requests.TryRemove(id, out var request));
        await request!(context);
    }
}
