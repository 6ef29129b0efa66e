#region register
using LoginVerification;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Example;

public static class Setup
{
    /// <summary>Called from Program.cs, between CreateBuilder and Build.</summary>
    public static void AddVerification(WebApplicationBuilder builder)
    {
        // The gateway's own client. Its timeout is below the lease of the outbox, 30 s by default.
        builder.Services.AddHttpClient<GatewaySender>(http =>
        {
            http.BaseAddress = new Uri(builder.Configuration["Gateway"]!);
            http.Timeout = TimeSpan.FromSeconds(10);
        });
        builder.Services.AddLoginVerification(builder.Configuration.GetSection("LoginVerification"))
            .UsePhoneNumbers()
            .UseInMemoryStore() // for one process; a store that lasts in production
            .UseSms<GatewaySender>()
            .UseNotifier<MailNotifier>();
    }
}
#endregion
