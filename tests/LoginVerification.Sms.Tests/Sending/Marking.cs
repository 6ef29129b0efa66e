namespace LoginVerification.Sms.Tests.Sending;

/// <summary>A handler of the host, which leaves a header on each request.</summary>
internal sealed class Marking : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Add("X-Host", "yes");
        return base.SendAsync(request, cancellationToken);
    }
}
