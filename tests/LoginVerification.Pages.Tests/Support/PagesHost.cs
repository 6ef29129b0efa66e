using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using NodaTime;

namespace LoginVerification.Tests;

/// <summary>A host with the pages, on a real socket: sessions are cookies, the surface is part of the path, and the clock is the test's.</summary>
internal sealed class PagesHost : IAsyncDisposable
{
    public const string Number = "+972502345678";
    public const string Web = "/web/account/login-verification";

    public static readonly AccountId Alice = AccountId.Parse("alice");

    private readonly WebApplication application;

    private PagesHost(WebApplication application, FakeTimeProvider time, RecordingPhone phone, RecordingOwner owner)
    {
        (this.application, Time, Phone, Owner) = (application, time, phone, owner);
        Address = new Uri(application.Urls.First());
    }

    public Uri Address { get; }

    public FakeTimeProvider Time { get; }

    public RecordingPhone Phone { get; }

    public RecordingOwner Owner { get; }

    public IEnrolmentService Enrolments => application.Services.GetRequiredService<IEnrolmentService>();

    public IServiceProvider Services => application.Services;

    public EnrolmentPolicy Policy => application.Services.GetRequiredService<EnrolmentPolicy>();

    public static async Task<PagesHost> StartAsync(EnrolmentPolicy? policy = null, Action<LoginVerificationPagesOptions>? pages = null, Action<LoginVerificationBuilder>? configure = null, string? language = null)
    {
        var (time, phone, owner) = (new FakeTimeProvider(new DateTimeOffset(2026, 11, 29, 12, 0, 0, TimeSpan.Zero)), new RecordingPhone(), new RecordingOwner());
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<TimeProvider>(time);
        builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(o => o.LoginPath = "/login");
        builder.Services.AddAuthorization();
        var verification = builder.Services.AddLoginVerification(o =>
            {
                o.SmsHost = "example.com";
                o.CodeKeys["test"] = RandomNumberGenerator.GetBytes(32);
            })
            .UsePolicy(policy ?? ShippedPolicies.Consistent).AllowResearchPolicy().UsePhoneNumbers().UseInMemoryStore().UseSms(phone).UseNotifier(owner)
            .UseAspNetCore(o =>
            {
                o.Surface = context => Surface.Parse((string)context.Request.RouteValues["surface"]!);
                o.Language = context => context.Request.Headers.AcceptLanguage is [{ Length: > 0 } asked] ? asked : language;
                o.LetIn = (context, account, answer) => context.SignInAsync(Session(account.Value, Instant.FromDateTimeOffset(time.GetUtcNow()), answer is not null));
            })
            .UsePages(o =>
            {
                o.SurfaceAddress = (_, surface) => $"/{surface}/account/login-verification";
                o.ReauthenticateAddress = (_, both, back) => $"/again?both={both}&returnUrl={Uri.EscapeDataString(back)}";
                o.LoginAddress = (_, back) => $"/login?returnUrl={back}";
                pages?.Invoke(o);
            });
        configure?.Invoke(verification);
        var application = builder.Build();
        application.UseAuthentication();
        application.UseAuthorization();
        application.MapLoginVerificationPages("/{surface}/account/login-verification");
        application.MapGet("/test/session", (HttpContext context, string account, long at, bool both) => context.SignInAsync(Session(account, Instant.FromUnixTimeMilliseconds(at), both)));
        application.MapGet("/test/password", (HttpContext context, string account) => context.BeginSecondFactorAsync(AccountId.Parse(account)).AsTask());
        application.MapGet("/test/who", (HttpContext context) => context.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? "nobody");
        await application.StartAsync();
        return new PagesHost(application, time, phone, owner);
    }

    /// <summary>A browser of somebody who is signed in to nothing.</summary>
    public Browser Open() => new(Address);

    /// <summary>A browser of an owner, who authenticated just now.</summary>
    public async Task<Browser> SignInAsync(string account = "alice", bool both = true)
    {
        var browser = Open();
        await browser.GetAsync($"/test/session?account={account}&at={Time.GetUtcNow().ToUnixTimeMilliseconds()}&both={both}");
        return browser;
    }

    /// <summary>A browser of somebody whose password was right.</summary>
    public async Task<Browser> GivePasswordAsync(string account = "alice")
    {
        var browser = Open();
        await browser.GetAsync($"/test/password?account={account}");
        return browser;
    }

    /// <summary>The owner as the service sees them, authenticated just now.</summary>
    public UserEnrolment User(string account = "alice", string surface = "web") =>
        Enrolments.ForUser(AccountId.Parse(account), Surface.Parse(surface), Time.GetInstant(), AuthenticationFactors.MultiFactor);

    /// <summary>A verified number, and SMS protects the log-in.</summary>
    public async Task EnableSmsAsync(string account = "alice", string number = Number)
    {
        await VerifyAsync(account, number);
        Assert.Null((await User(account).EnableAsync(VerificationChannel.Sms)).Refusal);
    }

    /// <summary>A verified number and a device, and the app protects the log-in.</summary>
    public async Task<App> EnableAppAsync()
    {
        await EnableSmsAsync();
        var app = new App();
        var bound = await Services.GetRequiredService<IDeviceService>().BindDeviceAsync(app.Binding((await User().IssueDeviceTokenAsync()).Text!));
        app.Device = bound.Device!;
        Assert.Null((await User().ChangeChannelAsync(VerificationChannel.AppPush)).Refusal);
        return app;
    }

    /// <summary>A verified number.</summary>
    public async Task VerifyAsync(string account = "alice", string number = Number)
    {
        Assert.Null((await User(account).SubmitPhoneAsync(number)).Refusal);
        Assert.Null((await User(account).ConfirmCodeAsync(Phone.LastCode)).Refusal);
    }

    public async ValueTask DisposeAsync() => await application.DisposeAsync();

    private static ClaimsPrincipal Session(string account, Instant at, bool both) => new(new ClaimsIdentity(
        [new Claim(ClaimTypes.NameIdentifier, account), new Claim("auth_time", $"{at.ToUnixTimeSeconds()}"), new Claim("amr", both ? "mfa" : "pwd")], CookieAuthenticationDefaults.AuthenticationScheme));
}
