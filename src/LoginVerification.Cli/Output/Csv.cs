namespace LoginVerification.Cli;

/// <summary>Lines as RFC 4180 has them: CRLF, and quotes where a field needs them.</summary>
internal static class Csv
{
    private const string LineEnd = "\r\n";

    public static string Line(IEnumerable<string> fields) => string.Join(',', fields.Select(field => Quoted(Shown.Plain(field)))) + LineEnd;

    private static string Quoted(string field) =>
        field.AsSpan().ContainsAny(",\"\r\n") ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field;
}
