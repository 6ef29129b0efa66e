using System.Security.Cryptography;
using System.Text.Json;

namespace LoginVerification.Cli.Tests;

public class ProvenanceTests
{
    public static TheoryData<string> Verbs => ["explore", "routes --country IL", "matrix --countries IL", "chances --country IL", "repair --property NoTrap"];

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task An_answer_says_which_version_gave_it_and_for_which_rules(string verb)
    {
        var digest = $"sha256:{Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(Repository.PathOf("policies/twitter-2014.json"))))}";

        var told = await Tool.RunAsync([.. verb.Split(' '), "--policy", "twitter-2014"]);
        var written = await Tool.RunAsync([.. verb.Split(' '), "--policy", "twitter-2014", "--json"]);

        Assert.Equal($"login-verification 0.1.0, policy {digest}", told.Output.TrimEnd().Split('\n')[^1].TrimEnd());
        Assert.Equal(("0.1.0", digest), (Text(written, "version"), Text(written, "policyDigest")));
    }

    [Fact]
    public async Task A_difference_says_it_of_both()
    {
        var told = await Tool.RunAsync("diff", "twitter-2014", "twitter-2014-web-takes-code");
        var written = await Tool.RunAsync("diff", "twitter-2014", "twitter-2014-web-takes-code", "--json");
        var (left, right) = (PolicyFile.Digest(ShippedPolicies.Twitter2014.Document), PolicyFile.Digest(ShippedPolicies.Twitter2014WebTakesCode.Document));

        Assert.Equal($"login-verification 0.1.0, policy {left} and {right}", told.Output.TrimEnd().Split('\n')[^1].TrimEnd());
        Assert.Equal(("0.1.0", left, right), (Text(written, "version"), Text(written, "leftDigest"), Text(written, "rightDigest")));
    }

    [Fact]
    public void Rules_have_one_digest_however_they_are_laid_out_and_others_have_another()
    {
        var text = PolicyFile.Write(Remade.Twitter2014);
        var onOneLine = JsonSerializer.Serialize(JsonDocument.Parse(text));

        Assert.Equal(PolicyFile.Digest(Remade.Twitter2014), PolicyFile.Digest(PolicyFile.Read(onOneLine).Document!));
        Assert.NotEqual(PolicyFile.Digest(Remade.Twitter2014), PolicyFile.Digest(Remade.Twitter2014 with { AccountsPerNumber = 9 }));
    }

    private static string? Text(Answer answer, string key) => answer.Json.GetProperty(key).GetString();
}
