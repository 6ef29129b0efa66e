using System.Reflection;
using System.Text.Json.Nodes;

namespace LoginVerification.Tests;

public sealed class SourcesTests
{
    public static TheoryData<string> Settings => [.. All.OfType<RefusalSource.Setting>().Select(setting => setting.Path)];

    private static IEnumerable<RefusalSource> All =>
        typeof(Sources).GetFields(BindingFlags.Public | BindingFlags.Static).Select(source => (RefusalSource)source.GetValue(null)!);

    [Theory]
    [MemberData(nameof(Settings))]
    public void A_setting_is_named_by_its_path_in_a_policy_file(string path)
    {
        var place = path.Split('.').Aggregate(JsonNode.Parse(PolicyFile.Schema), (at, key) => at?["properties"]?[key]);
        Assert.NotNull(place?["description"]);
    }

    [Fact]
    public void A_port_is_named_by_its_interface() => Assert.All(
        All.OfType<RefusalSource.Port>(),
        port => Assert.NotNull(typeof(IEnrolmentStore).Assembly.GetType($"{typeof(IEnrolmentStore).Namespace}.{port.Name}")));

    [Fact]
    public void There_is_a_source_of_each_kind_that_no_policy_names() => Assert.Equal(
        [typeof(RefusalSource.Lifecycle), typeof(RefusalSource.Port), typeof(RefusalSource.Request), typeof(RefusalSource.Setting), typeof(RefusalSource.Withheld)],
        All.Select(source => source.GetType()).Distinct().OrderBy(kind => kind.Name));

    [Fact]
    public void No_two_sources_are_alike() => Assert.Equal(All.Count(), All.Distinct().Count());
}
