namespace LoginVerification.WebPush;

/// <summary>
/// Lets a request through once: only the outbox sends again, with a new request. And lets no body back: a push service says all that counts by its
/// status, and who reads on would wait, past the timeout, for whatever it likes to send.
/// </summary>
internal sealed class PushOnceHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    // A copy of a request, as hedging makes it, has the options of the original.
    private static readonly HttpRequestOptionsKey<bool> Sent = new("LoginVerification.WebPush.Sent");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Options.TryGetValue(Sent, out _))
            throw new UnknownOutcomeException("A handler of the host sends a push a second time. It did not go out again: only the outbox retries.");
        request.Options.Set(Sent, true);
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        response.Content.Dispose();
        response.Content = new ByteArrayContent([]);
        return response;
    }
}

/// <summary>Nobody knows whether the push was taken; the outbox tries again. It tells the HTTP status or the kind of failure, and nothing of the device.</summary>
internal sealed class UnknownOutcomeException(string message) : Exception(message);
