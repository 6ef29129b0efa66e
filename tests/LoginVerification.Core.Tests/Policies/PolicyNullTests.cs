using System.Reflection;
using System.Text.Json;

namespace LoginVerification.Tests.Policies;

/// <summary>The compiler only warns of null in a policy that is written in C#. Freezing it names each place.</summary>
public sealed class PolicyNullTests
{
    public static TheoryData<string> Required => [.. Places(Sample()).Select(place => place.Path)];

    [Theory]
    [MemberData(nameof(Required))]
    public void A_null_is_named_by_its_place(string path)
    {
        var policy = Sample();
        Places(policy).Single(place => place.Path == path).Break();

        Assert.Equal([path], PathsOf(policy));
    }

    [Fact]
    public void Each_part_of_a_policy_is_such_a_place() => Assert.All(
        [
            "$.name", "$.description", "$.surfaces", "$.surfaces[0]", "$.surfaces[0].home", "$.surfaces[0].screens[0].actions[0]", "$.surfaces[0].screens[0].links[0].to",
            "$.rules", "$.rules[0].actions", "$.rules[0].surfaces", "$.rules[0].countries", "$.rules[0].carriers", "$.rules[0].lineTypes", "$.rules[0].channels",
            "$.code", "$.sending", "$.lock", "$.signIn", "$.channelChanges",
        ],
        path => Assert.Contains(Places(Sample()), place => place.Path == path));

    [Fact]
    public void All_of_them_are_told_at_once_with_those_inside_selections_and_dictionaries()
    {
        var rule = Sample().Rules[0] with
        {
            Countries = Selection.Except<CountryCode>(CountryCode.Parse("GB"), null!),
            Carriers = new Dictionary<string, Selection<Carrier>> { ["IL"] = null!, ["US"] = Selection.Only<Carrier>([null!]) },
        };
        Assert.Equal(
            ["$.rules[0].countries.except[1]", "$.rules[0].carriers['IL']", "$.rules[0].carriers['US'].only[0]", "$.rules[1]", "$.sending", "$.signIn"],
            PathsOf(Sample() with { Rules = [rule, null!], Sending = null!, SignIn = null! }));
    }

    [Fact]
    public void A_builder_names_a_null_as_well()
    {
        var thrown = Assert.Throws<PolicyInvalidException>(PolicyBuilder.Named(null!).Surface("web", "home", web => web.Screen(null!, _ => { })).With(d => d with { Sending = null! }).Freeze);

        Assert.Equal(["$.name", "$.surfaces[0].screens[0].name", "$.sending"], thrown.Errors.Select(error => error.Path));
        Assert.Equal(["Here is null. Give a value.", "Here is null. Give a value.", "Here is null. Give a value, or leave it out for its default."], thrown.Errors.Select(error => error.Message));
        Assert.Throws<ArgumentException>(() => PolicyBuilder.Named("none").With(_ => null!));
        Assert.Throws<ArgumentNullException>(() => PolicyBuilder.Named("none").Rule("rule", rule => rule.For(null!)));
        Assert.Throws<ArgumentNullException>(() => PolicyBuilder.Named("none").Rule("rule", rule => rule.On(null!)));
        Assert.Throws<ArgumentNullException>(() => Selection.Except<LineType>(null!));
        Assert.Throws<ArgumentNullException>(() => ScreenCondition.In(null!));
    }

    private static IEnumerable<string> PathsOf(PolicyDocument policy) =>
        Assert.Throws<PolicyInvalidException>(() => EnrolmentPolicy.Create(policy)).Errors.Select(error => error.Path);

    private static PolicyDocument Sample() => PolicyBuilder.Named("nulls")
        .Surface("web", "home", web => web.Screen("home", home => home
            .Offers(EnrolmentAction.SubmitPhone, when: ScreenCondition.In(EnrolmentState.NoPhone))
            .Links("home", "again")))
        .Rule("rule", rule => rule.For(EnrolmentAction.SubmitPhone).LineTypes(Selection.Except(LineType.Pager)))
        .Build();

    /// <summary>Each property that is a reference and not marked as one that can be null, and each item of a list, found in the records themselves.</summary>
    private static IEnumerable<(string Path, Action Break)> Places(object record, string path = "$")
    {
        foreach (var property in record.GetType().GetProperties().Where(property => property is { CanWrite: true, PropertyType.IsValueType: false }))
        {
            var place = $"{path}.{JsonNamingPolicy.CamelCase.ConvertName(property.Name)}";
            if (new NullabilityInfoContext().Create(property).WriteState is NullabilityState.NotNull)
                yield return (place, () => property.SetValue(record, null));
            if (property.GetValue(record) is IEnumerable<object> items && property.PropertyType.GetGenericArguments() is [var item])
            {
                yield return ($"{place}[0]", () => property.SetValue(record, Array.CreateInstance(item, 1)));
                foreach (var inner in items.SelectMany((part, index) => Places(part, $"{place}[{index}]")))
                    yield return inner;
            }
        }
    }
}
