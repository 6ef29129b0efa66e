namespace LoginVerification.Cli.Tests;

/// <summary>The project's first page, which shows what the tool prints.</summary>
internal static class Readme
{
    public static void Shows(Answer answer) => Assert.Contains(
        $"```text\n{answer.Output.ReplaceLineEndings("\n").TrimEnd()}\n```",
        Repository.Read("README.md").ReplaceLineEndings("\n"),
        StringComparison.Ordinal);
}
