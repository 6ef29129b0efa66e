namespace LoginVerification.Exploration;

/// <summary>Reads one property by recursive descent: a method for each rule of the grammar in docs/properties.md.</summary>
internal sealed class PropertyParser
{
    /// <summary>How deep parentheses and <c>not</c> may nest: far more than anybody can read, and far less than a stack holds.</summary>
    private const int MostNesting = 100;

    /// <summary>How long a property may be, in UTF-16 code units: a long chain nests, too.</summary>
    private const int MostLength = 10_000;

    private readonly IReadOnlyList<Token> tokens;
    private readonly Vocabulary vocabulary;
    private IReadOnlyList<Term> terms;
    private int at;
    private int nesting;

    private PropertyParser(IReadOnlyList<Token> tokens, Vocabulary vocabulary)
    {
        this.tokens = tokens;
        this.vocabulary = vocabulary;
        terms = vocabulary.OfStates;
    }

    private Token Next => tokens[at];

    /// <exception cref="PropertySyntaxException">It cannot be read.</exception>
    public static (string Name, Formula Formula) Parse(string text, Vocabulary vocabulary, int firstLine)
    {
        if (text.Length > MostLength)
            throw new PropertySyntaxException(firstLine, MostLength + 1, $"A property has at most {MostLength} characters. Make several of it.");
        var parser = new PropertyParser(Scanner.Scan(text, firstLine), vocabulary);
        var name = parser.Take(TokenKind.Word, "a name, a colon and what shall hold: NAME: always (…)");
        parser.Sign(":");
        var formula = parser.ReadFormula();
        return parser.Next.Kind is TokenKind.End ? (name, formula) : throw parser.Next.Unexpected("the end of the property");
    }

    private Formula ReadFormula()
    {
        const string expected = "always, onEveryStep, reachable, alwaysReachable, or \"(\" and what leadsTo something";
        if (Next.IsSign("("))
        {
            var from = Group();
            Word(PropertyWords.LeadsTo, PropertyWords.LeadsTo);
            var to = Group();
            return new Formula.LeadsTo(from, to, ReadReliance(Formula.LeadsTo.Usual));
        }

        var word = Next;
        var kind = Take(TokenKind.Word, expected);
        switch (kind)
        {
            case PropertyWords.Always:
                return new Formula.Always(Group());
            case PropertyWords.OnEveryStep:
                terms = vocabulary.OfSteps;
                return new Formula.OnEveryStep(Group());
            case PropertyWords.Reachable:
                return new Formula.Reachable(Group());
            case PropertyWords.AlwaysReachable:
                return new Formula.AlwaysReachable(Group(), ReadReliance(Formula.AlwaysReachable.Usual));
            default:
                string[] known = [PropertyWords.Always, PropertyWords.OnEveryStep, PropertyWords.Reachable, PropertyWords.AlwaysReachable];
                throw word.Wrong($"Found {word.Found}, expected {expected}.{Words.DidYouMean(kind, known)}");
        }
    }

    private Reliance ReadReliance(Reliance usual)
    {
        var reliance = usual;
        if (TryWord(PropertyWords.OverVisibleLinks))
            reliance &= ~Reliance.HiddenLinks;
        if (TryWord(PropertyWords.WithStaff))
            reliance |= Reliance.Staff;
        else if (TryWord(PropertyWords.WithoutStaff))
            reliance &= ~Reliance.Staff;
        return Next.Kind is TokenKind.End
            ? reliance
            : throw Next.Unexpected($"the end of the property, or {PropertyWords.OverVisibleLinks}, then {PropertyWords.WithStaff} or {PropertyWords.WithoutStaff}");
    }

    private Proposition Group()
    {
        Sign("(");
        var inside = Nested(ReadImplication);
        Sign(")", "and, or, implies or \")\"");
        return inside;
    }

    private Proposition ReadImplication()
    {
        var left = ReadDisjunction();
        return TryWord(PropertyWords.Implies) ? new Proposition.Implies(left, Nested(ReadImplication)) : left;
    }

    private Proposition ReadDisjunction()
    {
        var left = ReadConjunction();
        while (TryWord(PropertyWords.Or))
            left = new Proposition.Or(left, ReadConjunction());
        return left;
    }

    private Proposition ReadConjunction()
    {
        var left = ReadNegation();
        while (TryWord(PropertyWords.And))
            left = new Proposition.And(left, ReadNegation());
        return left;
    }

    private Proposition ReadNegation()
    {
        if (TryWord(PropertyWords.Not))
            return new Proposition.Not(Nested(ReadNegation));
        if (Next.IsSign("("))
            return Group();
        return TryWord(PropertyWords.True) ? new Proposition.Always() : ReadComparison();
    }

    private Proposition ReadComparison()
    {
        var term = ReadTerm();
        if (term.Values is null)
        {
            return Next.IsSign("=") || Next.IsSign("!=") || Next.IsWord(PropertyWords.In)
                ? throw Next.Wrong($"{term.Name} has no values: it is so or not. Write {term.Name} alone, or {PropertyWords.Not} {term.Name}.")
                : new Proposition.Flag(term);
        }

        if (TrySign("="))
            return new Proposition.Equal(term, ReadValue(term));
        if (TrySign("!="))
            return new Proposition.Unequal(term, ReadValue(term));
        Word(PropertyWords.In, $"\"=\", \"!=\" or {PropertyWords.In} after {term.Name}");
        Sign("{");
        List<string> values = [ReadValue(term)];
        while (TrySign(","))
            values.Add(ReadValue(term));
        Sign("}", "\",\" and another value, or \"}\"");
        return new Proposition.OneOf(term, values);
    }

    private Term ReadTerm()
    {
        var word = Next;
        var name = Take(TokenKind.Word, "a proposition");
        if (terms.FirstOrDefault(term => term.Name == name) is { } found)
            return found;
        var names = terms.Select(term => term.Name).ToList();
        if (ReferenceEquals(terms, vocabulary.OfSteps) && vocabulary.OfStates.Any(term => term.Name == name))
            throw word.Wrong($"A step has two states. Write {PropertyWords.Before}{name} or {PropertyWords.After}{name}.");
        if (vocabulary.OfSteps.Any(term => term.Name == name))
            throw word.Wrong($"{Words.Quote(name)} speaks of a step. Write it in {PropertyWords.OnEveryStep}; of a state you can ask: {string.Join(", ", names)}.");
        throw word.Wrong($"Nothing is called {Words.Quote(name)}.{Words.DidYouMean(name, names)} Write one of: {string.Join(", ", names)}.");
    }

    private string ReadValue(Term term)
    {
        var token = Next;
        if (token.Kind is not (TokenKind.Word or TokenKind.Quoted))
            throw token.Unexpected($"a value of {term.Name}: {Known(term)}");
        at++;
        return term.Values!.Contains(token.Text)
            ? token.Text
            : throw token.Wrong($"{term.Name} has no value {token.Found} in this policy.{Words.DidYouMean(token.Text, term.Values!)} Write one of: {Known(term)}.{(term.Missing is null ? "" : $" {term.Missing}")}");
    }

    private static string Known(Term term) => string.Join(", ", term.Values!.Select(value => Scanner.IsPlain(value) ? value : $"\"{value}\"").DefaultIfEmpty("none"));

    private T Nested<T>(Func<T> read)
    {
        if (++nesting > MostNesting)
            throw Next.Wrong($"Parentheses, not and implies nest deeper than {MostNesting} levels. Write it flatter.");
        var inside = read();
        nesting--;
        return inside;
    }

    private string Take(TokenKind kind, string expected) => Next.Kind == kind ? tokens[at++].Text : throw Next.Unexpected(expected);

    private void Sign(string sign, string? expected = null)
    {
        if (!TrySign(sign))
            throw Next.Unexpected(expected ?? Words.Quote(sign));
    }

    private void Word(string word, string expected)
    {
        if (!TryWord(word))
            throw Next.Wrong($"Found {Next.Found}, expected {expected}.{(Next.Kind is TokenKind.Word ? Words.DidYouMean(Next.Text, [word]) : "")}");
    }

    private bool TrySign(string sign) => Try(Next.IsSign(sign));

    private bool TryWord(string word) => Try(Next.IsWord(word));

    private bool Try(bool isThere)
    {
        at += isThere ? 1 : 0;
        return isThere;
    }
}
