using System.Reflection;

namespace LoginVerification.Tests;

/// <summary>The checkout that the tests were built from. Paths are relative to it and have forward slashes. Every test project has it.</summary>
internal static class Repository
{
    public static string Root { get; } = typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(entry => entry.Key == "RepositoryRoot").Value!;

    public static string Read(string path) => File.ReadAllText(PathOf(path));

    /// <summary>Where a file or folder of the checkout is on this machine.</summary>
    public static string PathOf(string path) => Path.Combine(Root, path);

    public static string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    /// <summary>The files below a folder, without what builds leave there.</summary>
    public static IEnumerable<string> Files(string folder, string pattern) => Directory
        .EnumerateFiles(PathOf(folder), pattern, SearchOption.AllDirectories)
        .Select(Relative)
        .Where(path => !path.Split('/').Any(part => part is "bin" or "obj"))
        .Order(StringComparer.Ordinal);
}
