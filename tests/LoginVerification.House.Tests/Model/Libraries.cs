using Microsoft.CodeAnalysis;

namespace LoginVerification.House.Tests.Model;

/// <summary>What src is compiled against: the framework and the packages that this test's own run has, without src's own assemblies.</summary>
internal static class Libraries
{
    public static IReadOnlyList<MetadataReference> All { get; } =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(file => !IsOurs(Path.GetFileNameWithoutExtension(file)))
            .Select(file => MetadataReference.CreateFromFile(file)),
    ];

    private static bool IsOurs(string assembly) =>
        assembly.StartsWith("LoginVerification.", StringComparison.Ordinal) || assembly == "login-verification";
}
