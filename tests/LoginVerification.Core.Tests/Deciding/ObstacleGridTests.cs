namespace LoginVerification.Tests;

public sealed class ObstacleGridTests
{
    private static readonly Explainer Explainer = new(TestPolicies.Default);

    [Theory]
    [MemberData(nameof(ObstacleGrid.Rows), MemberType = typeof(ObstacleGrid))]
    public void An_obstacle_stops_the_commands_of_the_grid_and_no_others(string row) =>
        Assert.Equal(
            ObstacleGrid.Table.Columns.Select(column => $"{column}: {ObstacleGrid.Table[row, column]}"),
            ObstacleGrid.Table.Columns.Select(column => $"{column}: {string.Join(", or ", Decide(row, column).Select(decision => decision.Refusal?.Code.ToString() ?? "yes").Distinct())}"));

    [Fact]
    public void Every_user_command_has_a_column() =>
        Assert.Equal(
            Enum.GetValues<EnrolmentAction>(),
            ObstacleGrid.Table.Columns.Select(column => ((UserCommand)ObstacleGrid.Case(column).Command).Action).Distinct());

    /// <summary>A wrong code is the one "no" that counts.</summary>
    [Theory]
    [MemberData(nameof(ObstacleGrid.Rows), MemberType = typeof(ObstacleGrid))]
    public void A_refusal_has_no_events_unless_it_counts(string row) =>
        Assert.All(ObstacleGrid.Table.Columns.SelectMany(column => Decide(row, column)).Where(decision => decision.Refusal is not null), decision =>
            Assert.Equal(decision.Refusal!.Code == RefusalCode.WrongCode ? 1 : 0, decision.Events.Count));

    /// <summary>Whoever is locked, limited or at risk is never shown a way around it.</summary>
    [Theory]
    [MemberData(nameof(ObstacleGrid.Rows), MemberType = typeof(ObstacleGrid))]
    public void No_refusal_by_lock_limit_or_risk_names_a_surface_or_a_number(string row) =>
        Assert.All(ObstacleGrid.Table.Columns.SelectMany(column => Decide(row, column)).Where(decision => decision.Refusal is { } refusal && Guards(refusal.Code)), decision =>
        {
            Assert.NotEmpty(decision.Refusal!.WaysOut);
            Assert.DoesNotContain(decision.Refusal.WaysOut, way => way is WayOut.Act);
        });

    internal static bool Guards(RefusalCode code) => code is RefusalCode.Locked or RefusalCode.LockedUntilUnlock or RefusalCode.ResendTooSoon
        or RefusalCode.SendLimitReached or RefusalCode.SendsHeldBack or RefusalCode.ChangedTooOften or RefusalCode.CoolingDown;

    /// <summary>The answer on each snapshot of the column.</summary>
    private static IEnumerable<Decision> Decide(string row, string column)
    {
        var benign = ObstacleGrid.Case(column);
        return ObstacleGrid.Starts(column).Select(start =>
            Explainer.Decide(ObstacleGrid.Enrolment(row, start), ObstacleGrid.Command(row, benign.Command), ObstacleGrid.Facts(row, benign.Facts)));
    }
}
