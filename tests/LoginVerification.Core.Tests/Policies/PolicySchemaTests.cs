namespace LoginVerification.Tests.Policies;

/// <summary>To write the file anew: <c>REGENERATE=1 dotnet test tests/LoginVerification.Core.Tests --filter FullyQualifiedName~PolicySchema</c>. The build that follows embeds it.</summary>
public sealed class PolicySchemaTests
{
    [Fact]
    public void The_schema_file_is_what_the_types_export()
    {
        var (file, exported) = (Repository.PathOf("policies/policy.schema.json"), PolicySchemaExport.Export());
        if (Environment.GetEnvironmentVariable("REGENERATE") == "1")
            File.WriteAllText(file, exported);
        Assert.True(File.ReadAllText(file) == exported, "policies/policy.schema.json is out of date: run this test with REGENERATE=1, and build again.");
    }

    [Fact]
    public void The_library_carries_the_file() => Assert.Equal(File.ReadAllText(Repository.PathOf("policies/policy.schema.json")), PolicyFile.Schema);
}
