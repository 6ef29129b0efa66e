using LoginVerification.Exploration.Tests.Support;

namespace LoginVerification.Exploration.Tests.Tables;

/// <summary>A shape stands for its example and nothing else, so that what is asked of the example is said of the shape.</summary>
public class ShapeRoundTripTests
{
    public static TheoryData<string, int, int, int, int, int, int> Rows()
    {
        var rows = new TheoryData<string, int, int, int, int, int, int>();
        foreach (var policy in new[] { "consistent", "twitter-2014", "twitter-2014-web-takes-code" })
        {
            rows.Add(policy, 2, 1, 1, 2, 2, 2);
            rows.Add(policy, 1, 2, 2, 5, 3, 4);
            rows.Add(policy, 1, 3, 1, 3, 5, 20);
            rows.Add(policy, 2, 1, 1, 1, 1, 1);
            rows.Add(policy, 2, 2, 1, 2, 1, 2);
            rows.Add(policy, 2, 1, 2, 2, 2, 3);
        }

        rows.Add("removed-phone-cools-down", 1, 1, 1, 2, 2, 2);
        return rows;
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void The_example_of_a_shape_has_that_shape(string policy, int numbers, int wrongTries, int everyFailures, int finalFailures, int perNumber, int perAccount)
    {
        var table = Scales.TableOf(policy, new ExplorationScale
        {
            Numbers = numbers,
            WrongTries = wrongTries,
            EveryFailures = everyFailures,
            FinalFailures = finalFailures,
            SendsPerNumber = perNumber,
            SendsPerAccount = perAccount,
        });

        var strays = table.ShapeIds.Where(shape => table.Space.Of(table.ExampleOf(shape), SampleNumbers.All) != table[shape]).Select(shape => table[shape]).ToList();

        Assert.True(strays.Count == 0, $"{strays.Count} of {table.Shapes.Length} shapes, the first: {(strays.Count > 0 ? strays[0] : default)}");
    }
}
