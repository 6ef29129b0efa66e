using LoginVerification.Exploration;

namespace LoginVerification.Cli;

/// <summary>The policies that the tool knows by name: those that are shipped to hosts, the default first, and the studies of services.</summary>
internal static class NamedPolicies
{
    public static IReadOnlyList<string> Names { get; } = [.. ShippedPolicies.Names, .. PolicyStudies.Names];

    public static EnrolmentPolicy Load(string name) => PolicyStudies.Names.Contains(name) ? PolicyStudies.Load(name) : ShippedPolicies.Load(name);
}
