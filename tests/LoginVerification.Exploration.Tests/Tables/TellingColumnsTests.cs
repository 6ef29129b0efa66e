using LoginVerification.Exploration.Tests.Support;

namespace LoginVerification.Exploration.Tests.Tables;

/// <summary>What is chosen at a sample's scale is right at the scale of the verdicts.</summary>
public class TellingColumnsTests
{
    [Theory]
    [InlineData("consistent")]
    [InlineData("twitter-2014")]
    [InlineData("twitter-2014-web-takes-code")]
    public void A_dropped_column_says_nothing_that_a_kept_one_does_not(string policy)
    {
        var (document, scale) = Scales.Of(policy);
        var kept = Columns.For(document, scale.Numbers).Select(input => input.Name).ToHashSet();
        var whole = Scales.WholeTableOf(policy);
        var columns = whole.Inputs.Index().ToDictionary(input => input.Item.Name, input => input.Index);
        var dropped = whole.Inputs.Where(input => !kept.Contains(input.Name)).ToList();

        Assert.NotEmpty(dropped);
        Assert.All(dropped, input =>
        {
            var ofFirst = input with { Number = Slot.First };
            var favourable = input with { Adverse = null };
            var standIn = input.Number is Slot.Second && !kept.Contains(favourable.Name) ? ofFirst : favourable;
            Assert.NotEqual(input.Name, standIn.Name);
            Assert.Equal([], Differences(whole, columns[standIn.Name], columns[input.Name]));
        });
    }

    [Theory]
    [InlineData("consistent")]
    [InlineData("twitter-2014")]
    [InlineData("twitter-2014-web-takes-code")]
    public void A_command_needs_what_its_answer_depends_on(string policy)
    {
        var (document, scale) = Scales.Of(policy);
        var whole = Scales.WholeTableOf(policy);
        var columns = whole.Inputs.Index().ToDictionary(input => input.Item.Name, input => input.Index);

        bool DependsOn(Input input, AdverseFactKind kind) => whole.Inputs
            .Where(other => other.Family == input.Family && other.Number is null or Slot.First && other.Adverse?.Kind == kind)
            .Any(other => Differences(whole, columns[(other with { Adverse = null }).Name], columns[other.Name]).Any());

        Assert.All(Columns.For(document, scale.Numbers).Where(input => input.Command is UserCommand && input.Adverse is null), input =>
        {
            Assert.Equal(DependsOn(input, AdverseFactKind.Device) ? true : null, input.NeedsDevice);
            Assert.Equal(DependsOn(input, AdverseFactKind.Code), input.NeedsMessage);
        });
    }

    private static IEnumerable<Shape> Differences(DecisionTable table, int left, int right) =>
        Enumerable.Range(0, table.Shapes.Length)
            .Where(shape => table[shape, left] != Cell.Empty && table[shape, right] != Cell.Empty && table[shape, left] != table[shape, right])
            .Select(shape => table.Shapes[shape]).Take(1);
}
