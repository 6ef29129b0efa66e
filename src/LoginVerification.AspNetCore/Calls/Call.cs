using Microsoft.AspNetCore.Http;

namespace LoginVerification.Http;

/// <summary>Answers a request.</summary>
/// <param name="context">The request.</param>
internal delegate Task<IResult> CallHandler(HttpContext context);

/// <summary>One call: where it is, what it does, and what its description says.</summary>
/// <param name="Role">Who may ask.</param>
/// <param name="Method">Its HTTP method.</param>
/// <param name="Pattern">Where the host wants it; null to leave it out.</param>
/// <param name="Handler">What answers it.</param>
/// <param name="Description">What the description says.</param>
internal sealed record Call(CallRole Role, string Method, Func<LoginVerificationRoutes, string?> Pattern, CallHandler Handler, CallDescription Description)
{
    /// <summary>Whether cookies alone do not suffice.</summary>
    public bool NeedsAntiforgery => Role is not CallRole.App && Method != HttpMethods.Get;

    /// <summary>One of each problem that it answers, as far as it can be told beforehand: which other refusals there are, the policy and the host decide.</summary>
    public IEnumerable<Problem> Problems() =>
        Faults().Select(fault => Problem.Of(fault)).Concat(Refusals().Select(code => Problem.Of(Examples.Refusal(code), Examples.Now)));

    private IEnumerable<RequestFault> Faults()
    {
        if (NeedsAntiforgery)
            yield return RequestFault.AntiforgeryInvalid;
        if (Description.IsIdempotent)
            yield return RequestFault.IdempotencyKeyMalformed;
        if (Description.Body is not null)
        {
            yield return RequestFault.BodyMalformed;
            yield return RequestFault.BodyInvalid;
            yield return RequestFault.BodyTooLarge;
            yield return RequestFault.MediaTypeNotSupported;
        }

        if (Role is CallRole.Owner)
            yield return RequestFault.NotAuthenticated;
        if (Role is CallRole.SignIn && NeedsAntiforgery)
            yield return RequestFault.NoSignInPending;
        if (Description.Parameters.Any(parameter => parameter.IsQuery))
            yield return RequestFault.QueryInvalid;
        if (Description.Parameters.Any(parameter => !parameter.IsQuery))
            yield return RequestFault.NotFound;
        yield return RequestFault.TooManyRequests;
    }

    private IEnumerable<RefusalCode> Refusals()
    {
        foreach (var code in Description.Refusals)
            yield return code;
        if (Description.IsIdempotent)
            yield return RefusalCode.IdempotencyKeyReused;
        if (Method != HttpMethods.Get)
            yield return RefusalCode.Conflict;
    }
}

/// <summary>Who asks.</summary>
internal enum CallRole
{
    /// <summary>The owner, signed in.</summary>
    Owner,

    /// <summary>A browser that gave the password.</summary>
    SignIn,

    /// <summary>The app of a device, which signs.</summary>
    App,
}
