using Microsoft.Extensions.DependencyInjection;

namespace LoginVerification.Sms;

/// <summary>The HTTP client of a gateway: no redirect, no cookie, no retry, no log, and no answer beyond what a gateway says.</summary>
internal static class GatewayClient
{
    // A gateway answers in a few hundred bytes.
    private const int MaxAnswer = 64 * 1024;

    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    /// <summary>Registers the client; handlers that the host adds under the same name go around it.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="name">The name of the client.</param>
    /// <param name="timeout">The longest wait for a whole answer.</param>
    public static void Add(IServiceCollection services, string name, Func<IServiceProvider, TimeSpan> timeout) =>
        services.AddHttpClient(name)
            .ConfigureHttpClient((provider, client) =>
            {
                client.Timeout = timeout(provider);
                client.MaxResponseContentBufferSize = MaxAnswer;
            })
            .ConfigurePrimaryHttpMessageHandler(() => new SendOnceHandler(new SocketsHttpHandler
            {
                // A redirect would carry code and credentials to another address.
                AllowAutoRedirect = false,
                UseCookies = false,
                PooledConnectionLifetime = ConnectionLifetime,
                MaxResponseHeadersLength = MaxAnswer / 1024,
            }))
            // The factory's loggers write addresses, and headers at Trace: credentials among them.
            .RemoveAllLoggers();

    /// <summary>Asks once.</summary>
    /// <returns>The whole answer.</returns>
    /// <exception cref="Exception">There was none, so that nobody knows.</exception>
    public static async Task<GatewayAnswer> AskAsync(IHttpClientFactory clients, string name, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var client = clients.CreateClient(name);
        try
        {
            using var response = await client.SendAsync(request, cancellationToken).ConfigureAwait(false);
            return new GatewayAnswer((int)response.StatusCode, await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException("The gateway did not answer in time. Nobody knows whether it took the message.");
        }
    }
}
