using System.Net;
using System.Net.Sockets;
using LoginVerification.Sample.Tests.Support;

namespace LoginVerification.Sample.Tests;

/// <summary>What is set wrongly is told in one message, and nothing starts.</summary>
public sealed class ConfigurationTests
{
    [Theory]
    [InlineData("Policy is \"nope\", which is neither a file nor a policy that is shipped. Name a file, or one of: consistent,", "--Policy", "nope")]
    [InlineData("Policy is \"\", which is neither", "--Policy", "")]
    [InlineData("Store is \"Oracle\". Write Sqlite or PostgreSql.", "--Store", "Oracle")]
    [InlineData("Store is \"\". Write Sqlite or PostgreSql.", "--Store", "")]
    [InlineData("ConnectionStrings:LoginVerification cannot be read: Format of the initialization string", "--Store", "PostgreSql", "--Policy", "consistent", "--ConnectionStrings:LoginVerification", "secret")]
    [InlineData("Write it as \"Host=localhost;Username=app;Database=app\".", "--Store", "PostgreSql", "--Policy", "consistent", "--ConnectionStrings:LoginVerification", "Host=localhost;Port=secret")]
    [InlineData("ConnectionStrings:LoginVerification names no Host. Write it as", "--Store", "PostgreSql", "--Policy", "consistent", "--ConnectionStrings:LoginVerification", "Password=secret")]
    [InlineData("Give one address without a path", "--Urls", "http://127.0.0.1:0/base")]
    [InlineData("Give one address without a path", "--Urls", "http://127.0.0.1:5080;http://127.0.0.1:5090")]
    [InlineData("Give one address without a path", "--Urls", "http://127.0.0.1:99999")]
    [InlineData("and 3 policies have the ports from there on. Give a port up to 65533.", "--Urls", "http://127.0.0.1:65534")]
    [InlineData("Kestrel:Endpoints is set. The sample is served at Urls alone", "--Kestrel:Endpoints:Http:Url", "http://0.0.0.0:0")]
    [InlineData("Choose it with Policy", "--Store", "PostgreSql")]
    [InlineData("ConnectionStrings:LoginVerification is missing", "--Store", "PostgreSql", "--Policy", "consistent")]
    [InlineData("served on loopback alone", "--Urls", "http://0.0.0.0:0")]
    [InlineData("served on loopback alone", "--Urls", "nonsense")]
    [InlineData("set the environment to Development", "--Clock:OffsetFile", "clock")]
    public async Task A_wrong_setting_is_told_in_one_message(string told, params string[] arguments)
    {
        var (exit, output, error) = await SampleProcess.RunAsync(arguments);

        Assert.Equal(1, exit);
        Assert.Empty(output);
        Assert.Contains(told, Assert.Single(error.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_policy_for_exploration_alone_is_told_and_does_not_start()
    {
        var (exit, output, error) = await SampleProcess.RunAsync("--Policy", Repository.PathOf("tests/LoginVerification.Exploration.Tests/Policies/guessed-without-end.json"));

        Assert.Equal((1, ""), (exit, output));
        Assert.Contains("It is there to be explored, and no host starts with it", Assert.Single(error.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_told_with_the_setting()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();

        var (exit, output, error) = await SampleProcess.RunAsync("--Policy", "consistent", "--Urls", $"http://{other.LocalEndpoint}");

        Assert.Equal((1, ""), (exit, output));
        Assert.StartsWith($"Urls is \"http://{other.LocalEndpoint}/\"", error, StringComparison.Ordinal);
        Assert.Contains("Give an address whose port is free", Assert.Single(error.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("consistent", "no folder", "Name a folder that can be written to.")]
    [InlineData("consistent/code.key", "cut off", "Name another folder, or delete this one to begin anew.")]
    [InlineData("consistent/sample.db", "this is no database, whoever looks at it, and it is long enough to be looked at", "Name another folder, or delete this one to begin anew.")]
    [InlineData("consistent/enrolments.db", "this is no database, whoever looks at it, and it is long enough to be looked at", "Name another folder, or delete this one to begin anew.")]
    public async Task A_folder_that_cannot_be_used_is_told_with_the_setting(string file, string content, string told)
    {
        var (exit, _, error) = await SampleProcess.RunInAsync(
            folder =>
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, file))!);
                File.WriteAllText(Path.Combine(folder, file), content);
            },
            "--Policy", "consistent", "--Urls", "http://127.0.0.1:0");

        Assert.Equal(1, exit);
        Assert.StartsWith("Data ", error, StringComparison.Ordinal);
        Assert.EndsWith(told, Assert.Single(error.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_policy_file_with_mistakes_is_told_with_each_of_them()
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.json");
        await File.WriteAllTextAsync(file, """{ "name": "x", "surfaces": [ { "name": "web", "home": "nowhere", "screens": [] } ], "unknown": 1 }""");
        try
        {
            var (exit, output, error) = await SampleProcess.RunAsync("--Policy", file);

            Assert.Equal((1, ""), (exit, output));
            Assert.StartsWith($"Policy is \"{file}\". The policy is not valid:", error, StringComparison.Ordinal);
            Assert.Contains("unknown", error, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task A_database_that_does_not_answer_is_told()
    {
        var (exit, _, error) = await SampleProcess.RunAsync("--Policy", "consistent", "--Store", "PostgreSql", "--ConnectionStrings:LoginVerification", "Host=127.0.0.1;Port=1;Username=nobody;Database=none");

        Assert.Equal(1, exit);
        Assert.StartsWith("ConnectionStrings:LoginVerification leads to no database that can be used: ", Assert.Single(error.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.Contains("Write it as \"Host=localhost;Username=app;Database=app\"", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_policy_of_ones_own_is_served_alone()
    {
        await using var sample = await SampleProcess.StartAsync("--Policy", Repository.PathOf("policies/consistent.json"), "--Urls", "http://127.0.0.1:0");

        Assert.Equal(["consistent"], sample.Addresses.Keys);
    }
}
