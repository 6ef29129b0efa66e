namespace LoginVerification.Exploration;

/// <summary>Reads one property by recursive descent, a method for each rule of the grammar in docs/properties.md: here <c>property</c>, <c>formula</c> and <c>counting</c>.</summary>
internal sealed class PropertyParser
{
    /// <summary>How long a property may be, in UTF-16 code units: a long chain nests, too.</summary>
    private const int MostLength = 10_000;

    private readonly TokenReader tokens;
    private readonly Vocabulary vocabulary;

    private PropertyParser(TokenReader tokens, Vocabulary vocabulary)
    {
        this.tokens = tokens;
        this.vocabulary = vocabulary;
    }

    /// <exception cref="PropertySyntaxException">It cannot be read.</exception>
    public static (string Name, Formula Formula) Parse(string text, Vocabulary vocabulary, int firstLine)
    {
        if (text.Length > MostLength)
            throw new PropertySyntaxException(firstLine, MostLength + 1, $"A property has at most {MostLength} characters. Make several of it.");
        var tokens = new TokenReader(Scanner.Scan(text, firstLine));
        var name = tokens.Take(TokenKind.Word, "a name, a colon and what shall hold: NAME: always (…)");
        tokens.Sign(":");
        var formula = new PropertyParser(tokens, vocabulary).ReadFormula();
        return tokens.IsAtEnd ? (name, formula) : throw tokens.Next.Unexpected("the end of the property");
    }

    private Formula ReadFormula()
    {
        const string expected = "always, onEveryStep, reachable, alwaysReachable, or \"(\" and what leadsTo something";
        if (tokens.Next.IsSign("("))
        {
            var from = OfState();
            tokens.Word(PropertyWords.LeadsTo, PropertyWords.LeadsTo);
            return new Formula.LeadsTo(from, OfState(), ReadReliance(Formula.LeadsTo.Usual));
        }

        var word = tokens.Next;
        var kind = tokens.Take(TokenKind.Word, expected);
        switch (kind)
        {
            case PropertyWords.Always:
                return new Formula.Always(OfState());
            case PropertyWords.OnEveryStep:
                return new Formula.OnEveryStep(Group(ofSteps: true));
            case PropertyWords.Reachable:
                return new Formula.Reachable(OfState());
            case PropertyWords.AlwaysReachable:
                return new Formula.AlwaysReachable(OfState(), ReadReliance(Formula.AlwaysReachable.Usual));
            default:
                string[] known = [PropertyWords.Always, PropertyWords.OnEveryStep, PropertyWords.Reachable, PropertyWords.AlwaysReachable];
                throw word.Wrong($"Found {word.Found}, expected {expected}.{Words.DidYouMean(kind, known)}");
        }
    }

    private Reliance ReadReliance(Reliance usual)
    {
        var reliance = usual;
        if (tokens.TryWord(PropertyWords.OverVisibleLinks))
            reliance &= ~Reliance.HiddenLinks;
        if (tokens.TryWord(PropertyWords.WithStaff))
            reliance |= Reliance.Staff;
        else if (tokens.TryWord(PropertyWords.WithoutStaff))
            reliance &= ~Reliance.Staff;
        return tokens.IsAtEnd
            ? reliance
            : throw tokens.Next.Unexpected($"the end of the property, or {PropertyWords.OverVisibleLinks}, then {PropertyWords.WithStaff} or {PropertyWords.WithoutStaff}");
    }

    private Proposition OfState() => Group(ofSteps: false);

    private Proposition Group(bool ofSteps) => new PropositionParser(tokens, new ComparisonParser(tokens, vocabulary, ofSteps)).Group();
}
