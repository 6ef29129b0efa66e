using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NodaTime;
using NodaTime.Text;

namespace LoginVerification.Pages;

/// <summary>What every component of one page knows: its texts, its addresses, its clock. It comes as a cascading parameter. For one request.</summary>
public sealed class PageScope
{
    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("HH:mm");
    private static readonly LocalDateTimePattern Dated = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm");
    private readonly LoginVerificationHttpOptions http;
    private readonly AntiforgeryTokenSet tokens;
    private readonly TimeProvider time;

    /// <param name="context">The request.</param>
    /// <param name="depth">How many segments its path has after the prefix.</param>
    internal PageScope(HttpContext context, int depth)
    {
        Context = context;
        http = context.RequestServices.GetRequiredService<IOptions<LoginVerificationHttpOptions>>().Value;
        Options = context.RequestServices.GetRequiredService<IOptions<LoginVerificationPagesOptions>>().Value;
        Policy = context.RequestServices.GetRequiredService<EnrolmentPolicy>();
        time = context.RequestServices.GetRequiredService<TimeProvider>();
        tokens = context.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(context);
        Surface = http.Surface(context);
        Texts = new PageTexts(Options.Texts, http.Language(context) ?? CultureInfo.CurrentUICulture.Name);
        Home = Above((context.Request.PathBase + context.Request.Path).ToUriComponent(), depth);
    }

    /// <summary>The words of the page.</summary>
    public PageTexts Texts { get; }

    /// <summary>What the host set.</summary>
    public LoginVerificationPagesOptions Options { get; }

    /// <summary>The rules that run.</summary>
    public EnrolmentPolicy Policy { get; }

    /// <summary>Where the user acts.</summary>
    public Surface Surface { get; }

    /// <summary>The path of these pages on this surface, without a slash at its end.</summary>
    public string Home { get; }

    /// <summary>The case of the enrolment, by which the policy's conditions are asked; null on a page that does not know it.</summary>
    public ConditionCase? Case { get; internal set; }

    /// <summary>The name of the field that the antiforgery token comes back in.</summary>
    internal string TokenField => tokens.FormFieldName;

    /// <summary>The antiforgery token of this page's forms.</summary>
    internal string Token => tokens.RequestToken!;

    /// <summary>The path of this page, to come back to after another authentication; empty on a page that no refusal leads away from.</summary>
    public string Here { get; internal set; } = "";

    /// <summary>The request.</summary>
    internal HttpContext Context { get; }

    /// <summary>Whether the session of this browser gave a second factor.</summary>
    internal bool GaveBothFactors => http.Factors(Context) is AuthenticationFactors.MultiFactor;

    /// <summary>The path that a sign-in leads to, where one came along: local, and checked.</summary>
    internal string? ReturnPath { get; set; }

    /// <summary>Whether this browser has a session whose user authenticated within that time.</summary>
    internal bool IsSignedInSince(Duration time) =>
        http.Account(Context) is not null && http.AuthenticatedAt(Context) is { } at && at >= Instant.FromDateTimeOffset(this.time.GetUtcNow()) - time;

    /// <summary>Names a form that is drawn now: posted twice, it is one request.</summary>
    internal static string NewNonce() => RandomNumberGenerator.GetHexString(32, lowercase: true);

    /// <summary>The path of a page of the package.</summary>
    /// <param name="page">The page, for example <c>devices</c>.</param>
    public string PathOf(string page) => $"{Home}/{page}";

    /// <summary>The path of a page of the sign-in, with the return path along.</summary>
    /// <param name="page">The page, for example <c>sign-in</c>.</param>
    public string SignInPathOf(string page) => ReturnPath is null ? PathOf(page) : $"{PathOf(page)}?{LocalPath.Query}={Uri.EscapeDataString(ReturnPath)}";

    /// <summary>Where a screen is, or null on a surface that the host has no address of.</summary>
    /// <param name="screen">The screen.</param>
    public string? AddressOf(Screen screen)
    {
        ArgumentNullException.ThrowIfNull(screen);
        var home = screen.Surface == Surface ? Home : Options.SurfaceAddress(Context, screen.Surface);
        return home is null ? null : $"{home}/screens/{Uri.EscapeDataString(screen.Name)}";
    }

    /// <summary>Where another surface begins, or null where the host has no address of it.</summary>
    /// <param name="surface">The surface.</param>
    public string? AddressOf(Surface surface) => surface == Surface ? Home : Options.SurfaceAddress(Context, surface);

    /// <summary>The host's page where the user authenticates again, and comes back here; null where there is none.</summary>
    /// <param name="withSecondFactor">Whether the password alone is not enough.</param>
    public string? ReauthenticateAddress(bool withSecondFactor) => Options.ReauthenticateAddress?.Invoke(Context, withSecondFactor, Here);

    /// <summary>The host's page where a sign-in begins, with the return path along.</summary>
    public string LoginAddress => Options.LoginAddress(Context, ReturnPath);

    /// <summary>A time as people tell it: hours and minutes, with the date where it is not today.</summary>
    /// <param name="at">The time.</param>
    public string Tell(Instant at)
    {
        var zone = Options.TimeZone;
        var (then, today) = (at.InZone(zone).LocalDateTime, Instant.FromDateTimeOffset(time.GetUtcNow()).InZone(zone).Date);
        var told = then.Date == today ? Clock.Format(then.TimeOfDay) : Dated.Format(then);
        var named = zone == DateTimeZone.Utc ? $"{told} UTC" : told;
        // Kept together where the text around it runs the other way (Unicode UAX 9: left-to-right isolate).
        return Texts.Direction == "rtl" ? $"\u2066{named}\u2069" : named;
    }

    /// <summary>A wait's end as people tell it: rounded up to the minute, so that who comes at that time is not too early.</summary>
    /// <param name="at">The end of the wait.</param>
    public string TellEnd(Instant at)
    {
        var seconds = at.ToUnixTimeTicks() % NodaConstants.TicksPerMinute;
        return Tell(seconds == 0 ? at : at + Duration.FromTicks(NodaConstants.TicksPerMinute - seconds));
    }

    /// <summary>The end of a wait that would begin now.</summary>
    internal string TellEnd(Duration wait) => TellEnd(Instant.FromDateTimeOffset(time.GetUtcNow()) + wait);

    /// <summary>Which component draws what this one draws by default.</summary>
    /// <typeparam name="T">A component of this package.</typeparam>
    public Type ComponentFor<T>() where T : Microsoft.AspNetCore.Components.IComponent => Options.Components.Of(typeof(T));

    private static string Above(string path, int depth)
    {
        path = path.TrimEnd('/');
        for (var segment = 0; segment < depth; segment++)
            path = path[..path.LastIndexOf('/')];
        // Two slashes would begin the name of a host.
        return path.StartsWith("//", StringComparison.Ordinal) ? "/" + path.TrimStart('/') : path;
    }
}
