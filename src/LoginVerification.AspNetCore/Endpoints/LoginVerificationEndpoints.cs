using Microsoft.AspNetCore.Builder;

namespace LoginVerification;

/// <summary>
/// The calls that <c>MapLoginVerification</c> mapped. A convention that is added here holds for all of them; one that is added to a group for that group:
/// <c>endpoints.SignIn.RequireRateLimiting(…)</c>. Use it at start, as the host's own endpoints.
/// </summary>
public sealed class LoginVerificationEndpoints : IEndpointConventionBuilder
{
    internal LoginVerificationEndpoints(IEndpointConventionBuilder enrolment, IEndpointConventionBuilder signIn, IEndpointConventionBuilder app) =>
        (Enrolment, SignIn, App) = (enrolment, signIn, app);

    /// <summary>The owner's calls, which need a session.</summary>
    public IEndpointConventionBuilder Enrolment { get; }

    /// <summary>The calls of a browser that gave the password, and the one that gives antiforgery tokens.</summary>
    public IEndpointConventionBuilder SignIn { get; }

    /// <summary>The calls of the app, which are proved by a signature.</summary>
    public IEndpointConventionBuilder App { get; }

    /// <inheritdoc/>
    public void Add(Action<EndpointBuilder> convention)
    {
        foreach (var group in Groups)
            group.Add(convention);
    }

    /// <inheritdoc/>
    public void Finally(Action<EndpointBuilder> finallyConvention)
    {
        foreach (var group in Groups)
            group.Finally(finallyConvention);
    }

    private IEndpointConventionBuilder[] Groups => [Enrolment, SignIn, App];
}
