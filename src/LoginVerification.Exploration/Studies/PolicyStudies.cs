using System.Collections.Concurrent;

namespace LoginVerification.Exploration;

/// <summary>
/// Policies modelled on what services do, each with its sources and what it only approximates in its description. They are there to be
/// explored, compared and cited, and are no part of what a host is offered: <see cref="ShippedPolicies"/>. Thread-safe; each is read once.
/// </summary>
public static class PolicyStudies
{
    private static readonly ConcurrentDictionary<string, EnrolmentPolicy> Loaded = new(StringComparer.Ordinal);

    /// <summary>The names, in alphabetical order.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "aspnet-core-identity",
        "bank-app-first",
        "cognito-at-once",
        "cognito-verify-first",
        "entra-opt-in-regions",
        "github",
        "gitlab",
        "x-2023",
    ];

    /// <summary>Loads a study by its name.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <exception cref="ArgumentException">There is no study of that name.</exception>
    public static EnrolmentPolicy Load(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Names.Contains(name)
            ? Loaded.GetOrAdd(name, Read)
            : throw new ArgumentException($"There is no study {Words.Quote(name)}.{Words.DidYouMean(name, Names)} Name one of: {string.Join(", ", Names)}.", nameof(name));
    }

    private static EnrolmentPolicy Read(string name)
    {
        using var file = typeof(PolicyStudies).Assembly.GetManifestResourceStream($"studies/{name}.json")!;
        return EnrolmentPolicy.Create(PolicyFile.Read(file));
    }
}
