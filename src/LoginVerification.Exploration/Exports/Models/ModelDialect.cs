namespace LoginVerification.Exploration;

/// <summary>
/// A language of guarded commands. Expressions need no translation: Rumur, unlike other tools for Murphi, takes <c>==</c>,
/// <c>&amp;&amp;</c> and <c>||</c>, and a Promela macro without parameters is called like a function.
/// </summary>
internal abstract class ModelDialect(Lines lines)
{
    protected Lines Lines => lines;

    /// <summary>What the reader should know first; it is for people alone.</summary>
    public abstract void Head(IReadOnlyList<string> about);

    /// <summary>Named values.</summary>
    public abstract void Constants(string type, IReadOnlyList<string> names);

    /// <summary>The variables: those of the enrolment, and where the user stands with what.</summary>
    public abstract void Variables(IReadOnlyList<Component> parts);

    /// <summary>A named expression.</summary>
    public abstract void Predicate(string name, string expression);

    /// <summary>A named change of the enrolment.</summary>
    public abstract void Procedure(string name, Tree<IReadOnlyList<Change>> effect, IReadOnlyList<Component> parts);

    /// <summary>The procedures that send a new code, and the same code again.</summary>
    public abstract void SendingProcedures();

    /// <summary>The procedure that forgets the message where a predicate does not hold.</summary>
    public abstract void SettlingProcedure(string isAwaited);

    /// <summary>Where users begin, with a device and without.</summary>
    public abstract void Starts(IReadOnlyList<string> screens, IReadOnlyList<string> numbers, IReadOnlyList<Component> parts);

    public abstract void Command(ModelCommand command);

    public abstract void Foot();

    public virtual void Heading(string text)
    {
        lines.Write();
        Comment(text);
    }

    protected abstract void Comment(string text);

    /// <summary>Breaks an expression before its connectives, for lines that can be read.</summary>
    protected static IEnumerable<string> Broken(string expression)
    {
        const int width = 120;
        while (expression.Length > width && expression.LastIndexOfAny(['&', '|'], width) is > 0 and var at)
        {
            yield return expression[..(at - 1)].TrimEnd();
            expression = expression[(at - 1)..];
        }

        yield return expression;
    }
}
