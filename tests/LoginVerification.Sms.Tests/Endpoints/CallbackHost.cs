using LoginVerification.Sms.Tests.Sending;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace LoginVerification.Sms.Tests.Endpoints;

/// <summary>A host on this machine that maps what both gateways call, and lets nobody in who is not signed in: a provider is not.</summary>
internal sealed class CallbackHost : IAsyncDisposable
{
    private readonly WebApplication app;

    private CallbackHost(WebApplication app, AllLogs logs) => (this.app, Logs, Http) = (app, logs, new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }) { BaseAddress = new Uri(app.Urls.Single()) });

    public static AccountId Account { get; } = AccountId.Parse("account-1");

    /// <summary>All that the library logs. The log of requests is the host's, and has queries.</summary>
    public AllLogs Logs { get; }

    public HttpClient Http { get; }

    public IEnrolmentService Enrolments => app.Services.GetRequiredService<IEnrolmentService>();

    public static async Task<CallbackHost> StartAsync(Action<LoginVerificationBuilder> use, Action<WebApplication>? map = null, Uri? address = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.WebHost.UseSetting("urls", address?.AbsoluteUri ?? "http://127.0.0.1:0");
        var logs = new AllLogs();
        builder.Logging.ClearProviders().AddProvider(logs).AddFilter("Microsoft", LogLevel.None);
        builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie();
        builder.Services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        var verification = builder.Services.AddLoginVerification(o =>
        {
            o.SmsHost = "example.com";
            o.CodeKeys["test"] = new byte[LoginVerificationOptions.MinKeyBytes];
        }).UsePhoneNumbers().UseInMemoryStore().UseConsole("Development");
        use(verification);
        var app = builder.Build();
        if (map is null)
            app.MapLoginVerificationCallbacks("/sms");
        else
            map(app);
        await app.StartAsync();
        return new CallbackHost(app, logs);
    }

    public async Task ImportAsync(string number)
    {
        var imported = await Enrolments.ForOperator(Account, "staff-1").ImportVerifiedPhoneAsync(number, SystemClock.Instance.GetCurrentInstant());
        Assert.Null(imported.Refusal);
    }

    public async Task<IReadOnlyList<EnrolmentEvent>> HistoryAsync() => await app.Services.GetRequiredService<IEnrolmentHistory>().ReadAsync(Account, 1, int.MaxValue, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
