using LoginVerification;
using LoginVerification.Policies;
using Microsoft.AspNetCore.Http.HttpResults;
using SettingsPage.Accounts;
using SettingsPage.Devices;
using SettingsPage.Frame;

namespace SettingsPage;

/// <summary>
/// The addresses of the sample. The first segment of a path is the surface: web, mobileWeb, android or ios, as the policy declares them. It is never a header,
/// which the caller could choose.
/// </summary>
internal static class Routes
{
    /// <summary>Where people go whom no page can help: the same on every surface.</summary>
    public const string Help = "/help";

    private const string Verification = "account/login-verification";

    /// <summary>The beginning of every path, as a pattern that matches the policy's surfaces alone.</summary>
    public static string PatternOf(EnrolmentPolicy policy) => $"/{{surface:regex(^({string.Join('|', policy.Screens.Surfaces)})$)}}";

    /// <summary>Where the library's pages are.</summary>
    public static string PagesPatternOf(EnrolmentPolicy policy) => $"{PatternOf(policy)}/{Verification}";

    public static Surface SurfaceOf(HttpContext context) =>
        Surface.Parse(context.Request.RouteValues["surface"] as string ?? context.RequestServices.GetRequiredService<EnrolmentPolicy>().Screens.Surfaces[0].Name);

    public static string HomeOf(Surface surface) => $"/{surface}";

    public static string PagesOf(Surface surface) => $"/{surface}/{Verification}";

    public static string ScreenOf(Screen screen) => $"{PagesOf(screen.Surface)}/screens/{screen.Name}";

    public static string RegisterOf(Surface surface) => $"/{surface}/register";

    public static string LoginOf(Surface surface, string? back = null) => $"/{surface}/login{(back is null ? "" : $"?returnUrl={Uri.EscapeDataString(back)}")}";

    public static string SecondStepOf(Surface surface, string? back) => $"{PagesOf(surface)}/sign-in{(back is null ? "" : $"?returnUrl={Uri.EscapeDataString(back)}")}";

    public static string BackupCodeOf(Surface surface, string? back) => $"{PagesOf(surface)}/sign-in/backup-code{(back is null ? "" : $"?returnUrl={Uri.EscapeDataString(back)}")}";

    /// <summary>The screen that a request is at, or null where it is at another page.</summary>
    public static Screen? ScreenAt(HttpContext context, EnrolmentPolicy policy)
    {
        var surface = SurfaceOf(context);
        return context.Request.RouteValues["screen"] is string name ? policy.Screens.Screens.FirstOrDefault(screen => screen.Surface == surface && screen.Name == name)
            : context.Request.Path.Value?.TrimEnd('/') == PagesOf(surface) ? policy.Screens.HomeOf(surface)
            : null;
    }

    /// <summary>
    /// A path of this site, or null: nobody is sent elsewhere. Browsers drop control characters and take a backslash for a slash, so that none may be in it; and a
    /// header has no letters beyond ASCII.
    /// </summary>
    public static string? Local(string? path) =>
        path is ['/', ..] and not ['/', '/', ..] && path.All(character => character is > ' ' and <= '~' and not '\\') ? path : null;

    /// <summary>Everything that the application answers.</summary>
    public static void MapSample(this WebApplication app, EnrolmentPolicy policy)
    {
        app.MapGet("/", () => Results.Redirect(HomeOf(policy.Screens.Surfaces[0])));
        app.MapGet(Help, () => new RazorComponentResult<HelpPage>());
        app.MapGroup(PatternOf(policy)).MapAccounts();
        app.MapGroup("/sample").MapPanels();
        app.MapLoginVerificationPages(PagesPatternOf(policy));
    }
}
