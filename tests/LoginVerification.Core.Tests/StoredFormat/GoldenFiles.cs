using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace LoginVerification.Tests;

/// <summary>The checked-in stored documents: what some release wrote, laid out for people.</summary>
internal static class GoldenFiles
{
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Folder { get; } = Repository.PathOf("tests/LoginVerification.Core.Tests/StoredFormat/Golden");

    /// <summary>Their names: the type, its version, and what is special about it, for example <c>CodeMatched.v1.json</c>.</summary>
    public static IReadOnlyList<string> Paths { get; } =
    [
        .. Directory.EnumerateFiles(Folder, "*.json").Select(file => Path.GetFileName(file))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>What may never change: the list in <c>Golden/SHA256SUMS</c>, in the format of sha256sum.</summary>
    public static IReadOnlyDictionary<string, string> Sums { get; } = File.ReadLines(Path.Combine(Folder, "SHA256SUMS"))
        .Select(line => line.Split("  ", 2))
        .ToDictionary(parts => parts[1], parts => parts[0]);

    public static string Text(string path) => File.ReadAllText(Path.Combine(Folder, path));

    /// <summary>The document on one line, as it is stored.</summary>
    public static string Stored(string path) => JsonNode.Parse(Text(path))!.ToJsonString(Compact);

    public static string Sum(string path) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(Folder, path))));
}
