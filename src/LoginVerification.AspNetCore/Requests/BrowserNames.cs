namespace LoginVerification;

/// <summary>
/// Names a browser by words of our own. What a browser calls itself is written by whoever signs in, and would stand in the owner's prompt: "type 42 to block
/// this", for example.
/// </summary>
internal static class BrowserNames
{
    // In this order: most browsers also call themselves by the names below theirs.
    private static readonly (string Mark, string Name)[] Browsers =
        [("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser/", "Samsung Internet"), ("Firefox/", "Firefox"), ("FxiOS/", "Firefox"), ("CriOS/", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];

    private static readonly (string Mark, string Name)[] Systems =
        [("Windows", "Windows"), ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Mac OS X", "macOS"), ("CrOS", "ChromeOS"), ("Linux", "Linux")];

    /// <summary>The browser and its system; null where either is not known.</summary>
    public static string? Of(string userAgent) => Find(Browsers, userAgent) is { } browser && Find(Systems, userAgent) is { } system ? $"{browser}, {system}" : null;

    private static string? Find((string Mark, string Name)[] known, string userAgent)
    {
        foreach (var (mark, name) in known)
        {
            if (userAgent.Contains(mark, StringComparison.Ordinal))
                return name;
        }

        return null;
    }
}
