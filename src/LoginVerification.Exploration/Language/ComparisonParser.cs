namespace LoginVerification.Exploration;

/// <summary>Reads <c>flag</c> and <c>comparison</c> of the grammar: what the policy knows by name.</summary>
/// <param name="tokens">What is read.</param>
/// <param name="vocabulary">The names that there are.</param>
/// <param name="ofSteps">Whether it is asked of steps; of states otherwise.</param>
internal sealed class ComparisonParser(TokenReader tokens, Vocabulary vocabulary, bool ofSteps)
{
    private readonly IReadOnlyList<Term> terms = ofSteps ? vocabulary.OfSteps : vocabulary.OfStates;

    /// <exception cref="PropertySyntaxException">It cannot be read, or names what the policy does not have.</exception>
    public Proposition Read()
    {
        var term = ReadTerm();
        if (term.Values is null)
        {
            return tokens.Next.IsSign("=") || tokens.Next.IsSign("!=") || tokens.Next.IsWord(PropertyWords.In)
                ? throw tokens.Next.Wrong($"{term.Name} has no values: it is so or not. Write {term.Name} alone, or {PropertyWords.Not} {term.Name}.")
                : new Proposition.Flag(term);
        }

        if (tokens.TrySign("="))
            return new Proposition.Equal(term, ReadValue(term));
        if (tokens.TrySign("!="))
            return new Proposition.Unequal(term, ReadValue(term));
        tokens.Word(PropertyWords.In, $"\"=\", \"!=\" or {PropertyWords.In} after {term.Name}");
        tokens.Sign("{");
        List<string> values = [ReadValue(term)];
        while (tokens.TrySign(","))
            values.Add(ReadValue(term));
        tokens.Sign("}", "\",\" and another value, or \"}\"");
        return new Proposition.OneOf(term, values);
    }

    private Term ReadTerm()
    {
        var word = tokens.Next;
        var name = tokens.Take(TokenKind.Word, "a proposition");
        if (terms.FirstOrDefault(term => term.Name == name) is { } found)
            return found;
        var names = terms.Select(term => term.Name).ToList();
        if (ofSteps && vocabulary.OfStates.Any(term => term.Name == name))
            throw word.Wrong($"A step has two states. Write {PropertyWords.Before}{name} or {PropertyWords.After}{name}.");
        if (vocabulary.OfSteps.Any(term => term.Name == name))
            throw word.Wrong($"{Words.Quote(name)} speaks of a step. Write it in {PropertyWords.OnEveryStep}; of a state you can ask: {string.Join(", ", names)}.");
        throw word.Wrong($"Nothing is called {Words.Quote(name)}.{Words.DidYouMean(name, names)} Write one of: {string.Join(", ", names)}.");
    }

    private string ReadValue(Term term)
    {
        var token = tokens.Next;
        if (token.Kind is not (TokenKind.Word or TokenKind.Quoted))
            throw token.Unexpected($"a value of {term.Name}: {Known(term)}");
        return term.Values!.Contains(token.Text)
            ? tokens.Take().Text
            : throw token.Wrong($"{term.Name} has no value {token.Found} in this policy.{Words.DidYouMean(token.Text, term.Values!)} Write one of: {Known(term)}.{(term.Missing is null ? "" : $" {term.Missing}")}");
    }

    private static string Known(Term term) => string.Join(", ", term.Values!.Select(value => Scanner.IsPlain(value) ? value : $"\"{value}\"").DefaultIfEmpty("none"));
}
