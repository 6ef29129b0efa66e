using System.Collections;
using System.Reflection;

namespace LoginVerification.Tests;

/// <summary>
/// Nothing of the domain is left out of the store: the samples fill every property of every type, which reflection proves, and each
/// sample comes back equal. A property that is new fails the first test until a sample fills it, and then the second until it is stored.
/// </summary>
public sealed class StoredCompletenessTests
{
    private static readonly Enrolment Filled = Samples.Filled(AccountId.Parse("alice"), 42);

    public static TheoryData<int> Events => [.. Enumerable.Range(0, Samples.Events.Count)];

    [Fact]
    public void Every_property_of_every_stored_type_is_filled_by_a_sample()
    {
        var (known, filled) = (new HashSet<(Type, string)>(), new HashSet<(Type, string)>());
        foreach (var sample in Samples.Events.Append<object>(Filled).Append(Samples.Erasure))
            Walk(sample, known, filled);

        Assert.Empty(known.Except(filled).Select(left => $"{left.Item1.Name}.{left.Item2}: give it a value in Samples, and store it"));
    }

    [Fact]
    public void Every_kind_of_event_has_a_sample() => Assert.Equal(
        typeof(EnrolmentEvent).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(EnrolmentEvent)) && !type.IsAbstract).Select(type => type.Name).Order(),
        Samples.Events.Select(happened => happened.GetType().Name).Distinct().Order());

    [Theory]
    [MemberData(nameof(Events))]
    public void Every_sample_of_an_event_comes_back(int which) =>
        Assert.Equal(Samples.Events[which], StoredFormat.ReadEvent(Stored.Text(Samples.Events[which])));

    [Fact]
    public void What_an_erasure_left_comes_back() => Assert.Equal(Samples.Erasure, StoredFormat.ReadErasure(StoredFormat.WriteErasure(Samples.Erasure)));

    [Fact]
    public void The_filled_snapshot_comes_back() => Assert.Equal(Filled, Stored.Again(Filled));

    private static void Walk(object value, HashSet<(Type, string)> known, HashSet<(Type, string)> filled)
    {
        if (value is IEnumerable items)
        {
            foreach (var item in items)
                Walk(item, known, filled);
            return;
        }

        foreach (var property in value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.SetMethod is { IsPublic: true }))
        {
            known.Add((property.DeclaringType!, property.Name));
            var content = property.GetValue(value);
            if (content is null || IsUsual(content))
                continue;
            filled.Add((property.DeclaringType!, property.Name));
            if (content.GetType().Assembly == typeof(Enrolment).Assembly)
                Walk(content, known, filled);
        }
    }

    private static bool IsUsual(object content) => content switch
    {
        IEnumerable items => !items.GetEnumerator().MoveNext(),
        ValueType => content.Equals(Activator.CreateInstance(content.GetType())),
        _ => false,
    };
}
