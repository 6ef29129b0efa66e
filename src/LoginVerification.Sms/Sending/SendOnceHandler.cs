namespace LoginVerification.Sms;

/// <summary>
/// Lets a request through once. A host that gives a retrying handler to all its clients gives it to these as well, and each retry is a paid
/// message: it finds this one below it, which refuses. Only the outbox sends again, with a new request.
/// </summary>
internal sealed class SendOnceHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    // A copy of a request, as hedging makes it, has the options of the original.
    private static readonly HttpRequestOptionsKey<bool> Sent = new("LoginVerification.Sms.Sent");

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Options.TryGetValue(Sent, out _))
            throw new UnknownOutcomeException("A handler of the host sends a message a second time. It did not go out again: only the outbox retries.");
        request.Options.Set(Sent, true);
        return base.SendAsync(request, cancellationToken);
    }
}
