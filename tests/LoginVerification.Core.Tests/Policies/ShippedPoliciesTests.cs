namespace LoginVerification.Tests.Policies;

public sealed class ShippedPoliciesTests
{
    public static TheoryData<string> Names => [.. ShippedPolicies.Names];

    [Theory, MemberData(nameof(Names))]
    public void A_shipped_policy_loads_under_its_name(string name) => Assert.Equal(name, ShippedPolicies.Load(name).Name);

    [Theory, MemberData(nameof(Names))]
    public void A_shipped_file_comes_back_unchanged_through_reading_and_writing(string name)
    {
        var text = File.ReadAllText(Repository.PathOf($"policies/{name}.json"));
        var reading = PolicyFile.Read(text);
        Assert.Empty(reading.Errors);
        if (Environment.GetEnvironmentVariable("REGENERATE") == "1")
            File.WriteAllText(Repository.PathOf($"policies/{name}.json"), PolicyFile.Write(reading.Document!));
        else
            Assert.Equal(text, PolicyFile.Write(reading.Document!));
    }

    [Fact]
    public void Every_file_in_the_folder_is_shipped() => Assert.Equal(
        Directory.GetFiles(Repository.PathOf("policies")).Select(Path.GetFileNameWithoutExtension).Where(name => name != "policy.schema").Order(),
        ShippedPolicies.Names.Order());

    [Fact]
    public void An_unknown_name_is_refused_with_the_names_that_are_shipped()
    {
        var error = Assert.Throws<ArgumentException>(() => ShippedPolicies.Load("consistant"));
        Assert.Contains("Did you mean \"consistent\"?", error.Message, StringComparison.Ordinal);
        Assert.All(ShippedPolicies.Names, name => Assert.Contains(name, error.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_shipped_policy_is_read_once() => Assert.Same(ShippedPolicies.Consistent, ShippedPolicies.Load("consistent"));
}
