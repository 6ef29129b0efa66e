using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LoginVerification.AspNetCore.Tests;

/// <summary>A token that says who authenticated when and how, as an access token of OpenID Connect does.</summary>
internal sealed class TestBearer(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public new const string Scheme = "Bearer";

    public static string TokenOf(string account, long authenticatedAt, bool mfa) =>
        string.Create(CultureInfo.InvariantCulture, $"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(account))}.{authenticatedAt}.{mfa}");

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var parts = Request.Headers.Authorization.ToString().Split(' ')[^1].Split('.');
        return Task.FromResult(parts is [var account, var at, var mfa] && long.TryParse(at, CultureInfo.InvariantCulture, out var authenticatedAt)
            ? AuthenticateResult.Success(new AuthenticationTicket(HttpHost.SessionOf(Encoding.UTF8.GetString(Base64Url.DecodeFromChars(account)), authenticatedAt, bool.Parse(mfa)), Scheme))
            : AuthenticateResult.NoResult());
    }
}
