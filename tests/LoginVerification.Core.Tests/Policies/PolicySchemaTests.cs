namespace LoginVerification.Tests.Policies;

/// <summary>To write the file anew: <c>REGENERATE=1 dotnet test tests/LoginVerification.Core.Tests --filter FullyQualifiedName~Policies</c>.</summary>
public sealed class PolicySchemaTests
{
    [Fact]
    public void The_schema_file_is_what_the_types_export()
    {
        var (file, exported) = (Repository.PathOf("policies/policy.schema.json"), PolicySchemaExport.Export());
        if (Environment.GetEnvironmentVariable("REGENERATE") == "1")
            File.WriteAllText(file, exported);
        Assert.True(File.ReadAllText(file) == exported, "policies/policy.schema.json is out of date: set REGENERATE=1 and run the tests of Policies.");
    }

    [Fact]
    public void The_library_carries_the_file() => Assert.Equal(File.ReadAllText(Repository.PathOf("policies/policy.schema.json")), PolicyFile.Schema);
}
