namespace LoginVerification.Cli;

/// <summary>What went wrong with a store, in words of the tool.</summary>
internal static class StoreFailures
{
    /// <summary>The complaint, which names the place and the mend; null where the failure says nothing of the store.</summary>
    public static string? ComplaintOf(this IWalkStore store, Exception failure, string when = "")
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            if (store.Explain(cause) is { } explained)
                return $"--store \"{store.Name}\" {when}{explained}";
        }

        return null;
    }
}
