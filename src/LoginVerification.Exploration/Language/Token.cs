namespace LoginVerification.Exploration;

/// <summary>A piece of a written property.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">What it says; of a quoted one, what is in the quotes.</param>
/// <param name="Line">In which line it begins, the first being 1.</param>
/// <param name="Column">At which code unit of the line, the first being 1.</param>
internal readonly record struct Token(TokenKind Kind, string Text, int Line, int Column)
{
    public bool IsWord(string word) => Kind is TokenKind.Word && Text == word;

    public bool IsSign(string sign) => Kind is TokenKind.Sign && Text == sign;

    /// <summary>What was found, for a message.</summary>
    public string Found => Kind is TokenKind.End ? "the end" : Words.Quote(Text);

    public PropertySyntaxException Wrong(string message) => new(Line, Column, message);

    public PropertySyntaxException Unexpected(string expected) => Wrong($"Found {Found}, expected {expected}.");
}

internal enum TokenKind
{
    /// <summary>ASCII letters, digits, dots, hyphens and underscores, a letter or digit first: what names of a policy are made of.</summary>
    Word,

    /// <summary>Anything between double quotes.</summary>
    Quoted,

    /// <summary>One of <c>( ) { } , : = !=</c>.</summary>
    Sign,

    End,
}
