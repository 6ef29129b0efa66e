using System.Security.Claims;
using LoginVerification;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Example;

public static class Web
{
    /// <summary>Called from Program.cs, between CreateBuilder and Build.</summary>
    public static void AddVerification(WebApplicationBuilder builder)
    {
        builder.Services.AddAuthentication("Cookies").AddCookie("Cookies");
        builder.Services.AddOpenApi();
        builder.Services.AddLoginVerification(builder.Configuration.GetSection("LoginVerification"))
            .UsePhoneNumbers().UseInMemoryStore().UseConsole(builder.Environment.EnvironmentName)
            .UseAspNetCore(o => o.LetIn = (context, account, answer) => context.SignInAsync("Cookies", SessionOf(account, bothFactors: answer is not null)));
    }

    /// <summary>Called from Program.cs, between Build and Run.</summary>
    public static void MapVerification(WebApplication app)
    {
        app.MapOpenApi();
        app.MapLoginVerification("/account/login-verification");

        // Where your page has checked the password, it begins the second step, and no session.
        app.MapPost("/password", async (HttpContext context, Credentials given) =>
        {
            if (AccountOf(given) is not { } account)
                return Results.Unauthorized();
            await context.BeginSecondFactorAsync(account);
            return Results.NoContent(); // the page goes on with POST …/sign-in
        });
    }

    private static ClaimsPrincipal SessionOf(AccountId account, bool bothFactors) => new(new ClaimsIdentity(
        [new("sub", account.Value), new("auth_time", $"{DateTimeOffset.UtcNow.ToUnixTimeSeconds()}"), .. bothFactors ? [new Claim("amr", "mfa")] : Array.Empty<Claim>()],
        "Cookies"));

    /// <summary>Yours compares a password hash.</summary>
    private static AccountId? AccountOf(Credentials given) => given is { Name: "alice", Password: "correct horse" } ? AccountId.Parse("account-1") : null;

    public sealed record Credentials(string Name, string Password);
}
