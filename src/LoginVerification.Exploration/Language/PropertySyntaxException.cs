namespace LoginVerification.Exploration;

/// <summary>A written property cannot be read. The message says what is wrong and what to write instead; the place is told apart from it.</summary>
public sealed class PropertySyntaxException : FormatException
{
    internal PropertySyntaxException(int line, int column, string message)
        : base(message) => (Line, Column) = (line, column);

    /// <summary>In which line, the first being 1.</summary>
    public int Line { get; }

    /// <summary>At which UTF-16 code unit of the line, the first being 1.</summary>
    public int Column { get; }
}
