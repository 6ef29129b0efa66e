using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace LoginVerification;

/// <summary>Reads a provider's request as it came, and answers it.</summary>
internal static class CallbackRequests
{
    /// <summary>Far more than a provider sends: ten concatenated SMS, escaped, and a few ids.</summary>
    private const int MostBytes = 64 * 1024;

    private static readonly FormOptions Limits = new() { ValueLengthLimit = MostBytes, ValueCountLimit = 256 };

    public static async Task AnswerAsync(HttpContext context, ISmsCallbacks provider, CallbackTaking taking)
    {
        // A provider's request is in no cache, and in none of its answers is anything for one.
        context.Response.Headers.CacheControl = "no-store";
        if (await ReadAsync(context, provider.IsPosted).ConfigureAwait(false) is not { } request)
        {
            taking.CountUnreadable(provider);
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        switch (await taking.TakeAsync(provider, provider.Read(request)).ConfigureAwait(false))
        {
            case null:
                context.Response.ContentType = provider.Taken.ContentType;
                await context.Response.WriteAsync(provider.Taken.Text, context.RequestAborted).ConfigureAwait(false);
                break;
            case CallbackFault.Unverified:
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                break;
            default:
                context.Response.StatusCode = StatusCodes.Status400BadRequest;
                break;
        }
    }

    /// <summary>The request; null where it has no form that is one, or too long a one.</summary>
    private static async Task<CallbackRequest?> ReadAsync(HttpContext context, bool isPosted)
    {
        var http = context.Request;
        if (!isPosted)
            return Request(http, []);
        if (!IsUrlEncoded(http) || http.ContentLength > MostBytes)
            return null;
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } body)
            body.MaxRequestBodySize = MostBytes;
        try
        {
            var form = await http.ReadFormAsync(Limits, context.RequestAborted).ConfigureAwait(false);
            return Request(http, form.SelectMany(field => field.Value.Select(value => KeyValuePair.Create(field.Key, value ?? ""))));
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or BadHttpRequestException or NotSupportedException)
        {
            return null; // the last one where the form says that it is in UTF-7
        }
    }

    /// <summary>Of the two kinds of forms that ASP.NET Core reads, the one that providers send.</summary>
    private static bool IsUrlEncoded(HttpRequest http) =>
        MediaTypeHeaderValue.TryParse(http.ContentType, out var type) && type.MediaType.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase);

    private static CallbackRequest Request(HttpRequest http, IEnumerable<KeyValuePair<string, string>> form) => new(
        http.GetEncodedUrl(), http.QueryString.Value, form, name => http.Headers.TryGetValue(name, out var value) ? value.ToString() : null);
}
