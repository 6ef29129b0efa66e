using Spectre.Console;

namespace LoginVerification.Cli;

/// <summary>Text for people. Whatever is written is first made fit to be shown.</summary>
internal sealed class TextOutput(IAnsiConsole console)
{
    public const string Gap = "  ";

    public void Write(string text, Style ink) => console.Write(Shown.Plain(text), ink);

    public void Line(string text, Style ink) => console.WriteLine(Shown.Plain(text), ink);

    public void Line() => console.WriteLine();
}

/// <summary>The colours of people's text.</summary>
internal static class Ink
{
    public static Style Plain => Style.Plain;

    public static Style Good { get; } = new(Color.Green);

    public static Style Bad { get; } = new(Color.Red);

    public static Style Hint { get; } = new(Color.Yellow);

    public static Style Quiet { get; } = new(decoration: Decoration.Dim);
}

/// <summary>A column of a listing: each text is padded to the widest one, with a gap after it. A column that is empty throughout takes no room.</summary>
internal sealed class TextColumn<T>(IEnumerable<T> rows, Func<T, string> text, int leastWidth = 0)
{
    private readonly int width = rows.Select(row => text(row).Length).Append(leastWidth).Max();

    public string Of(T row) => width == 0 ? "" : text(row).PadRight(width) + TextOutput.Gap;
}
