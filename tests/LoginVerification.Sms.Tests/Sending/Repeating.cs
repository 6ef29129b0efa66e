namespace LoginVerification.Sms.Tests.Sending;

/// <summary>As the standard resilience handler does it: a POST as well, while the answer is a server error.</summary>
internal sealed class Repeating : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        for (var more = 3; more > 0 && (int)response.StatusCode >= 500; more--)
            response = await base.SendAsync(request, cancellationToken);
        return response;
    }
}
