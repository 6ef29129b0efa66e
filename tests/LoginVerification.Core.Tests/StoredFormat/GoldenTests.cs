using System.Text.RegularExpressions;

namespace LoginVerification.Tests;

/// <summary>What was stored once loads for ever.</summary>
public sealed partial class GoldenTests
{
    private const string ErasureFile = "Erasure.v1.json";

    public static TheoryData<string> Events => [.. GoldenEvents.ByName.Keys];

    public static TheoryData<string> Enrolments => [.. GoldenEnrolments.ByVariant.Keys];

    /// <summary>Those of the version that this release writes.</summary>
    public static TheoryData<string> Written => [.. GoldenEnrolments.ByVariant.Keys.Where(variant => variant.StartsWith("v3.", StringComparison.Ordinal))];

    public static TheoryData<string> Files => [.. GoldenFiles.Paths];

    [Theory]
    [MemberData(nameof(Events))]
    public void An_event_loads_as_what_it_said(string name) =>
        Assert.Equal(GoldenEvents.ByName[name], StoredFormat.ReadEvent(GoldenFiles.Text(EventFile(name))));

    [Theory]
    [MemberData(nameof(Enrolments))]
    public void A_snapshot_loads_beside_its_last_event_as_what_it_said(string variant)
    {
        Assert.Equal(GoldenEnrolments.ByVariant[variant].Enrolment, StoredFormat.ReadEnrolment(GoldenFiles.Text(SnapshotFile(variant)), GoldenFiles.Text(LastEventFile(variant))));
        Assert.Equal(GoldenEnrolments.ByVariant[variant].Last, StoredFormat.ReadEvent(GoldenFiles.Text(LastEventFile(variant))));
    }

    [Theory]
    [MemberData(nameof(Events))]
    public void An_event_is_written_as_it_was(string name) => Assert.Equal(GoldenFiles.Stored(EventFile(name)), Stored.Text(GoldenEvents.ByName[name]));

    [Theory]
    [MemberData(nameof(Written))]
    public void A_save_is_written_as_it_was(string variant)
    {
        var saved = Stored.Save(GoldenEnrolments.ByVariant[variant].Enrolment, GoldenEnrolments.ByVariant[variant].Last);

        Assert.Equal(GoldenFiles.Stored(SnapshotFile(variant)), saved.Snapshot);
        Assert.Equal(GoldenFiles.Stored(LastEventFile(variant)), Assert.Single(saved.Events));
    }

    [Fact]
    public void What_an_erasure_left_loads_as_what_it_said_and_is_written_as_it_was()
    {
        Assert.Equal(GoldenEvents.Erasure, StoredFormat.ReadErasure(GoldenFiles.Text(ErasureFile)));
        Assert.Equal(GoldenFiles.Stored(ErasureFile), StoredFormat.WriteErasure(GoldenEvents.Erasure));
    }

    [Fact]
    public void Every_file_is_loaded_by_these_tests() => Assert.Equal(
        GoldenEnrolments.ByVariant.Keys.SelectMany(variant => new[] { SnapshotFile(variant), LastEventFile(variant) }).Concat(GoldenEvents.ByName.Keys.Select(EventFile)).Append(ErasureFile).Order(StringComparer.Ordinal),
        GoldenFiles.Paths);

    [Fact]
    public void Every_version_of_every_type_and_every_state_has_a_file()
    {
        var versions = GoldenFiles.Paths.Select(path => string.Join('.', path.Split('.')[..2])).Distinct();
        Assert.Equal(Rows(StoredVersions.Snapshots).Concat(Rows(StoredVersions.Events)).Concat(Rows(StoredVersions.Erasures)).Order(StringComparer.Ordinal), versions);
        Assert.Equal(Enum.GetValues<LifecycleTrigger>(), GoldenEvents.ByName.Values.Select(happened => happened.Trigger).Distinct().Order());
        Assert.Equal(Enum.GetValues<EnrolmentState>(), GoldenEnrolments.ByVariant.Values.Select(save => save.Enrolment.State).Distinct().Order());
        Assert.Equal(Enum.GetValues<SignInState>(), GoldenEnrolments.ByVariant.Values.Select(save => save.Enrolment.SignInState).Distinct().Order());
    }

    [Fact]
    public void A_file_that_was_there_once_stays_as_it_was()
    {
        foreach (var (path, sum) in GoldenFiles.Sums)
        {
            Assert.True(
                GoldenFiles.Paths.Contains(path) && GoldenFiles.Sum(path) == sum,
                $"Golden/{path} was changed or is gone. What was stored loads for ever: restore the file, and add one of the next version beside it.");
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

    private static IEnumerable<string> Rows<T>(StoredTable<T> table) => table.Rows.Select(row => $"{row.Type}.v{row.Version}");

    private static string EventFile(string name) => name.Split('.') is [var type, var variant] ? $"{type}.v1.{variant}.json" : $"{name}.v1.json";

    private static string SnapshotFile(string variant) => $"Enrolment.{variant}.json";

    private static string LastEventFile(string variant) => $"Enrolment.{variant}.last-event.json";

    [GeneratedRegex(@"\+\d+")]
    private static partial Regex Number();
}
