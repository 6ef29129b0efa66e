using System.Reflection;

namespace LoginVerification.Cli.Tests;

/// <summary>The project's first page, which shows what the tool prints.</summary>
internal static class Readme
{
    private static readonly string Root = typeof(Readme).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == "RepositoryRoot").Value!;

    public static void Shows(Answer answer) => Assert.Contains(
        $"```text\n{answer.Output.ReplaceLineEndings("\n").TrimEnd()}\n```",
        File.ReadAllText(Path.Combine(Root, "README.md")).ReplaceLineEndings("\n"),
        StringComparison.Ordinal);
}
