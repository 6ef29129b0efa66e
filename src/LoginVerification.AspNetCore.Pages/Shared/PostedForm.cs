using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace LoginVerification.Pages;

/// <summary>A form that came back.</summary>
internal sealed class PostedForm
{
    private const string NonceField = "nonce";
    private readonly IFormCollection fields;

    private PostedForm(IFormCollection fields, string tokenField)
    {
        this.fields = fields;
        Key = fields.ContainsKey(NonceField) ? KeyOf(fields, tokenField) : null;
    }

    /// <summary>The same form, posted twice, has the same key; with another content it is another request. Null without a nonce.</summary>
    public string? Key { get; }

    /// <summary>What a field holds; empty where there is none.</summary>
    public string this[string field] => fields[field].ToString();

    /// <summary>The form, or null where it is not one of ours: another site's, from before a sign-in, or one that no browser sends.</summary>
    public static async Task<PostedForm?> ReadAsync(HttpContext context)
    {
        var antiforgery = context.RequestServices.GetRequiredService<IAntiforgery>();
        try
        {
            if (!await antiforgery.IsRequestValidAsync(context).ConfigureAwait(false) || !context.Request.HasFormContentType)
                return null;
            return new PostedForm(await context.Request.ReadFormAsync(context.RequestAborted).ConfigureAwait(false), antiforgery.GetTokens(context).FormFieldName);
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or IOException or NotSupportedException or AntiforgeryValidationException)
        {
            // Too long, cut off, or in an encoding that nobody uses.
            return null;
        }
    }

    /// <summary>What was typed into fields that may be shown again.</summary>
    public IReadOnlyDictionary<string, string> Keep(params ReadOnlySpan<string> names)
    {
        var kept = new Dictionary<string, string>();
        foreach (var name in names)
            kept[name] = this[name];
        return kept;
    }

    private static string KeyOf(IFormCollection fields, string tokenField)
    {
        var content = new StringBuilder();
        foreach (var (name, value) in fields.Where(field => field.Key != tokenField).OrderBy(field => field.Key, StringComparer.Ordinal))
            content.Append(name.Length).Append(':').Append(name).Append(value.ToString().Length).Append(':').Append(value.ToString());
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content.ToString())));
    }
}
