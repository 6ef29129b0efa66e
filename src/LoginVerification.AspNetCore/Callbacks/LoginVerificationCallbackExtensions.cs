using LoginVerification;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps what SMS providers call.</summary>
public static class LoginVerificationCallbackExtensions
{
    /// <summary>
    /// Maps one address for each provider that calls back, <c>prefix/kannel</c> or <c>prefix/twilio</c>: delivery reports are counted and logged, and a STOP or START is
    /// reported to the accounts of its number. What the provider did not prove to have sent is answered by 403, what says nothing by 400. Everybody may call it,
    /// for providers have no session. Take it by https, and keep its query out of logs and traces: Kannel's has a secret, and numbers and texts of phones. ASP.NET Core's
    /// own line for each request, of <c>Microsoft.AspNetCore.Hosting.Diagnostics</c> at <c>Information</c>, has it: set that category to <c>Warning</c>.
    /// </summary>
    /// <param name="endpoints">The host's endpoints.</param>
    /// <param name="prefix">Where: <c>/sms</c>, for example.</param>
    /// <param name="keywords">What STOP and START are called; null for <see cref="InboundKeywords.Default"/>.</param>
    /// <returns>All of them, for conventions of the host's.</returns>
    /// <exception cref="InvalidOperationException">No provider calls back.</exception>
    public static IEndpointConventionBuilder MapLoginVerificationCallbacks(this IEndpointRouteBuilder endpoints, string prefix, InboundKeywords? keywords = null)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(prefix);
        var providers = endpoints.ServiceProvider.GetServices<ISmsCallbacks>().ToList();
        if (providers.Count == 0)
            throw new InvalidOperationException("No SMS provider calls back. Write services.AddLoginVerification(…).UseKannel(…) or UseTwilio(…), or AddSmsCallbacks<YourCallbacks>(), or leave MapLoginVerificationCallbacks out.");
        var logger = endpoints.ServiceProvider.GetRequiredService<ILoggerFactory>().CreateLogger<CallbackTaking>();
        // Made with the request: wrong wiring is told when the host starts, and not here.
        CallbackTaking Taking(HttpContext context) => new(context.RequestServices.GetRequiredService<IEnrolmentService>(), keywords ?? InboundKeywords.Default, logger);
        var group = endpoints.MapGroup(prefix);
        foreach (var provider in providers)
        {
            group.MapMethods(provider.Provider, [provider.IsPosted ? HttpMethods.Post : HttpMethods.Get], context => CallbackRequests.AnswerAsync(context, provider, Taking(context)))
                .WithDisplayName($"SMS callbacks of {provider.Provider}");
        }

        return group.AllowAnonymous().ExcludeFromDescription();
    }
}
