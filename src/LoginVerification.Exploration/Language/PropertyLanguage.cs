namespace LoginVerification.Exploration;

/// <summary>
/// Reads properties that are written as text, as <c>explore --that</c> takes them: <c>NoPushOnWeb: always (surface = web implies channel != AppPush)</c>.
/// What comes of it is a property of your own like those of <see cref="PolicyProperty"/>, and its meaning is the text again. Thread-safe.
/// </summary>
public static class PropertyLanguage
{
    /// <summary>Reads one property.</summary>
    /// <param name="text">The property, with its name.</param>
    /// <param name="policy">The policy that it is about: what names it may say.</param>
    /// <exception cref="PropertySyntaxException">It is no property, or it names what the policy does not have.</exception>
    public static PolicyProperty Parse(string text, EnrolmentPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(policy);
        return Read(text, new Vocabulary(policy), firstLine: 1);
    }

    /// <summary>Reads properties, one a line. An empty line, and one that begins with <c>#</c>, says nothing.</summary>
    /// <param name="text">The lines.</param>
    /// <param name="policy">The policy that they are about.</param>
    /// <param name="errors">Everything that is wrong, in the order of the lines; empty where all could be read.</param>
    public static IReadOnlyList<PolicyProperty> ParseLines(string text, EnrolmentPolicy policy, out IReadOnlyList<PropertySyntaxException> errors)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(policy);
        var vocabulary = new Vocabulary(policy);
        var properties = new List<PolicyProperty>();
        var wrong = new List<PropertySyntaxException>();
        foreach (var (index, line) in text.Split('\n').Index().Where(line => line.Item.TrimStart() is [not '#', ..]))
        {
            try
            {
                properties.Add(Read(line, vocabulary, firstLine: index + 1));
            }
            catch (PropertySyntaxException error)
            {
                wrong.Add(error);
            }
        }

        errors = wrong;
        return properties;
    }

    private static PolicyProperty Read(string text, Vocabulary vocabulary, int firstLine)
    {
        var (name, formula) = PropertyParser.Parse(text, vocabulary, firstLine);
        return formula.Named(name);
    }
}
