using Spectre.Console;

namespace LoginVerification.Cli;

/// <summary>The colours of people's text.</summary>
internal static class Ink
{
    public static Style Plain => Style.Plain;

    public static Style Good { get; } = new(Color.Green);

    public static Style Bad { get; } = new(Color.Red);

    public static Style Hint { get; } = new(Color.Yellow);

    public static Style Quiet { get; } = new(decoration: Decoration.Dim);
}
