namespace LoginVerification.House.Tests;

/// <summary>No library goes without an approved public surface. That the text is the code's, the build sees to.</summary>
public sealed class PublicSurfaceTests
{
    public static TheoryData<string> Libraries =>
        [.. Repository.Files("src", "*.csproj").Where(file => !Repository.Read(file).Contains("<PackAsTool>", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Libraries))]
    public void Every_library_has_its_public_surface_as_text(string project)
    {
        foreach (var file in new[] { "PublicAPI.Shipped.txt", "PublicAPI.Unshipped.txt" })
        {
            var path = $"{Path.GetDirectoryName(project)}/{file}";
            Assert.True(Path.Exists(Repository.PathOf(path)), $"{path} is missing. Make it with the one line \"#nullable enable\", and run build/public-api.sh.");
        }
    }
}
