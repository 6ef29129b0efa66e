using System.Security.Claims;
using System.Text.Encodings.Web;
using LoginVerification.Benchmarks.Stores;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LoginVerification.Benchmarks.Web;

/// <summary>A Kestrel of its own, as it comes, on loopback.</summary>
internal sealed class WebSide : IAsyncDisposable
{
    public const string Prefix = "/account/login-verification";
    private readonly WebApplication application;

    private WebSide(WebApplication application) => (this.application, Port) = (application, new Uri(application.Urls.Single()).Port);

    public int Port { get; }

    public IServiceProvider Services => application.Services;

    /// <summary>A minimal endpoint that answers with a constant.</summary>
    /// <param name="answer">The constant.</param>
    /// <param name="hasSession">Whether the request is authenticated and authorized before, as a status is.</param>
    public static Task<WebSide> BareAsync(byte[] answer, bool hasSession) => StartAsync(
        services =>
        {
            if (hasSession)
                AddSession(services).AddAuthorization();
        },
        application =>
        {
            var constant = Results.Text(answer.AsSpan(), "application/json");
            var bare = application.MapGet(Prefix, () => constant);
            if (hasSession)
                bare.RequireAuthorization();
        });

    /// <summary>The same behind authorization, once it has read a row of the account: as a host writes it over EF Core, with a pooled context and a compiled query.</summary>
    public static Task<WebSide> ReadingAsync(byte[] answer, string connection) => StartAsync(
        services => AddSession(services).AddAuthorization().AddDbContextPool<RowContext>(options => options.UseSqlite(connection)),
        application =>
        {
            var constant = Results.Text(answer.AsSpan(), "application/json");
            application.MapGet(Prefix, async (ClaimsPrincipal user, RowContext context, CancellationToken cancellationToken) =>
                await RowContext.BodyOf(context, user.FindFirstValue("sub")!, cancellationToken) is { Length: > 0 } ? constant : Results.NotFound()).RequireAuthorization();
        },
        async application =>
        {
            await using var scope = application.Services.CreateAsyncScope();
            var context = scope.ServiceProvider.GetRequiredService<RowContext>();
            await context.Database.EnsureCreatedAsync();
            context.Add(new Row { Account = "1", Body = new byte[1024] });
            await context.SaveChangesAsync();
        });

    /// <summary>The library's calls.</summary>
    /// <param name="connection">To a database of SQLite, or null for the store in memory.</param>
    public static Task<WebSide> LibraryAsync(string? connection) => StartAsync(
        services =>
        {
            var builder = LibraryEnrolments.Add(AddSession(services)).UseAspNetCore();
            _ = connection is null ? builder.UseInMemoryStore() : builder.UseSqlite(connection, LibraryEnrolments.SealBy);
        },
        application => application.MapLoginVerification(Prefix, routes => (routes.BeginSignIn, routes.ResendSignIn, routes.AnswerSignIn, routes.UseBackupCode) = (null, null, null, null)),
        application => connection is null ? Task.CompletedTask : application.Services.MigrateLoginVerificationAsync());

    public ValueTask DisposeAsync() => application.DisposeAsync();

    private static async Task<WebSide> StartAsync(Action<IServiceCollection> register, Action<WebApplication> map, Func<WebApplication, Task>? prepare = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        register(builder.Services);
        var application = builder.Build();
        map(application);
        await (prepare?.Invoke(application) ?? Task.CompletedTask);
        await application.StartAsync();
        return new WebSide(application);
    }

    private static IServiceCollection AddSession(IServiceCollection services) =>
        services.AddAuthentication(Session.Scheme).AddScheme<AuthenticationSchemeOptions, Session>(Session.Scheme, null).Services;

    private sealed class RowContext(DbContextOptions<RowContext> options) : DbContext(options)
    {
        public static Func<RowContext, string, CancellationToken, Task<byte[]?>> BodyOf { get; } = EF.CompileAsyncQuery((RowContext context, string account, CancellationToken _) =>
            context.Set<Row>().Where(row => row.Account == account).Select(row => row.Body).FirstOrDefault());

        protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Row>().HasKey(row => row.Account);
    }

    private sealed class Row
    {
        public required string Account { get; init; }

        public required byte[] Body { get; init; }
    }

    /// <summary>The cheapest session that there can be: the token is the account.</summary>
    private sealed class Session(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        public new const string Scheme = "Bearer";

        protected override Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            var account = Request.Headers.Authorization.ToString()["Bearer ".Length..];
            Claim[] claims = [new("sub", account), new("auth_time", DateTimeOffset.UtcNow.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture)), new("amr", "mfa")];
            return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity(claims, Scheme)), Scheme)));
        }
    }
}
