namespace LoginVerification.Benchmarks.Stores.Scale;

/// <summary>How far it is, on a terminal.</summary>
internal static class Progress
{
    public static void Tell(string what)
    {
        if (!Console.IsErrorRedirected)
            Console.Error.Write($"\r{what}   ");
    }
}
