using LoginVerification.Pages;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace LoginVerification;

/// <summary>What a host sets of its pages. Nothing here changes a decision: that is the policy's. Set it once, at start.</summary>
public sealed class LoginVerificationPagesOptions
{
    /// <summary>Texts of the host's, in place of single ones or for another language: <c>o.Texts["he"]["Refusal.WrongCode"] = "…"</c>.</summary>
    public PageTextReplacements Texts { get; } = new();

    /// <summary>The zone in which times are told; UTC by default, which the pages say beside each time.</summary>
    public DateTimeZone TimeZone { get; set; } = DateTimeZone.Utc;

    /// <summary>
    /// Where another surface has these pages: a path or an address without a slash at its end, or null where it is no page, such as an app. The page then says
    /// in words where to go.
    /// </summary>
    public Func<HttpContext, Surface, string?> SurfaceAddress { get; set; } = (_, _) => null;

    /// <summary>
    /// The host's page where a signed-in user authenticates again: given whether the second factor has to be part of it, and the local path to come back to.
    /// Null where there is none; the page then says it in words.
    /// </summary>
    public Func<HttpContext, bool, string, string>? ReauthenticateAddress { get; set; }

    /// <summary>
    /// The host's page where a sign-in begins, for who waits for no second factor: given the local path that the sign-in was to lead to, or null. <c>/</c> by
    /// default.
    /// </summary>
    public Func<HttpContext, string?, string> LoginAddress { get; set; } = (_, _) => "/";

    /// <summary>Where a sign-in leads that brought no return path along: a local path; <c>/</c> by default.</summary>
    public string SignedInPath { get; set; } = "/";

    /// <summary>Where the host's staff are reached, or null; without it the page says so in words.</summary>
    public string? HelpAddress { get; set; }

    /// <summary>Whether a sign-in offers that this browser is asked no more. The host's session has to keep such a thing; it is not offered by default.</summary>
    public bool OffersToRememberBrowser { get; set; }

    /// <summary>The component around each page, with the parameters <c>Title</c> and <c>ChildContent</c>; null for <see cref="PageLayout"/>.</summary>
    public Type? Layout { get; set; }

    /// <summary>Components of the host's in place of single ones.</summary>
    public PageComponents Components { get; } = new();

    /// <summary>The header Content-Security-Policy of each page. A layout with styles or scripts of its own names their sources here.</summary>
    public string ContentSecurityPolicy { get; set; } =
        "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
}
