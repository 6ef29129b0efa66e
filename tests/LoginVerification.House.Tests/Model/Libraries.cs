using Microsoft.CodeAnalysis;

namespace LoginVerification.House.Tests.Model;

/// <summary>What src is compiled against: the framework and the packages that this test's own run has.</summary>
internal static class Libraries
{
    public static IReadOnlyList<MetadataReference> All { get; } =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(file => MetadataReference.CreateFromFile(file))];
}
