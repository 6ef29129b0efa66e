using System.Diagnostics.CodeAnalysis;
using LoginVerification;
using LoginVerification.Http;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps log-in verification.</summary>
public static class LoginVerificationEndpointRouteBuilderExtensions
{
    /// <summary>
    /// Maps every call: the owner's, which require authorization; those of a browser that waits for the second factor; the app's. Can be called for several prefixes, for
    /// example one a surface. <c>docs/http.md</c> has each call with its answers.
    /// </summary>
    /// <param name="endpoints">Where.</param>
    /// <param name="prefix">What all addresses begin with, for example <c>/account/login-verification</c>.</param>
    /// <param name="configure">Renames calls, or leaves them out; null for none.</param>
    /// <returns>The calls, for conventions of the host's: limits, CORS, a policy of authorization.</returns>
    /// <exception cref="InvalidOperationException"><c>UseAspNetCore()</c> was not called; a pattern lacks its parameter; antiforgery has no header; or a call that lets in is mapped, and <see cref="LoginVerificationHttpOptions.LetIn"/> is null.</exception>
    public static LoginVerificationEndpoints MapLoginVerification(this IEndpointRouteBuilder endpoints, [StringSyntax("Route")] string prefix, Action<LoginVerificationRoutes>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(prefix);
        Ensure(endpoints.ServiceProvider);
        var routes = new LoginVerificationRoutes();
        configure?.Invoke(routes);
        if (AllCalls.All.Any(call => call is { Role: CallRole.SignIn, NeedsAntiforgery: true } && call.Pattern(routes) is not null))
            SecondFactorCookie.EnsureLetIn(endpoints.ServiceProvider);

        var all = endpoints.MapGroup(prefix).AddEndpointFilter(CallFilters.ForbidStoring);
        var owner = all.MapGroup("").WithTags("Log-in verification: enrolment").RequireAuthorization().DisableCookieRedirect().AddEndpointFilter(CallFilters.RequireAccount).AddEndpointFilter(CallFilters.RequireAntiforgery);
        var signIn = all.MapGroup("").WithTags("Log-in verification: sign-in").AllowAnonymous().AddEndpointFilter(CallFilters.RequireAntiforgery);
        var app = all.MapGroup("").WithTags("Log-in verification: app").AllowAnonymous();
        foreach (var call in AllCalls.All)
        {
            if (call.Pattern(routes) is { } pattern)
                Map(call.Role switch { CallRole.Owner => owner, CallRole.SignIn => signIn, _ => app }, pattern, call);
        }

        return new LoginVerificationEndpoints(owner, signIn, app);
    }

    private static void Map(RouteGroupBuilder group, string pattern, Call call)
    {
        foreach (var parameter in call.Description.Parameters)
        {
            if (!parameter.IsQuery && RoutePatternFactory.Parse(pattern).GetParameter(parameter.Name) is null)
                throw new InvalidOperationException($"The pattern of \"{call.Description.Summary}\" has no {{{parameter.Name}}}. Write it into the pattern, for example \"/my/{{{parameter.Name}}}\".");
        }

        group.MapMethods(pattern, [call.Method], (Delegate)call.Handler)
            .WithSummary(call.Description.Summary)
            .AddOpenApiOperationTransformer((operation, context, _) => OperationWriter.WriteAsync(operation, context, call));
    }

    private static void Ensure(IServiceProvider services)
    {
        if (services.GetService<IServiceProviderIsService>()?.IsService(typeof(SignInFlow)) is not true)
            throw new InvalidOperationException("Nothing is registered for log-in verification over HTTP. Write services.AddLoginVerification(…).UseAspNetCore() before Build().");
        if (services.GetRequiredService<IOptions<AntiforgeryOptions>>().Value.HeaderName is null)
            throw new InvalidOperationException("Antiforgery has no header, and no call takes a form. Set AntiforgeryOptions.HeaderName, \"RequestVerificationToken\" by default.");
    }
}
