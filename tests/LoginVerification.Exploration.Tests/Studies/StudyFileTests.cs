using Microsoft.Extensions.DependencyInjection;

namespace LoginVerification.Exploration.Tests.Studies;

/// <summary>The files of the studies, and what they owe their readers.</summary>
public sealed class StudyFileTests
{
    private const string Folder = "policies/studies";

    public static TheoryData<string> Names => [.. PolicyStudies.Names];

    [Fact]
    public void Every_file_in_the_folder_is_a_study_and_no_name_is_that_of_a_shipped_policy()
    {
        Assert.Equal(Repository.Files(Folder, "*.json").Select(Path.GetFileNameWithoutExtension), PolicyStudies.Names);
        Assert.Empty(PolicyStudies.Names.Intersect(ShippedPolicies.Names));
    }

    [Theory, MemberData(nameof(Names))]
    public void A_study_loads_under_its_name_without_a_warning_and_comes_back_unchanged_through_reading_and_writing(string name)
    {
        var file = $"{Folder}/{name}.json";
        var text = Repository.Read(file);
        var reading = PolicyFile.Read(text);

        Assert.Empty(reading.Errors);
        Assert.Empty(reading.Warnings);
        Assert.Equal(name, PolicyStudies.Load(name).Name);
        var written = PolicyFile.Write(reading.Document!).Replace("\"./policy.schema.json\"", "\"../policy.schema.json\"", StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable("REGENERATE") == "1")
            File.WriteAllText(Repository.PathOf(file), written);
        else
            Assert.Equal(text, written);
    }

    [Theory, MemberData(nameof(Names))]
    public void A_study_tells_its_sources_and_what_it_only_approximates(string name)
    {
        var description = PolicyStudies.Load(name).Document.Description;

        Assert.Contains(" Sources: ", description, StringComparison.Ordinal);
        Assert.Contains(" Only approximated: ", description, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_name_is_refused_with_the_names_that_there_are()
    {
        var error = Assert.Throws<ArgumentException>(() => PolicyStudies.Load("gitlap"));

        Assert.Contains("Did you mean \"gitlab\"?", error.Message, StringComparison.Ordinal);
        Assert.All(PolicyStudies.Names, name => Assert.Contains(name, error.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("aspnet-core-identity")]
    [InlineData("cognito-at-once")]
    public void A_study_in_which_protection_ends_silently_does_not_start_in_a_host(string name)
    {
        var services = new ServiceCollection();
        services.AddLoginVerification(o =>
        {
            o.SmsHost = "example.com";
            o.CodeKeys["1"] = new byte[32];
        }).UsePolicy(PolicyStudies.Load(name)).UseInMemoryStore().UseConsole("Development");
        using var provider = services.BuildServiceProvider();

        var error = Assert.ThrowsAny<Exception>(provider.GetRequiredService<IEnrolmentService>);

        Assert.Contains($"The policy \"{name}\" is for research", error.Message, StringComparison.Ordinal);
    }
}
