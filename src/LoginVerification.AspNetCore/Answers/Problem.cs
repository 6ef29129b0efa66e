using System.Text;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace LoginVerification.Http;

/// <summary>A refusal, or what is wrong with a request, as a problem (RFC 9457).</summary>
/// <param name="Type">Names the kind of problem: a tag URI (RFC 4151), which leads nowhere and belongs to nobody who could take it away.</param>
/// <param name="Title">The kind of problem in words, the same each time. Texts for users are the host's.</param>
/// <param name="Status">The status of the answer.</param>
/// <param name="Code">The code: of a refusal, or of a fault of the request.</param>
internal sealed record Problem(string Type, string Title, int Status, string Code)
{
    private const string Types = "tag:login-verification,2026:";

    /// <summary>What to do about it, where that is the client's programmer's.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Detail { get; init; }

    /// <summary>The JSON path of the field that is wrong.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Path { get; init; }

    /// <summary>What said no.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public RefusalSource? Source { get; init; }

    /// <summary>What leads on, best first.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ValueList<WayOut>? WaysOut { get; init; }

    /// <summary>When the same request may be accepted.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [JsonConverter(typeof(InstantJsonConverter))]
    public Instant? RetryAt { get; init; }

    /// <summary>The same in whole seconds from now, rounded up; one at least, so that nobody asks without a pause.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? RetryAfterSeconds { get; init; }

    public static Problem Of(Refusal refusal, Instant now) => new($"{Types}refusal:{refusal.Code}", TitleOf(refusal.Code.ToString()), StatusOf(refusal), refusal.Code.ToString())
    {
        Source = refusal.Source,
        WaysOut = refusal.WaysOut,
        RetryAt = refusal.RetryAt,
        RetryAfterSeconds = refusal.RetryAt is { } at ? Math.Max(1, (long)Math.Ceiling((at - now).TotalSeconds)) : null,
    };

    public static Problem Of(RequestFault fault, string? path = null) => new($"{Types}request:{fault}", TitleOf(fault.ToString()), StatusOf(fault), fault.ToString())
    {
        Detail = DetailOf(fault),
        Path = path,
    };

    /// <summary>The status of a refusal. An instant to wait for goes before all but what waiting does not mend.</summary>
    public static int StatusOf(Refusal refusal) => refusal switch
    {
        { Code: RefusalCode.Conflict } => StatusCodes.Status409Conflict,
        { Code: RefusalCode.EnrolmentUnreadable } => StatusCodes.Status503ServiceUnavailable,
        _ when refusal.Code.Kind() is RefusalKind.Reauthenticate => StatusCodes.Status403Forbidden,
        { RetryAt: not null } => StatusCodes.Status429TooManyRequests,
        _ => StatusCodes.Status422UnprocessableEntity,
    };

    public static int StatusOf(RequestFault fault) => fault switch
    {
        RequestFault.NotAuthenticated or RequestFault.NoSignInPending => StatusCodes.Status401Unauthorized,
        RequestFault.AntiforgeryInvalid or RequestFault.BodyMalformed or RequestFault.BodyInvalid or RequestFault.IdempotencyKeyMalformed or RequestFault.QueryInvalid => StatusCodes.Status400BadRequest,
        RequestFault.NotFound => StatusCodes.Status404NotFound,
        RequestFault.BodyTooLarge => StatusCodes.Status413PayloadTooLarge,
        RequestFault.MediaTypeNotSupported => StatusCodes.Status415UnsupportedMediaType,
        RequestFault.TooManyRequests => StatusCodes.Status429TooManyRequests,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string DetailOf(RequestFault fault) => fault switch
    {
        RequestFault.NotAuthenticated => "Sign in first.",
        RequestFault.NoSignInPending => "Give the password, also where it was given before: it counts for a quarter of an hour at most.",
        RequestFault.AntiforgeryInvalid => "Get a token from the antiforgery call, and send it in the header that it names. Get another one after each sign-in.",
        RequestFault.BodyMalformed => "Send one JSON object in UTF-8.",
        RequestFault.BodyInvalid => "The field at the path is unknown, missing, there twice, or not of the type that belongs there.",
        RequestFault.BodyTooLarge => $"A body has at most {RequestBody.MaxLength} bytes.",
        RequestFault.MediaTypeNotSupported => "Send the body as application/json, in UTF-8.",
        RequestFault.IdempotencyKeyMalformed => $"Send one Idempotency-Key of 1 to {Caller.MaxIdempotencyKeyLength} printable ASCII characters, in quotes.",
        RequestFault.QueryInvalid => "Give from once, as a whole number from 1 on.",
        RequestFault.NotFound => "No id in the address is one that there can be.",
        RequestFault.TooManyRequests => "Ask less often.",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The words of a code: "Resend too soon".</summary>
    private static string TitleOf(string code)
    {
        var title = new StringBuilder(code.Length + 8).Append(code[0]);
        foreach (var letter in code.AsSpan(1))
            _ = char.IsAsciiLetterUpper(letter) ? title.Append(' ').Append(char.ToLowerInvariant(letter)) : title.Append(letter);
        return title.ToString();
    }
}
