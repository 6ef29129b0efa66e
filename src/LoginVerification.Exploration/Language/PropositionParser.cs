namespace LoginVerification.Exploration;

/// <summary>Reads a proposition, from <c>group</c> of the grammar down to <c>negation</c>.</summary>
/// <param name="tokens">What is read.</param>
/// <param name="comparisons">Reads what it is made of.</param>
internal sealed class PropositionParser(TokenReader tokens, ComparisonParser comparisons)
{
    /// <summary>How deep parentheses and <c>not</c> may nest: far more than anybody can read, and far less than a stack holds.</summary>
    private const int MostNesting = 100;

    private int nesting;

    /// <exception cref="PropertySyntaxException">It cannot be read.</exception>
    public Proposition Group()
    {
        tokens.Sign("(");
        var inside = Nested(ReadImplication);
        tokens.Sign(")", "and, or, implies or \")\"");
        return inside;
    }

    private Proposition ReadImplication()
    {
        var left = ReadDisjunction();
        return tokens.TryWord(PropertyWords.Implies) ? new Proposition.Implies(left, Nested(ReadImplication)) : left;
    }

    private Proposition ReadDisjunction()
    {
        var left = ReadConjunction();
        while (tokens.TryWord(PropertyWords.Or))
            left = new Proposition.Or(left, ReadConjunction());
        return left;
    }

    private Proposition ReadConjunction()
    {
        var left = ReadNegation();
        while (tokens.TryWord(PropertyWords.And))
            left = new Proposition.And(left, ReadNegation());
        return left;
    }

    private Proposition ReadNegation()
    {
        if (tokens.TryWord(PropertyWords.Not))
            return new Proposition.Not(Nested(ReadNegation));
        if (tokens.Next.IsSign("("))
            return Group();
        return tokens.TryWord(PropertyWords.True) ? new Proposition.Always() : comparisons.Read();
    }

    private Proposition Nested(Func<Proposition> read)
    {
        if (++nesting > MostNesting)
            throw tokens.Next.Wrong($"Parentheses, not and implies nest deeper than {MostNesting} levels. Write it flatter.");
        var inside = read();
        nesting--;
        return inside;
    }
}
