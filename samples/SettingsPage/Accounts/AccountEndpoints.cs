using System.Globalization;
using LoginVerification;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using SettingsPage.Devices;
using SettingsPage.Frame;

namespace SettingsPage.Accounts;

/// <summary>Register, sign in, sign out: ASP.NET Core Identity as it is used everywhere. The second step is a page of the library.</summary>
internal static class AccountEndpoints
{
    public static void MapAccounts(this IEndpointRouteBuilder site)
    {
        site.MapGet("/", () => new RazorComponentResult<HomePage>());
        site.MapGet("/register", () => new RazorComponentResult<RegisterPage>());
        site.MapPost("/register", RegisterAsync);
        site.MapGet("/login", (string? returnUrl) => new RazorComponentResult<LoginPage>(new { Back = Routes.Local(returnUrl) }));
        site.MapPost("/login", LoginAsync);
        site.MapPost("/logout", LogoutAsync);
        site.MapPost("/language", ChooseLanguage);
    }

    private static async Task<IResult> RegisterAsync(HttpContext context, [FromForm] string? email, [FromForm] string? password, UserManager<IdentityUser> users, SignInManager<IdentityUser> signIns, PanelOwner owner)
    {
        var user = new IdentityUser(email ?? "") { Email = email };
        var created = await users.CreateAsync(user, password ?? "");
        if (!created.Succeeded)
            return new RazorComponentResult<RegisterPage>(new { Email = email, Problems = created.Errors.Select(error => error.Code).ToList() });
        await signIns.SignInAsync(user, isPersistent: false);
        owner.Remember(user.Id);
        return Results.Redirect(Routes.HomeOf(Routes.SurfaceOf(context)));
    }

    private static async Task<IResult> LoginAsync(
        HttpContext context, [FromForm] string? email, [FromForm] string? password, [FromForm] string? returnUrl, UserManager<IdentityUser> users, SignInManager<IdentityUser> signIns, PanelOwner owner)
    {
        var (surface, back) = (Routes.SurfaceOf(context), Routes.Local(returnUrl));
        // Who authenticates again does so in full, also where this browser is asked no more.
        if (context.User.Identity?.IsAuthenticated is true)
            await signIns.ForgetTwoFactorClientAsync();
        var user = await users.FindByEmailAsync(email ?? "");
        var result = user is null ? Microsoft.AspNetCore.Identity.SignInResult.Failed : await signIns.PasswordSignInAsync(user, password ?? "", isPersistent: false, lockoutOnFailure: true);
        if (result.Succeeded || result.RequiresTwoFactor || result is VerificationSignInResult)
            owner.Remember(user!.Id);
        if (result.Succeeded)
            return Results.Redirect(back ?? Routes.HomeOf(surface));
        if (result.RequiresTwoFactor)
            return Results.Redirect(Routes.SecondStepOf(surface, back));
        return new RazorComponentResult<LoginPage>(new { Back = back, Email = email, Result = result });
    }

    private static async Task<IResult> LogoutAsync(HttpContext context, SignInManager<IdentityUser> signIns, IFormCollection form)
    {
        await signIns.SignOutAsync();
        return Results.Redirect(Routes.HomeOf(Routes.SurfaceOf(context)));
    }

    private static IResult ChooseLanguage(HttpContext context, [FromForm] string? culture, [FromForm] string? back, IOptions<RequestLocalizationOptions> options)
    {
        if (options.Value.SupportedUICultures!.FirstOrDefault(known => known.Name == culture) is { } chosen)
        {
            var cookie = options.Value.RequestCultureProviders.OfType<CookieRequestCultureProvider>().Single().CookieName;
            context.Response.Cookies.Append(cookie, CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(CultureInfo.InvariantCulture, chosen)), new CookieOptions { IsEssential = true, HttpOnly = true, SameSite = SameSiteMode.Lax, Path = "/" });
        }

        return Results.Redirect(Routes.Local(back) ?? "/");
    }
}
