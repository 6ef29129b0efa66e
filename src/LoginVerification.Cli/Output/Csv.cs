namespace LoginVerification.Cli;

/// <summary>A table as RFC 4180 has it: a header, CRLF, and quotes where a field needs them. What is not there is an empty field.</summary>
internal static class Csv
{
    private const string LineEnd = "\r\n";

    /// <summary>What a spreadsheet takes for the beginning of a formula.</summary>
    private const string Formula = "=+-@";

    public static string Write(IEnumerable<string> header, IEnumerable<IEnumerable<string>> rows) => string.Concat(rows.Prepend(header).Select(Line));

    private static string Line(IEnumerable<string> fields) => string.Join(',', fields.Select(field => Quoted(Text(Shown.Plain(field))))) + LineEnd;

    /// <summary>An apostrophe before it keeps a carrier by the name of <c>=1+1</c> from being worked out. No figure of ours begins so.</summary>
    private static string Text(string field) => field.TrimStart() is [var first, ..] && Formula.Contains(first, StringComparison.Ordinal) ? $"'{field}" : field;

    private static string Quoted(string field) =>
        field.AsSpan().ContainsAny(",\"\r\n") ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field;
}
