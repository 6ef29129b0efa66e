using System.Data.Common;
using System.Net.Sockets;
using System.Security.Cryptography;
using LoginVerification;
using LoginVerification.Policies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Localization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using NodaTime.TimeZones;
using SettingsPage.Accounts;
using SettingsPage.Devices;
using SettingsPage.Explaining;
using SettingsPage.Frame;

namespace SettingsPage;

/// <summary>The application of one policy: what a host writes to have its settings page.</summary>
internal static class Site
{
    public static async Task<WebApplication> StartAsync(string[] args, SampleSettings settings, EnrolmentPolicy policy, int index)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.WebHost.UseStaticWebAssets();
        var folder = Told(settings.Folder, () => Directory.CreateDirectory(Path.Combine(settings.Folder, policy.Name)).FullName);
        var key = Told(settings.Folder, () => KeyIn(folder));
        if (settings.ClockOffsetFile is { } file)
            builder.Services.AddSingleton<TimeProvider>(new ShiftedClock(file));
        AddSample(builder.Services, policy);
        AddVerification(builder.Services, settings, policy, folder, key);
        AddIdentity(builder.Services, policy, folder);

        var app = builder.Build();
        var address = new UriBuilder(settings.Address) { Port = settings.Address.Port == 0 ? 0 : settings.Address.Port + index }.Uri.ToString();
        app.Urls.Add(address);
        app.UseRequestLocalization();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapStaticAssets();
        app.MapSample(policy);

        try
        {
            await PrepareAsync(app, settings);
            await app.StartAsync();
            return app;
        }
        catch (Exception wrong) when (wrong is IOException or SocketException)
        {
            await app.DisposeAsync();
            throw new SettingsException($"Urls is \"{settings.Address}\", and {address} cannot be had: {wrong.Message} Give an address whose port is free, and the ports after it for the next policies, or port 0.");
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    private static async Task PrepareAsync(WebApplication app, SampleSettings settings)
    {
        await using var scope = app.Services.CreateAsyncScope();
        try
        {
            await scope.ServiceProvider.GetRequiredService<SampleContext>().Database.EnsureCreatedAsync();
        }
        catch (SqliteException wrong)
        {
            throw NoDatabase(settings, wrong);
        }

        try
        {
            await app.Services.MigrateLoginVerificationAsync();
        }
        catch (Exception wrong) when ((wrong as DbException ?? wrong.InnerException as DbException) is { } cause)
        {
            throw settings.PostgreSql is null
                ? NoDatabase(settings, cause)
                : new SettingsException($"ConnectionStrings:LoginVerification leads to no database that can be used: {cause.Message} Write it as {SampleSettings.ConnectionExample}, of a database that is there and may be written to.");
        }
    }

    private static SettingsException NoDatabase(SampleSettings settings, DbException wrong) =>
        new($"Data is \"{settings.Folder}\", where a database cannot be used: {wrong.Message} Name another folder, or delete this one to begin anew.");

    /// <summary>What the folder lets do.</summary>
    private static T Told<T>(string folder, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new SettingsException($"Data is \"{folder}\": {wrong.Message} Name a folder that can be written to.");
        }
    }

    /// <summary>The library. Phone and mail are the sample's own; everything else is what a real host has.</summary>
    private static void AddVerification(IServiceCollection services, SampleSettings settings, EnrolmentPolicy policy, string folder, byte[] key)
    {
        var verification = services.AddLoginVerification(o =>
            {
                o.SmsHost = "localhost";
                o.CodeKeys["sample"] = key;
                o.SmsTexts["he"] = new SmsTexts("{code} הוא קוד האימות שלכם", "הטלפון הזה לא יקבל עוד קודים. לא שיניתם? פנו אלינו");
            })
            .UsePolicy(policy)
            .UsePhoneNumbers()
            .UseSms<PhoneOnThePage>()
            .UseNotifier<MailOnThePage>()
            .UseAspNetCore(o => o.Surface = Routes.SurfaceOf)
            .UsePages(o =>
            {
                o.Layout = typeof(SampleFrame);
                o.SurfaceAddress = (_, surface) => Routes.PagesOf(surface);
                o.ReauthenticateAddress = (context, _, back) => Routes.LoginOf(Routes.SurfaceOf(context), back);
                o.LoginAddress = (context, back) => Routes.LoginOf(Routes.SurfaceOf(context), back);
                o.HelpAddress = Routes.Help;
                // Who reads the pages sits at this machine. A real host takes the zone that its people live in.
                o.TimeZone = BclDateTimeZone.ForSystemDefault();
                o.OffersToRememberBrowser = true;
                o.Texts["en"]["Page.Product"] = "Fernweh";
                o.Texts["he"]["Page.Product"] = "פרנווה";
            });
        _ = settings.PostgreSql is { } connection ? verification.UsePostgreSql(connection) : verification.UseSqlite($"Data Source={Path.Combine(folder, "enrolments.db")}");
        if (Research.Is(policy))
            verification.AllowResearchPolicy();
    }

    private static void AddIdentity(IServiceCollection services, EnrolmentPolicy policy, string folder)
    {
        // The keys lie in the folder in the clear, of which the framework warns, and appsettings.json silences it: on a developer's machine it is meant so. A real host
        // protects them (ProtectKeysWith…) and leaves the warning on.
        services.AddDataProtection().SetApplicationName(policy.Name).PersistKeysToFileSystem(Directory.CreateDirectory(Path.Combine(folder, "keys")));
        services.AddDbContext<SampleContext>(o => o.UseSqlite($"Data Source={Path.Combine(folder, "sample.db")}"));
        services.AddIdentity<IdentityUser, IdentityRole>(o =>
            {
                // Length is what counts (NIST SP 800-63B-4, section 3.1.1).
                o.Password = new PasswordOptions { RequiredLength = 15, RequireDigit = false, RequireLowercase = false, RequireUppercase = false, RequireNonAlphanumeric = false };
                o.User.RequireUniqueEmail = true;
            })
            .AddEntityFrameworkStores<SampleContext>()
            .AddDefaultTokenProviders()
            .AddLoginVerification();

        // Browsers send cookies to all ports of a host: those of each policy have names of their own.
        services.ConfigureApplicationCookie(o =>
        {
            o.Cookie.Name = $"{policy.Name}.session";
            o.Events.OnRedirectToLogin = redirect =>
            {
                redirect.Response.Redirect(Routes.LoginOf(Routes.SurfaceOf(redirect.HttpContext), redirect.Request.PathBase + redirect.Request.Path + redirect.Request.QueryString));
                return Task.CompletedTask;
            };
        });
        services.Configure<Microsoft.AspNetCore.Authentication.Cookies.CookieAuthenticationOptions>(IdentityConstants.TwoFactorUserIdScheme, o => o.Cookie.Name = $"{policy.Name}.second-step");
        services.Configure<Microsoft.AspNetCore.Authentication.Cookies.CookieAuthenticationOptions>(IdentityConstants.TwoFactorRememberMeScheme, o => o.Cookie.Name = $"{policy.Name}.remembered");
        services.AddAntiforgery(o => o.Cookie.Name = $"{policy.Name}.antiforgery");
        services.AddAuthorization();
    }

    private static void AddSample(IServiceCollection services, EnrolmentPolicy policy)
    {
        services.AddRazorComponents();
        services.AddRequestLocalization(o =>
        {
            o.SetDefaultCulture("en").AddSupportedCultures("en", "he").AddSupportedUICultures("en", "he");
            o.RequestCultureProviders.OfType<CookieRequestCultureProvider>().Single().CookieName = $"{policy.Name}.language";
        });
        services.AddSingleton(policy);
        services.AddSingleton<Words>();
        services.AddSingleton<PolicyFindings>();
        services.AddHostedService(provider => provider.GetRequiredService<PolicyFindings>());
        // Before the library is told to use them, so that they keep their lifetime: they have a database context.
        services.AddScoped<PhoneOnThePage>();
        services.AddScoped<MailOnThePage>();
        services.AddScoped<AppOnThePage>();
        services.AddScoped<PanelOwner>();
    }

    /// <summary>A key of the sample's own, made at the first start. A real host has its keys in a vault.</summary>
    private static byte[] KeyIn(string folder)
    {
        var file = Path.Combine(folder, "code.key");
        if (!File.Exists(file))
            File.WriteAllBytes(file, RandomNumberGenerator.GetBytes(LoginVerificationOptions.MinKeyBytes));
        var key = File.ReadAllBytes(file);
        return key.Length >= LoginVerificationOptions.MinKeyBytes ? key : throw new SettingsException($"Data has a key that was cut off, \"{file}\". Name another folder, or delete this one to begin anew.");
    }
}
