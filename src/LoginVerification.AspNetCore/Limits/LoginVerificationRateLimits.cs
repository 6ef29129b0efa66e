using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;
using LoginVerification.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace LoginVerification;

/// <summary>
/// Names of the rate limits that <see cref="LoginVerificationRateLimiterOptionsExtensions.AddLoginVerification"/> registers. They hold for nobody before the host applies them:
/// <c>endpoints.SignIn.RequireRateLimiting(LoginVerificationRateLimits.SignIn)</c>. They guard the host's machines: wrong codes and messages are counted without them.
/// </summary>
public static class LoginVerificationRateLimits
{
    /// <summary>For <see cref="LoginVerificationEndpoints.Enrolment"/>: 60 requests at once and 60 a minute after that, by account. The account is known after <c>UseAuthentication</c>: a limiter that stands before it counts by address.</summary>
    public const string Enrolment = "LoginVerification.Enrolment";

    /// <summary>For <see cref="LoginVerificationEndpoints.SignIn"/>: 600 requests at once and 600 a minute after that, by address: a whole office can be behind one, and each page asks every second.</summary>
    public const string SignIn = "LoginVerification.SignIn";

    /// <summary>For <see cref="LoginVerificationEndpoints.App"/>: 600 requests at once and 600 a minute after that, by address.</summary>
    public const string App = "LoginVerification.App";
}

/// <summary>Registers rate limits.</summary>
public static class LoginVerificationRateLimiterOptionsExtensions
{
    /// <summary>Registers the limits of <see cref="LoginVerificationRateLimits"/>. An address is <c>HttpContext.Connection.RemoteIpAddress</c>, so let forwarded headers be read before the limiter behind a proxy.</summary>
    /// <param name="options">The host's rate limiter.</param>
    public static RateLimiterOptions AddLoginVerification(this RateLimiterOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options.AddPolicy<string, OwnerLimit>(LoginVerificationRateLimits.Enrolment)
            .AddPolicy<string, AddressLimit>(LoginVerificationRateLimits.SignIn)
            .AddPolicy<string, AddressLimit>(LoginVerificationRateLimits.App);
    }
}

/// <summary>A limit that answers as the calls do.</summary>
internal abstract class CallLimit : IRateLimiterPolicy<string>
{
    public Func<OnRejectedContext, CancellationToken, ValueTask>? OnRejected { get; } = static async (rejected, _) =>
    {
        var response = rejected.HttpContext.Response;
        response.Headers.CacheControl = "no-store";
        if (rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait))
            response.Headers.RetryAfter = ((long)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        await JsonAnswer.Of(RequestFault.TooManyRequests).ExecuteAsync(rejected.HttpContext).ConfigureAwait(false);
    };

    public abstract RateLimitPartition<string> GetPartition(HttpContext httpContext);

    /// <summary>As many at once as a minute brings.</summary>
    protected static RateLimitPartition<string> Minute(string key, int requests) => RateLimitPartition.GetTokenBucketLimiter(key, _ => new TokenBucketRateLimiterOptions
    {
        TokenLimit = requests,
        TokensPerPeriod = requests / 6,
        ReplenishmentPeriod = TimeSpan.FromSeconds(10),
        QueueLimit = 0,
    });

    /// <summary>An address; of IPv6 its first half, for each household has all of the second.</summary>
    protected static string AddressOf(HttpContext context) => context.Connection.RemoteIpAddress switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } mapped => mapped.MapToIPv4().ToString(),
        { AddressFamily: System.Net.Sockets.AddressFamily.InterNetworkV6 } six => new IPAddress([.. six.GetAddressBytes().Take(8), .. new byte[8]]).ToString(),
        var four => four.ToString(),
    };
}

/// <summary>By account; by address for who has none, or where the limiter stands before the authentication.</summary>
internal sealed class OwnerLimit(IOptions<LoginVerificationHttpOptions> options) : CallLimit
{
    private const int Requests = 60;

    public override RateLimitPartition<string> GetPartition(HttpContext httpContext) =>
        Minute(options.Value.Account(httpContext) is { } account ? $"account {account.Value}" : $"address {AddressOf(httpContext)}", Requests);
}

/// <summary>By address.</summary>
internal sealed class AddressLimit : CallLimit
{
    private const int Requests = 600;

    public override RateLimitPartition<string> GetPartition(HttpContext httpContext) => Minute(AddressOf(httpContext), Requests);
}
