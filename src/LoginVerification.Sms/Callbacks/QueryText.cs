using System.Text;

namespace LoginVerification.Sms;

/// <summary>The parameters of a query as they were sent. The values are bytes: what their text is, the sender says in another parameter.</summary>
internal static class QueryText
{
    // What a gateway sends is far shorter. Longer is no callback, and is not looked at.
    private const int MaxLength = 16_384;

    /// <summary>The value of a parameter that is there exactly once; null otherwise.</summary>
    public static byte[]? Single(string? query, string name)
    {
        if (query is null or { Length: > MaxLength })
            return null;
        var values = Decoded(query).Where(pair => pair.Name == name).Take(2).ToList();
        return values is [var only] ? only.Value : null;
    }

    /// <summary>The same as UTF-8 text; null as well where it is none.</summary>
    public static string? SingleText(string? query, string name) => Single(query, name) is { } bytes ? Strict(Encoding.UTF8, bytes) : null;

    /// <summary>Text of an encoding; null where the bytes are none.</summary>
    public static string? Strict(Encoding encoding, byte[] bytes)
    {
        try
        {
            return Encoding.GetEncoding(encoding.CodePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static IEnumerable<(string Name, byte[] Value)> Decoded(string query) =>
        from part in query.TrimStart('?').Split('#')[0].Split('&')
        where part.Length > 0
        let at = part.IndexOf('=', StringComparison.Ordinal)
        select at < 0 ? (part, []) : (part[..at], Unescaped(part[(at + 1)..]));

    private static byte[] Unescaped(string value)
    {
        var bytes = new List<byte>(value.Length);
        for (var at = 0; at < value.Length; at++)
        {
            if (value[at] is '%' && at + 2 < value.Length && char.IsAsciiHexDigit(value[at + 1]) && char.IsAsciiHexDigit(value[at + 2]))
            {
                bytes.Add(Convert.ToByte(value.Substring(at + 1, 2), 16));
                at += 2;
            }
            else if (value[at] is '+')
            {
                bytes.Add((byte)' ');
            }
            else
            {
                bytes.AddRange(Encoding.UTF8.GetBytes(value[at..(at + 1)]));
            }
        }

        return [.. bytes];
    }
}
