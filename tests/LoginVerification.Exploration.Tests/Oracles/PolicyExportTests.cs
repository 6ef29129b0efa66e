namespace LoginVerification.Exploration.Tests.Oracles;

/// <summary>What all exports have in common.</summary>
public class PolicyExportTests
{
    public static TheoryData<ExportFormat> Formats => [.. Enum.GetValues<ExportFormat>()];

    [Theory]
    [MemberData(nameof(Formats))]
    public void Is_the_same_every_time_and_on_every_system(ExportFormat format)
    {
        var text = Export.Text(ShippedPolicies.Twitter2014, format);

        Assert.Equal(text, Export.Text(EnrolmentPolicy.Create(ShippedPolicies.Twitter2014.Document), format));
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', text);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Can_be_ended(ExportFormat format) => Assert.Throws<OperationCanceledException>(
        () => PolicyExport.Write(ShippedPolicies.Twitter2014, format, TextWriter.Null, cancellationToken: new CancellationToken(canceled: true)));

    [Fact]
    public void Refuses_bounds_that_contradict_each_other() => Assert.Throws<ArgumentException>(
        () => PolicyExport.Write(ShippedPolicies.Twitter2014, ExportFormat.Dot, TextWriter.Null, new ExplorationScale { EveryFailures = 3, FinalFailures = 2 }));

    /// <summary>The models rely on it.</summary>
    [Theory]
    [MemberData(nameof(Policies.Shipped), MemberType = typeof(Policies))]
    public void Whether_an_input_sends_a_code_or_is_a_no_that_counts_does_not_depend_on_the_shape(string name)
    {
        var table = Export.GraphOf(ShippedPolicies.Load(name)).Model.Table;

        Assert.All(table.Columns, column =>
            Assert.True(table.ShapeIds.Select(shape => table[shape, column]).Where(cell => cell.Happens).DistinctBy(cell => (cell.SendsCode, cell.Refusal is null)).Count() <= 1));
    }
}
