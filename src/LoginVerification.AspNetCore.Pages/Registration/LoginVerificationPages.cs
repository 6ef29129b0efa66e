using Microsoft.AspNetCore.Builder;

namespace LoginVerification;

/// <summary>
/// The pages that <c>MapLoginVerificationPages</c> mapped. A convention that is added here holds for all of them; one that is added to a group for that group:
/// <c>pages.SignIn.RequireRateLimiting(…)</c>. Use it at start, as the host's own endpoints.
/// </summary>
public sealed class LoginVerificationPages : IEndpointConventionBuilder
{
    private readonly IEndpointConventionBuilder all;

    internal LoginVerificationPages(IEndpointConventionBuilder all, IEndpointConventionBuilder owner, IEndpointConventionBuilder signIn) =>
        (this.all, Owner, SignIn) = (all, owner, signIn);

    /// <summary>The owner's pages, which need a session.</summary>
    public IEndpointConventionBuilder Owner { get; }

    /// <summary>The pages of the second step of a sign-in.</summary>
    public IEndpointConventionBuilder SignIn { get; }

    /// <inheritdoc/>
    public void Add(Action<EndpointBuilder> convention) => all.Add(convention);

    /// <inheritdoc/>
    public void Finally(Action<EndpointBuilder> finallyConvention) => all.Finally(finallyConvention);
}
