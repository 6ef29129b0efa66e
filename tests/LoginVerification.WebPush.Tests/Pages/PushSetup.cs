using LoginVerification;
using LoginVerification.WebPush;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace Example;

public static class PushSetup
{
    /// <summary>In code.</summary>
    public static LoginVerificationBuilder InCode(LoginVerificationBuilder verification, Func<string, string> vault) => verification.UseWebPush(o =>
    {
        o.Subject = "mailto:operations@example.com";
        o.PublicKey = vault("web-push-public");
        o.PrivateKey = vault("web-push-private");
    });

    /// <summary>From the section "WebPush" of the configuration.</summary>
    public static LoginVerificationBuilder FromConfiguration(LoginVerificationBuilder verification, WebApplicationBuilder builder) =>
        verification.UseWebPush(builder.Configuration.GetSection("WebPush"));

    /// <summary>What an app subscribes with. It is no secret.</summary>
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/web-push-key", (IOptions<WebPushOptions> push) => Results.Text(push.Value.PublicKey));
}
