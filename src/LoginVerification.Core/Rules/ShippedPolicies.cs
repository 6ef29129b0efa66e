using System.Collections.Concurrent;

namespace LoginVerification.Policies;

/// <summary>The policies that come with the library. Thread-safe; each is read once.</summary>
public static class ShippedPolicies
{
    private const string ConsistentName = "consistent";
    private const string Twitter2014Name = "twitter-2014";
    private const string Twitter2014WebTakesCodeName = "twitter-2014-web-takes-code";
    private static readonly ConcurrentDictionary<string, EnrolmentPolicy> Loaded = new(StringComparer.Ordinal);

    /// <summary>The names, the default first.</summary>
    public static IReadOnlyList<string> Names { get; } = [ConsistentName, Twitter2014Name, Twitter2014WebTakesCodeName];

    /// <summary>The default: the same screens and one set of rules on every surface.</summary>
    public static EnrolmentPolicy Consistent => Load(ConsistentName);

    /// <summary>Twitter's log-in verification of April 2014, with its defects. For study, not for use.</summary>
    public static EnrolmentPolicy Twitter2014 => Load(Twitter2014Name);

    /// <summary>The same, as if the web page had taken the code of a number that it refused to add. For study, not for use.</summary>
    public static EnrolmentPolicy Twitter2014WebTakesCode => Load(Twitter2014WebTakesCodeName);

    /// <summary>Loads a policy by its name.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <exception cref="ArgumentException">No policy of that name is shipped.</exception>
    public static EnrolmentPolicy Load(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Names.Contains(name)
            ? Loaded.GetOrAdd(name, Read)
            : throw new ArgumentException($"No policy {Words.Quote(name)} is shipped.{Words.DidYouMean(name, Names)} Name one of: {string.Join(", ", Names)}.", nameof(name));
    }

    private static EnrolmentPolicy Read(string name)
    {
        using var file = new StreamReader(typeof(ShippedPolicies).Assembly.GetManifestResourceStream($"policies/{name}.json")!);
        return EnrolmentPolicy.FromJson(file.ReadToEnd());
    }
}
