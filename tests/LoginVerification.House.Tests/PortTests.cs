using System.Text.RegularExpressions;

namespace LoginVerification.House.Tests;

/// <summary>Nothing of a port is forgotten: its contract for adapters, its default or its demand at start, its row for hosts.</summary>
public sealed class PortTests
{
    private const string Folder = "src/LoginVerification.Abstractions/Ports";

    public static TheoryData<string> Ports => [.. Repository.Files(Folder, "I*.cs").Select(file => Path.GetFileNameWithoutExtension(file))];

    [Theory]
    [MemberData(nameof(Ports))]
    public void Every_port_has_a_contract(string port) => Named(port, Repository.Files("src/LoginVerification.Testing", "*.cs"));

    [Theory]
    [MemberData(nameof(Ports))]
    public void Every_port_is_wired(string port) => Named(port, Repository.Files("src/LoginVerification.Core/Registration", "*.cs"));

    [Theory]
    [MemberData(nameof(Ports))]
    public void Every_port_is_told_to_hosts(string port) => Named(port, ["docs/embedding.md"]);

    private static void Named(string port, IEnumerable<string> files)
    {
        var places = files.ToList();
        Assert.True(places.Exists(file => Regex.IsMatch(Repository.Read(file), $@"\b{port}\b")), $"{Folder}/{port}.cs: no word of it in {string.Join(", ", places)}.");
    }
}
