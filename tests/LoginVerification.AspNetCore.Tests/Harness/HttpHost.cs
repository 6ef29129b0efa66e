using System.Security.Claims;
using System.Security.Cryptography;
using LoginVerification.Policies;
using LoginVerification.Ports;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace LoginVerification.AspNetCore.Tests;

/// <summary>A host on a socket of this machine, with a session in cookies or a bearer token, under a clock that the test moves.</summary>
internal sealed class HttpHost : IDisposable
{
    /// <summary>Where the calls of the web are.</summary>
    public const string Prefix = "/account/login-verification";

    private readonly WebApplication application;

    public HttpHost(HostSettings? settings = null)
    {
        settings ??= new HostSettings();
        var policy = settings.Policy ?? ShippedPolicies.Consistent;
        Described = settings is { Routes: null, Endpoints: null } ? string.Join(' ', policy.Document.Surfaces.Select(declared => declared.Name)) : Guid.NewGuid().ToString();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseKestrel().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddProvider(Log).SetMinimumLevel(LogLevel.Trace);
        builder.Services.AddSingleton<TimeProvider>(Time);
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddAuthentication("either")
            .AddPolicyScheme("either", null, o => o.ForwardDefaultSelector = context => context.Request.Headers.Authorization.Count > 0 ? TestBearer.Scheme : CookieAuthenticationDefaults.AuthenticationScheme)
            .AddCookie()
            .AddScheme<AuthenticationSchemeOptions, TestBearer>(TestBearer.Scheme, null);
        builder.Services.AddLoginVerification(o =>
            {
                o.SmsHost = "example.com";
                o.CodeKeys["test"] = RandomNumberGenerator.GetBytes(32);
            })
            .UsePolicy(policy).AllowResearchPolicy().UsePhoneNumbers().UseInMemoryStore().UseSms(Phone).UseNotifier(Owner)
            .UseAspNetCore(o =>
            {
                o.Surface = context => context.GetEndpoint()?.Metadata.GetMetadata<Surface>() ?? Surface.Parse("web");
                o.LetIn = (context, account, answer) => context.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, SessionOf(account.Value, Time.GetInstant().ToUnixTimeSeconds(), mfa: answer is not null));
            });
        builder.Services.AddSingleton<IPushSender>(Push);
        builder.Services.AddOpenApi(o => o.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new() { Title = "A host", Version = "1", Description = "An application with log-in verification.", Contact = new() { Name = "The host", Url = new Uri("https://example.com/") } };
            return Task.CompletedTask;
        }));
        settings.Services?.Invoke(builder.Services);
        application = builder.Build();
        settings.Middleware?.Invoke(application);

        // What a host has of its own: a page that checks the password, and one that begins a session without a second factor.
        application.MapPost("/test/password", async (HttpContext context, string account) => await context.BeginSecondFactorAsync(AccountId.Parse(account))).ExcludeFromDescription();
        application.MapPost("/test/session", (HttpContext context, string account, bool mfa) => context.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, SessionOf(account, Time.GetInstant().ToUnixTimeSeconds(), mfa))).ExcludeFromDescription();
        application.MapGet("/test/who", (ClaimsPrincipal user) => user.FindFirstValue("sub") ?? "nobody").ExcludeFromDescription();
        application.MapOpenApi();
        foreach (var surface in policy.Document.Surfaces.Select(declared => Surface.Parse(declared.Name)))
        {
            var mapped = application.MapLoginVerification(surface.Name == "web" ? Prefix : $"/{surface}{Prefix}", settings.Routes);
            mapped.WithMetadata(surface);
            settings.Endpoints?.Invoke(mapped);
        }

        application.StartAsync().GetAwaiter().GetResult();
        Address = new Uri(application.Urls.Single());
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));

    public RecordingPhone Phone { get; } = new();

    public RecordingOwner Owner { get; } = new();

    public Docs.Tests.RecordingPush Push { get; } = new();

    public RecordingLog Log { get; } = new();

    public IServiceProvider Services => application.Services;

    public Uri Address { get; }

    /// <summary>Hosts that say the same here have the same description.</summary>
    public string Described { get; }

    /// <summary>Sends what is due, as the host's background loop does.</summary>
    public Task DispatchAsync() => Services.GetRequiredService<OutboxDispatcher>().DispatchDueAsync();

    public void Dispose() => ((IDisposable)application).Dispose();

    public static ClaimsPrincipal SessionOf(string account, long authenticatedAt, bool mfa)
    {
        List<Claim> claims = [new("sub", account), new("auth_time", authenticatedAt.ToString(System.Globalization.CultureInfo.InvariantCulture))];
        if (mfa)
            claims.Add(new Claim("amr", "mfa"));
        return new ClaimsPrincipal(new ClaimsIdentity(claims, CookieAuthenticationDefaults.AuthenticationScheme));
    }
}

/// <summary>What a test changes of the host.</summary>
internal sealed record HostSettings
{
    public EnrolmentPolicy? Policy { get; init; }

    public Action<IServiceCollection>? Services { get; init; }

    public Action<WebApplication>? Middleware { get; init; }

    public Action<LoginVerificationRoutes>? Routes { get; init; }

    public Action<LoginVerificationEndpoints>? Endpoints { get; init; }
}
