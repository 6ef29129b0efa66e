using System.Reflection;

namespace LoginVerification.Cli;

/// <summary>What somebody else needs to come to the same answer: which version of the tool gave it, and for which rules.</summary>
internal static class Provenance
{
    /// <summary>The version of the tool, which is that of the library.</summary>
    public static string Version { get; } = typeof(Provenance).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    /// <summary>The last line of an answer for people.</summary>
    public static string Line(params IEnumerable<string> policyDigests) => $"login-verification {Version}, policy {string.Join(" and ", policyDigests)}";
}
