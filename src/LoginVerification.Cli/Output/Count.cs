namespace LoginVerification.Cli;

/// <summary>Counted things in words: one step, two steps.</summary>
internal static class Count
{
    public static string Of(long count, string thing) => $"{count:N0} {thing}{(count == 1 ? "" : "s")}";

    public static string Of(long count, string thing, string things) => $"{count:N0} {(count == 1 ? thing : things)}";
}
