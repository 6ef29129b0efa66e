using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace LoginVerification.Policies;

/// <summary>Why a text is no JSON: where, what was expected and what stands there.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Message">What is wrong and what to write instead, with the column.</param>
internal sealed partial record JsonFault(int Line, string Message)
{
    private const byte Quote = (byte)'"';
    private static readonly SearchValues<byte> Blank = SearchValues.Create(" \t\r\n"u8);
    private static readonly SearchValues<byte> Between = SearchValues.Create(" \t\r\n,:"u8);
    private static readonly SearchValues<byte> Delimiters = SearchValues.Create(" \t\r\n,:[]{}\"/"u8);

    public static JsonFault InvalidUtf8(ReadOnlySpan<byte> text)
    {
        var at = 0;
        while (Rune.DecodeFromUtf8(text[at..], out _, out var length) == OperationStatus.Done)
            at += length;
        return At(text, at, $"Byte 0x{text[at]:X2} is no UTF-8. Save the file as UTF-8.");
    }

    /// <summary>Puts the reader's exception into words.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="read">How many bytes of it were read without fault.</param>
    /// <param name="broken">The reader's exception.</param>
    /// <param name="inList">Whether the fault is in a list.</param>
    public static JsonFault Explain(ReadOnlySpan<byte> text, int read, JsonException broken, bool inList)
    {
        var fault = Offset(text, broken);
        var token = TokenAt(text, read, fault);
        if (token < text.Length && text[token] == Quote && token < fault)
            return InText(text, token, fault);
        var expected = Expected(text[..token], inList);
        if (token >= text.Length)
            return At(text, token, $"The file ends too early: expected {expected}.");
        return text[token] switch
        {
            (byte)'/' => At(text, token, "Comments are not allowed. Say it in \"description\"."),
            (byte)'\'' => At(text, token, $"Expected {expected}, found a single quote. Write texts in double quotes."),
            (byte)'}' or (byte)']' when Last(text[..token]) == ',' => At(text, token, $"Expected {expected}, found \"{(char)text[token]}\". Take out the comma before it."),
            _ => At(text, token, $"Expected {expected}, found {Found(text[token..])}."),
        };
    }

    private static JsonFault InText(ReadOnlySpan<byte> text, int start, int fault) =>
        fault >= text.Length ? At(text, start, "The text that begins here never ends. Close it with a double quote.")
        : text[fault] < ' ' ? At(text, fault, "A text may not run over the end of a line or hold a control character. Close it with a double quote, or write \\n or \\t.")
        : At(text, fault, "A backslash has to be followed by one of \" \\ / b f n r t or by u and four hexadecimal digits. For a backslash itself write \\\\.");

    private static string Expected(ReadOnlySpan<byte> before, bool inList) => (Last(before), inList) switch
    {
        (null, _) => "\"{\", the beginning of a policy",
        ('{', _) => "a key in double quotes or \"}\"",
        ('[', _) => "a value or \"]\"",
        (':', _) => "a value",
        (',', true) => "a value",
        (',', false) => "a key in double quotes",
        (_, true) => "\",\" or \"]\"",
        _ => AfterKeyOrValue(before),
    };

    private static string AfterKeyOrValue(ReadOnlySpan<byte> before)
    {
        var depth = 0;
        foreach (var place in Structure(before))
            depth += place is '{' or '[' ? 1 : place is '}' or ']' ? -1 : 0;
        if (depth == 0)
            return "the end of the file";
        return EndsWithKey(before) ? "\":\"" : "\",\" or \"}\"";
    }

    /// <summary>Whether the last text is a key: the sign before it opens an object or parts two members.</summary>
    private static bool EndsWithKey(ReadOnlySpan<byte> before) =>
        Last(before) == '"' && Structure(before) is [.., '{' or ',', '"'];

    /// <summary>The signs of a text outside its strings, each string as one quote.</summary>
    private static List<char> Structure(ReadOnlySpan<byte> text)
    {
        List<char> signs = [];
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == Quote)
                i = EndOfText(text, i);
            if (i < text.Length && "{}[],:\"".Contains((char)text[i], StringComparison.Ordinal))
                signs.Add((char)text[i]);
        }

        return signs;
    }

    /// <summary>Where the token begins that holds the fault; the reader points into it, or at what follows.</summary>
    private static int TokenAt(ReadOnlySpan<byte> text, int from, int fault)
    {
        for (var at = from; at < fault;)
        {
            if (Between.Contains(text[at]))
            {
                at++;
                continue;
            }

            var end = text[at] == Quote ? EndOfText(text, at) + 1 : EndOfWord(text, at);
            if (end > fault || (text[at] != Quote && !JsonWord().IsMatch(Encoding.UTF8.GetString(text[at..end]))))
                return at;
            at = end;
        }

        return fault;
    }

    private static int EndOfText(ReadOnlySpan<byte> text, int start)
    {
        var at = start + 1;
        while (at < text.Length && text[at] != Quote)
            at += text[at] == '\\' ? 2 : 1;
        return Math.Min(at, text.Length);
    }

    private static int EndOfWord(ReadOnlySpan<byte> text, int start) =>
        Delimiters.Contains(text[start]) ? start + 1
        : text[start..].IndexOfAny(Delimiters) is >= 0 and var length ? start + length
        : text.Length;

    private static char? Last(ReadOnlySpan<byte> text) => text.LastIndexOfAnyExcept(Blank) is >= 0 and var at ? (char)text[at] : null;

    private static string Found(ReadOnlySpan<byte> rest) =>
        rest[0] == Quote ? "a text" : Words.Quote(Encoding.UTF8.GetString(rest[..EndOfWord(rest, 0)]));

    private static int Offset(ReadOnlySpan<byte> text, JsonException broken)
    {
        var start = 0;
        for (var line = broken.LineNumber ?? 0; line > 0; line--)
            start += text[start..].IndexOf((byte)'\n') + 1;
        return Math.Min(start + (int)(broken.BytePositionInLine ?? 0), text.Length);
    }

    private static JsonFault At(ReadOnlySpan<byte> text, int offset, string message)
    {
        var before = text[..offset];
        var column = Encoding.UTF8.GetCharCount(before[(before.LastIndexOf((byte)'\n') + 1)..]) + 1;
        return new JsonFault(before.Count((byte)'\n') + 1, $"Column {column}: {message}");
    }

    [GeneratedRegex(@"^(true|false|null|-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?)$")]
    private static partial Regex JsonWord();
}
