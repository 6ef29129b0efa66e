namespace LoginVerification.Cli;

/// <summary>Counted things in words: one step, two steps.</summary>
internal static class Count
{
    public static string Of(int count, string thing) => $"{count} {thing}{(count == 1 ? "" : "s")}";
}
