using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace LoginVerification.Http;

/// <summary>The body of a call, as its record says.</summary>
/// <typeparam name="TSelf">The record.</typeparam>
internal interface IRequestBody<TSelf>
    where TSelf : class, IRequestBody<TSelf>
{
    /// <summary>How it is read.</summary>
    static abstract JsonTypeInfo<TSelf> Json { get; }

    /// <summary>The fields that have to be there, and not null.</summary>
    static abstract IReadOnlyList<RequiredField<TSelf>> Required { get; }
}

/// <summary>A field that has to be there.</summary>
/// <typeparam name="TBody">The body.</typeparam>
/// <param name="Name">Its name in JSON.</param>
/// <param name="Value">What was sent, or null.</param>
internal sealed record RequiredField<TBody>(string Name, Func<TBody, object?> Value);

/// <summary>Reads bodies, strictly: a client that writes what nobody reads is told so, and not guessed at.</summary>
internal static class RequestBody
{
    /// <summary>The longest body, in bytes. The longest that has a meaning, a device to bind, has a quarter of it.</summary>
    public const int MaxLength = 16 * 1024;

    /// <summary>Reads the body that a call needs.</summary>
    public static async Task<Reading<TBody>> ReadAsync<TBody>(HttpContext context)
        where TBody : class, IRequestBody<TBody>
    {
        if (!IsJson(context.Request))
            return new(RequestFault.MediaTypeNotSupported);
        if (context.Request.ContentLength > MaxLength)
            return new(RequestFault.BodyTooLarge);
        try
        {
            return await ReadAllAsync(context.Request, context.RequestAborted).ConfigureAwait(false) is { } bytes ? Parse<TBody>(bytes) : new(RequestFault.BodyTooLarge);
        }
        catch (BadHttpRequestException bad)
        {
            // The host's own limit is lower; or the body ends before it was whole.
            return new(bad.StatusCode == StatusCodes.Status413PayloadTooLarge ? RequestFault.BodyTooLarge : RequestFault.BodyMalformed);
        }
    }

    /// <summary>Reads the body that a call can do without.</summary>
    public static async Task<Reading<TBody>> ReadOptionalAsync<TBody>(HttpContext context)
        where TBody : class, IRequestBody<TBody>, new() =>
        context.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody is false ? new(new TBody()) : await ReadAsync<TBody>(context).ConfigureAwait(false);

    private static bool IsJson(HttpRequest request) => MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
        && (!type.Charset.HasValue || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase));

    /// <summary>The whole body, or null where it is too long: what a client says of its length is not believed.</summary>
    private static async Task<byte[]?> ReadAllAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        while (true)
        {
            var read = await request.BodyReader.ReadAsync(cancellationToken).ConfigureAwait(false);
            if (read.Buffer.Length > MaxLength)
            {
                request.BodyReader.AdvanceTo(read.Buffer.End);
                return null;
            }

            if (read.IsCompleted)
            {
                var bytes = read.Buffer.ToArray();
                request.BodyReader.AdvanceTo(read.Buffer.End);
                return bytes;
            }

            request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private static Reading<TBody> Parse<TBody>(byte[] bytes)
        where TBody : class, IRequestBody<TBody>
    {
        try
        {
            return JsonSerializer.Deserialize(bytes, TBody.Json) switch
            {
                null => new(RequestFault.BodyInvalid, "$"),
                var body when TBody.Required.FirstOrDefault(field => field.Value(body) is null) is { } missing => new(RequestFault.BodyInvalid, $"$.{missing.Name}"),
                var body => new(body),
            };
        }
        catch (JsonException wrong)
        {
            // Its text can hold what was sent; its path holds names alone.
            return Utf8.IsValid(bytes) && IsWellFormed(bytes) ? new(RequestFault.BodyInvalid, Cut(wrong.Path ?? "$")) : new(RequestFault.BodyMalformed);
        }
    }

    private static bool IsWellFormed(byte[] bytes)
    {
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = BodyJson.MaxDepth });
        try
        {
            while (reader.Read())
            {
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static string Cut(string path) => path.Length <= MaxPathLength ? path : string.Concat(path.AsSpan(0, MaxPathLength), "…");

    private const int MaxPathLength = 100;
}

/// <summary>A body, or what is wrong with it.</summary>
/// <typeparam name="TBody">What is read.</typeparam>
internal readonly struct Reading<TBody>
    where TBody : class
{
    public Reading(TBody body) => Body = body;

    public Reading(RequestFault fault, string? path = null) => (Fault, Path) = (fault, path);

    public TBody? Body { get; }

    public RequestFault Fault { get; }

    /// <summary>The JSON path of the field that is wrong, or null.</summary>
    public string? Path { get; }

    public bool Succeeded([NotNullWhen(true)] out TBody? body) => (body = Body) is not null;
}
