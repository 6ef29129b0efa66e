using System.Text.Json;

namespace LoginVerification.Cli;

/// <summary>Names of the code as words of the output.</summary>
internal static class Words
{
    public static string Camel<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
