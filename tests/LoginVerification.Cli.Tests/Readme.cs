namespace LoginVerification.Cli.Tests;

/// <summary>The project's first page, and others, which show what the tool prints.</summary>
internal static class Readme
{
    public static void Shows(Answer answer, string page = "README.md") => Assert.Contains(
        $"```text\n{answer.Output.ReplaceLineEndings("\n").TrimEnd()}\n```",
        Repository.Read(page).ReplaceLineEndings("\n"),
        StringComparison.Ordinal);
}
