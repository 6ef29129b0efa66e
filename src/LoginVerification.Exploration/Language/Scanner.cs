namespace LoginVerification.Exploration;

/// <summary>Cuts a written property into its pieces.</summary>
internal sealed class Scanner(string text, int firstLine)
{
    private static readonly IReadOnlyList<string> Signs = ["!=", "(", ")", "{", "}", ",", ":", "="];

    private int at;
    private int line = firstLine;
    private int lineStart;

    /// <exception cref="PropertySyntaxException">A character has no place in the language.</exception>
    public static IReadOnlyList<Token> Scan(string text, int firstLine)
    {
        var scanner = new Scanner(text, firstLine);
        var tokens = new List<Token>();
        do
            tokens.Add(scanner.Next());
        while (tokens[^1].Kind is not TokenKind.End);
        return tokens;
    }

    /// <summary>Whether a name can be written without quotes.</summary>
    public static bool IsPlain(string name) => name.Length > 0 && char.IsAsciiLetterOrDigit(name[0]) && name.All(IsOfWord);

    private Token Next()
    {
        SkipBlanks();
        if (at == text.Length)
            return Piece(TokenKind.End, "", 0);
        if (char.IsAsciiLetterOrDigit(text[at]))
            return Piece(TokenKind.Word, string.Concat(text.Skip(at).TakeWhile(IsOfWord)));
        if (Signs.FirstOrDefault(sign => string.CompareOrdinal(text, at, sign, 0, sign.Length) == 0) is { } found)
            return Piece(TokenKind.Sign, found);
        if (text[at] == '"')
            return Quoted();
        var rune = char.IsSurrogatePair(text, at) ? text.Substring(at, 2) : text[at].ToString();
        throw Piece(TokenKind.Sign, rune).Wrong($"Found {Words.Quote(rune)}, which has no place here. A name with other characters than letters, digits, dots, hyphens and underscores stands in double quotes.");
    }

    private Token Quoted()
    {
        var end = text.IndexOfAny(['"', '\n'], at + 1);
        return end >= 0 && text[end] == '"'
            ? Piece(TokenKind.Quoted, text[(at + 1)..end], end + 1 - at)
            : throw Piece(TokenKind.Sign, "\"").Wrong("A double quote is opened here and not closed. Close it in the same line.");
    }

    private Token Piece(TokenKind kind, string found) => Piece(kind, found, found.Length);

    private Token Piece(TokenKind kind, string found, int length)
    {
        var token = new Token(kind, found, line, at - lineStart + 1);
        at += length;
        return token;
    }

    private void SkipBlanks()
    {
        for (; at < text.Length && char.IsWhiteSpace(text[at]); at++)
        {
            if (text[at] == '\n')
                (line, lineStart) = (line + 1, at + 1);
        }
    }

    private static bool IsOfWord(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_';
}
