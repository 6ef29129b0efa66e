namespace LoginVerification.Exploration;

/// <summary>The pieces of one property, taken one after the other. What is not as expected is told with its place.</summary>
internal sealed class TokenReader(IReadOnlyList<Token> tokens)
{
    private int at;

    public Token Next => tokens[at];

    public bool IsAtEnd => Next.Kind is TokenKind.End;

    /// <exception cref="PropertySyntaxException">Something else comes.</exception>
    public string Take(TokenKind kind, string expected) => Next.Kind == kind ? Take().Text : throw Next.Unexpected(expected);

    public Token Take() => tokens[at++];

    /// <exception cref="PropertySyntaxException">Something else comes.</exception>
    public void Sign(string sign, string? expected = null)
    {
        if (!TrySign(sign))
            throw Next.Unexpected(expected ?? Words.Quote(sign));
    }

    /// <exception cref="PropertySyntaxException">Something else comes.</exception>
    public void Word(string word, string expected)
    {
        if (!TryWord(word))
            throw Next.Wrong($"Found {Next.Found}, expected {expected}.{(Next.Kind is TokenKind.Word ? Words.DidYouMean(Next.Text, [word]) : "")}");
    }

    public bool TrySign(string sign) => Try(Next.IsSign(sign));

    public bool TryWord(string word) => Try(Next.IsWord(word));

    private bool Try(bool isThere)
    {
        at += isThere ? 1 : 0;
        return isThere;
    }
}
