#region register
using LoginVerification;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Example;

public static class Setup
{
    /// <summary>Called from Program.cs, between CreateBuilder and Build, with what AddLoginVerification gave.</summary>
    public static void AddPages(LoginVerificationBuilder verification) => verification.UsePages();

    /// <summary>Called from Program.cs, after Build.</summary>
    public static void MapPages(WebApplication app) => app.MapLoginVerificationPages("/account/login-verification");
}
#endregion
