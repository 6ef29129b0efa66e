namespace LoginVerification.WebPush;

/// <summary>The push services that may be asked.</summary>
internal sealed class PushHosts(IReadOnlyCollection<string> allowed)
{
    /// <summary>Those of today's browsers: Chrome and its kin, Firefox, Safari, Edge.</summary>
    public static IReadOnlyList<string> Default { get; } = ["fcm.googleapis.com", "updates.push.services.mozilla.com", "*.push.apple.com", "*.notify.windows.com"];

    private const string AnyBelow = "*.";

    private readonly string[] patterns = [.. allowed.Count > 0 ? allowed : Default];

    /// <summary>Whether a host, in lower case, is one of them.</summary>
    public bool Allows(string host) => patterns.Any(pattern => pattern.StartsWith(AnyBelow, StringComparison.Ordinal)
        ? host.EndsWith(pattern[1..], StringComparison.OrdinalIgnoreCase) && host.Length >= pattern.Length
        : host.Equals(pattern, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a text can name some: a name of two labels or more, for one alone is a machine of the host's own network, and not an address.</summary>
    public static bool IsPattern(string? pattern)
    {
        var name = pattern is not null && pattern.StartsWith(AnyBelow, StringComparison.Ordinal) ? pattern[AnyBelow.Length..] : pattern;
        return name is { Length: <= 253 } && name.Contains('.', StringComparison.Ordinal) && name.All(unit => char.IsAsciiLetterOrDigit(unit) || unit is '-' or '.')
            && Uri.CheckHostName(name) is UriHostNameType.Dns && !name.EndsWith('.');
    }
}
