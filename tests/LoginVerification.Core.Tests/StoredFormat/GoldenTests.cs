using System.Text.RegularExpressions;

namespace LoginVerification.Tests;

/// <summary>What was stored once loads for ever.</summary>
public sealed partial class GoldenTests
{
    public static TheoryData<string> Events => [.. GoldenEvents.ByName.Keys];

    public static TheoryData<string> Enrolments => [.. GoldenEnrolments.ByName.Keys];

    public static TheoryData<string> Files => [.. GoldenFiles.Paths];

    [Theory]
    [MemberData(nameof(Events))]
    public void An_event_loads_as_what_it_said(string name) =>
        Assert.Equal(GoldenEvents.ByName[name], StoredFormat.ReadEvent(GoldenFiles.Text($"v1/event-{name}.json")));

    [Theory]
    [MemberData(nameof(Enrolments))]
    public void A_snapshot_loads_as_what_it_said(string name) =>
        Assert.Equal(GoldenEnrolments.ByName[name], StoredFormat.ReadEnrolment(GoldenFiles.Text($"v1/enrolment-{name}.json")));

    [Theory]
    [MemberData(nameof(Events))]
    public void An_event_is_written_as_it_was(string name) =>
        Assert.Equal(GoldenFiles.Stored($"v1/event-{name}.json"), StoredFormat.Write(GoldenEvents.ByName[name]));

    [Theory]
    [MemberData(nameof(Enrolments))]
    public void A_snapshot_is_written_as_it_was(string name) =>
        Assert.Equal(GoldenFiles.Stored($"v1/enrolment-{name}.json"), StoredFormat.Write(GoldenEnrolments.ByName[name]));

    [Fact]
    public void Every_file_is_loaded_by_these_tests() => Assert.Equal(
        GoldenEnrolments.ByName.Keys.Select(name => $"v1/enrolment-{name}.json").Concat(GoldenEvents.ByName.Keys.Select(name => $"v1/event-{name}.json")).Order(StringComparer.Ordinal),
        GoldenFiles.Paths);

    [Fact]
    public void Every_kind_of_event_and_every_state_has_a_file()
    {
        Assert.Equal(Enum.GetValues<LifecycleTrigger>(), GoldenEvents.ByName.Values.Select(happened => happened.Trigger).Distinct().Order());
        Assert.Equal(Enum.GetValues<EnrolmentState>(), GoldenEnrolments.ByName.Values.Select(enrolment => enrolment.State).Distinct().Order());
    }

    [Fact]
    public void A_file_that_was_there_once_stays_as_it_was()
    {
        foreach (var (path, sum) in GoldenFiles.Sums)
        {
            Assert.True(
                GoldenFiles.Paths.Contains(path) && GoldenFiles.Sum(path) == sum,
                $"Golden/{path} was changed or is gone. What was stored loads for ever: restore the file, and add v2 beside it.");
        }
    }

    [Fact]
    public void A_file_that_is_new_is_put_under_protection() => Assert.All(GoldenFiles.Paths, path => Assert.True(
        GoldenFiles.Sums.ContainsKey(path),
        $"Golden/{path} is not in SHA256SUMS. Append the line that `sha256sum {path}` prints in the folder Golden."));

    [Theory]
    [MemberData(nameof(Files))]
    public void Nobody_owns_the_numbers_in_a_file(string path) => Assert.All(
        Number().Matches(GoldenFiles.Text(path)).Select(match => match.Value),
        number => Assert.Matches(@"^\+(447700900\d{3}|1\d{3}55501\d{2})$", number));

    [GeneratedRegex(@"\+\d+")]
    private static partial Regex Number();
}
