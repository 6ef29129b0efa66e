using LoginVerification;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Example;

public static class Limits
{
    public static void AddLimits(WebApplicationBuilder builder) => builder.Services.AddRateLimiter(o => o.AddLoginVerification());

    public static void MapLimited(WebApplication app)
    {
        app.UseRateLimiter();
        var calls = app.MapLoginVerification("/account/login-verification");
        calls.Enrolment.RequireRateLimiting(LoginVerificationRateLimits.Enrolment);
        calls.SignIn.RequireRateLimiting(LoginVerificationRateLimits.SignIn);
        calls.App.RequireRateLimiting(LoginVerificationRateLimits.App);
    }
}
