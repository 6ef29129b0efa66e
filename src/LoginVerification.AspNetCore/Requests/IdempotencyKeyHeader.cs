using System.Text;
using Microsoft.AspNetCore.Http;

namespace LoginVerification.Http;

/// <summary>
/// The header of draft-ietf-httpapi-idempotency-key-header: a string of RFC 9651 in quotes. Many clients send it without quotes, which is read as well; the
/// two forms of one key are the same key.
/// </summary>
internal static class IdempotencyKeyHeader
{
    public const string Name = "Idempotency-Key";

    /// <summary>Says that an answer is the one that the same request got before.</summary>
    public const string Replayed = "Idempotency-Replayed";

    /// <summary>Reads the key; null where none was sent.</summary>
    /// <returns>Whether the header is absent, or names a request.</returns>
    public static bool TryRead(HttpRequest request, out string? key)
    {
        key = null;
        var sent = request.Headers[Name];
        if (sent.Count == 0)
            return true;
        var text = sent.Count == 1 ? sent[0]!.Trim(' ', '\t') : "";
        key = text is ['"', ..] ? Unquote(text) : IsBare(text) ? text : null;
        if (key is not { Length: >= 1 and <= Caller.MaxIdempotencyKeyLength })
            key = null;
        return key is not null;
    }

    private static bool IsBare(string text) => text.All(letter => letter is > ' ' and <= '~' and not ('"' or ',' or ';'));

    /// <summary>RFC 9651, section 4.2.5; nothing may follow the string.</summary>
    private static string? Unquote(string text)
    {
        var key = new StringBuilder(text.Length);
        for (var at = 1; at < text.Length; at++)
        {
            switch (text[at])
            {
                case '"':
                    return at == text.Length - 1 ? key.ToString() : null;
                case '\\' when at + 1 < text.Length && text[at + 1] is '"' or '\\':
                    key.Append(text[++at]);
                    break;
                case >= ' ' and <= '~' and not '\\':
                    key.Append(text[at]);
                    break;
                default:
                    return null;
            }
        }

        return null;
    }
}
