using System.Diagnostics.CodeAnalysis;
using LoginVerification;
using LoginVerification.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps the pages.</summary>
public static class LoginVerificationPageRoutes
{
    /// <summary>
    /// Maps the screens of the policy, the pages of devices, backup codes and history, and the second step of a sign-in. The owner's pages require authorization;
    /// those of the sign-in are open to everybody, and show nothing to who waits for no second factor.
    /// </summary>
    /// <param name="endpoints">The application.</param>
    /// <param name="prefix">Where, for example <c>/account/login-verification</c>. It may hold route parameters, for a surface each.</param>
    /// <returns>The pages, for conventions of the host's, such as rate limits.</returns>
    /// <exception cref="InvalidOperationException">Those of the sign-in let in, and <see cref="LoginVerificationHttpOptions.LetIn"/> is null.</exception>
    public static LoginVerificationPages MapLoginVerificationPages(this IEndpointRouteBuilder endpoints, [StringSyntax("Route")] string prefix)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(prefix);
        SecondFactorCookie.EnsureLetIn(endpoints.ServiceProvider);
        var all = endpoints.MapGroup(prefix).ExcludeFromDescription();
        all.MapGet("/assets/{name}", PageAssets.Get).AllowAnonymous();

        var pages = all.MapGroup("").AddEndpointFilter(PageHeaders.AddAsync).AddEndpointFilter(DeclaredSurface.EnsureAsync);
        var owner = pages.MapGroup("").RequireAuthorization();
        owner.MapGet("/", ScreenEndpoints.HomeAsync);
        owner.MapGet("/screens/{screen}", ScreenEndpoints.ScreenAsync);
        owner.MapGet("/screens/{screen}/not-received", ScreenEndpoints.NotReceivedAsync);
        owner.MapGet("/screens/{screen}/{action}", ScreenEndpoints.Reload);
        owner.MapPost("/screens/{screen}/{action}", ScreenEndpoints.PostAsync);
        owner.MapGet("/notices", NoticeEndpoints.Reload);
        owner.MapPost("/notices", NoticeEndpoints.PostAsync);
        owner.MapGet("/devices", DeviceEndpoints.ShowAsync);
        owner.MapGet("/devices/{form}", DeviceEndpoints.Reload);
        owner.MapPost("/devices/rename", DeviceEndpoints.RenameAsync);
        owner.MapPost("/devices/remove", DeviceEndpoints.RemoveAsync);
        owner.MapPost("/devices/token", DeviceEndpoints.IssueTokenAsync);
        owner.MapGet("/backup-codes", BackupCodeEndpoints.ShowAsync);
        owner.MapPost("/backup-codes", BackupCodeEndpoints.IssueAsync);
        owner.MapGet("/history", HistoryEndpoints.ShowAsync);

        var signIn = pages.MapGroup("/sign-in").AllowAnonymous();
        signIn.MapGet("", SignInEndpoints.BeginAsync);
        signIn.MapPost("", SignInEndpoints.AnswerAsync);
        signIn.MapGet("/again", SignInEndpoints.Reload);
        signIn.MapPost("/again", SignInEndpoints.BeginAgainAsync);
        signIn.MapGet("/not-received", SignInEndpoints.NotReceivedAsync);
        signIn.MapPost("/not-received", SignInEndpoints.ResendAsync);
        signIn.MapGet("/backup-code", SignInEndpoints.BackupCodeAsync);
        signIn.MapPost("/backup-code", SignInEndpoints.UseBackupCodeAsync);
        return new LoginVerificationPages(all, owner, signIn);
    }
}
