namespace LoginVerification.Cli;

/// <summary>A table as RFC 4180 has it: a header, CRLF, and quotes where a field needs them. What is not there is an empty field.</summary>
internal static class Csv
{
    private const string LineEnd = "\r\n";

    public static string Write(IEnumerable<string> header, IEnumerable<IEnumerable<string>> rows) => string.Concat(rows.Prepend(header).Select(Line));

    private static string Line(IEnumerable<string> fields) => string.Join(',', fields.Select(field => Quoted(Shown.Plain(field)))) + LineEnd;

    private static string Quoted(string field) =>
        field.AsSpan().ContainsAny(",\"\r\n") ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field;
}
