using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace LoginVerification.Pages;

/// <summary>The style sheet and the script, out of the assembly itself. Their addresses change with their content, so that they are kept for good.</summary>
internal static class PageAssets
{
    private const string Forever = "public, max-age=31536000, immutable";

    private static readonly Dictionary<string, Asset> Files = new(StringComparer.Ordinal)
    {
        ["pages.css"] = Read("pages.css", "text/css; charset=utf-8"),
        ["pages.js"] = Read("pages.js", "text/javascript; charset=utf-8"),
    };

    /// <summary>The name with its version.</summary>
    public static string AddressOf(string name) => $"assets/{name}?v={Files[name].Version}";

    public static IResult Get(HttpContext context, string name)
    {
        if (!Files.TryGetValue(name, out var asset))
            return Results.NotFound();
        context.Response.Headers.XContentTypeOptions = "nosniff";
        // Without its version, or with one of another release, the address is not the content's for good.
        context.Response.Headers.CacheControl = context.Request.Query["v"] == asset.Version ? Forever : "no-cache";
        return Results.Bytes(asset.Content, asset.Type, entityTag: new EntityTagHeaderValue($"\"{asset.Version}\""));
    }

    private static Asset Read(string name, string type)
    {
        using var stream = typeof(PageAssets).Assembly.GetManifestResourceStream(name)!;
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return new Asset(content, type, Convert.ToHexStringLower(SHA256.HashData(content))[..16]);
    }

    private sealed record Asset(byte[] Content, string Type, string Version);
}
