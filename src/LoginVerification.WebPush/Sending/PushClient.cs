using Lib.Net.Http.WebPush;
using Lib.Net.Http.WebPush.Authentication;
using Microsoft.Extensions.DependencyInjection;
using LibraryMessage = Lib.Net.Http.WebPush.PushMessage;

namespace LoginVerification.WebPush;

/// <summary>The HTTP client of push services: no redirect, no proxy, no cookie, no retry, no log, no trace, and no address that is not public.</summary>
internal static class PushClient
{
    private const int MaxHeaderKilobytes = 64;

    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    /// <summary>Registers the client; handlers that the host adds under the same name go around it.</summary>
    public static void Add(IServiceCollection services, Func<IServiceProvider, TimeSpan> timeout) =>
        services.AddHttpClient(WebPushOptions.HttpClientName)
            .ConfigureHttpClient((provider, client) => client.Timeout = timeout(provider))
            .ConfigurePrimaryHttpMessageHandler(provider =>
            {
                var network = provider.GetRequiredService<PushNetwork>();
                return new PushOnceHandler(new SocketsHttpHandler
                {
                    // A redirect would lead where nobody looked.
                    AllowAutoRedirect = false,
                    // A proxy would resolve the name itself, past the look at its address.
                    UseProxy = false,
                    UseCookies = false,
                    PooledConnectionLifetime = ConnectionLifetime,
                    // A connection is made beside the request, and would go on without it.
                    ConnectTimeout = timeout(provider),
                    MaxResponseHeadersLength = MaxHeaderKilobytes,
                    // A trace would have the address of the device, and tell a push service of the host's other traces.
                    ActivityHeadersPropagator = null,
                    ConnectCallback = (context, cancellationToken) => network.ConnectAsync(context.DnsEndPoint, cancellationToken),
                });
            })
            // The factory's loggers write addresses.
            .RemoveAllLoggers();

    /// <summary>Asks once.</summary>
    /// <returns>The HTTP status.</returns>
    /// <exception cref="Exception">There was no answer, so that nobody knows. It tells nothing of the device.</exception>
    public static async Task<int> PushAsync(
        IHttpClientFactory clients, Subscription subscription, LibraryMessage message, VapidAuthentication vapid, CancellationToken cancellationToken)
    {
        using var http = clients.CreateClient(WebPushOptions.HttpClientName);
        // By itself the library waits and sends again when it is told to.
        var client = new PushServiceClient(http) { AutoRetryAfter = false };
        var to = new PushSubscription { Endpoint = subscription.Endpoint.AbsoluteUri };
        to.SetKey(PushEncryptionKeyName.P256DH, subscription.PublicKey);
        to.SetKey(PushEncryptionKeyName.Auth, subscription.AuthSecret);
        try
        {
            await client.RequestPushMessageDeliveryAsync(to, message, vapid, VapidAuthenticationScheme.Vapid, cancellationToken).ConfigureAwait(false);
            return Taken;
        }
        catch (PushServiceClientException answered)
        {
            return (int)answered.StatusCode;
        }
        // What the library and the client throw carries the device's address: none of it goes on, not as an inner exception either.
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException("The push service did not answer in time. Nobody knows whether it took the push.");
        }
        catch (HttpRequestException failure)
        {
            if (failure.InnerException is NotPublicException)
                throw new NotPublicException();
            throw new UnknownOutcomeException($"The push service could not be asked ({failure.HttpRequestError}).");
        }
        catch (Exception failure) when (failure is not UnknownOutcomeException)
        {
            throw new UnknownOutcomeException($"The push service could not be asked ({failure.GetType().Name}).");
        }
    }

    /// <summary>What the library takes for success (201, and what Mozilla's service answers, 200 and 202) it tells by returning.</summary>
    private const int Taken = 201;
}
