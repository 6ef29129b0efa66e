using System.Security.Cryptography;
using LoginVerification.Docs.Tests;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace LoginVerification.AspNetCore.Tests;

/// <summary>A session in a token, as ASP.NET Core's own handler reads it: with the names that tokens have, or with those that it gives claims by default.</summary>
public sealed class BearerTests
{
    private const string Scheme = "Jwt";

    [Theory]
    [InlineData(true, true, 200)]
    [InlineData(true, false, 200)]
    [InlineData(false, true, 403)]
    [InlineData(false, false, 403)]
    public async Task Both_factors_are_those_that_the_token_says_however_its_claims_are_mapped(bool mfa, bool mapped, int status)
    {
        var key = new SymmetricSecurityKey(RandomNumberGenerator.GetBytes(32));
        using var host = new HttpHost(new HostSettings
        {
            Services = services =>
            {
                services.AddAuthentication().AddJwtBearer(Scheme, o =>
                {
                    o.MapInboundClaims = mapped;
                    // Its lifetime is by the machine's clock, which the test does not move.
                    o.TokenValidationParameters = new TokenValidationParameters { IssuerSigningKey = key, ValidateIssuer = false, ValidateAudience = false, ValidateLifetime = false };
                });
                services.Configure<PolicySchemeOptions>("either", o => o.ForwardDefaultSelector = _ => Scheme);
            },
        });
        using var owner = new Browser(host, bearer: new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            SigningCredentials = new SigningCredentials(key, SecurityAlgorithms.HmacSha256),
            Claims = new Dictionary<string, object>
            {
                ["sub"] = TestHost.Account,
                ["auth_time"] = host.Time.GetInstant().ToUnixTimeSeconds(),
                ["amr"] = mfa ? new[] { "pwd", "mfa" } : ["pwd"],
            },
        }));
        await EnrolmentTests.VerifyAsync(host, owner);
        (await owner.PutAsync("/channel", new { channel = "Sms" })).Yes();
        Assert.Equal(status, (await owner.DeleteAsync("/channel")).Number);
    }
}
