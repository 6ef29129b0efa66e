namespace LoginVerification.Tests;

public sealed class SignInObstacleGridTests
{
    private static readonly Explainer Explainer = new(TestPolicies.Default);

    [Theory]
    [MemberData(nameof(SignInObstacleGrid.Rows), MemberType = typeof(SignInObstacleGrid))]
    public void An_obstacle_stops_the_commands_of_the_grid_and_no_others(string row) =>
        Assert.Equal(
            SignInObstacleGrid.Table.Columns.Select(column => $"{column}: {SignInObstacleGrid.Table[row, column]}"),
            SignInObstacleGrid.Table.Columns.Select(column => $"{column}: {Decide(row, column).Refusal?.Code.ToString() ?? "yes"}"));

    [Fact]
    public void Every_command_at_sign_in_has_a_column() =>
        Assert.Equal(
            typeof(SignInCommand).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(SignInCommand))).Select(type => type.Name).Order(),
            SignInObstacleGrid.Table.Columns.Select(column => SignInObstacleGrid.Case(column).Command).OfType<SignInCommand>().Select(command => command.GetType().Name).Distinct().Order());

    /// <summary>Nobody stands before a closed door without a word: a backup code, another try, a time, or the host's staff.</summary>
    [Theory]
    [MemberData(nameof(SignInObstacleGrid.Rows), MemberType = typeof(SignInObstacleGrid))]
    public void Every_refusal_at_sign_in_names_a_way_out(string row) =>
        Assert.All(SignInObstacleGrid.Table.Columns, column =>
        {
            if (Decide(row, column).Refusal is { } refusal)
                Assert.NotEmpty(refusal.WaysOut);
        });

    /// <summary>
    /// Whoever is locked, limited or at risk is shown no way around it: a backup code is another authenticator than the phone, each with a lock of its own.
    /// </summary>
    [Theory]
    [MemberData(nameof(SignInObstacleGrid.Rows), MemberType = typeof(SignInObstacleGrid))]
    public void No_refusal_by_lock_limit_or_risk_names_a_way_around_it(string row) =>
        Assert.All(SignInObstacleGrid.Table.Columns, column =>
        {
            if (Decide(row, column).Refusal is { } refusal && ObstacleGridTests.Guards(refusal.Code))
            {
                WayOut other = column == "Backup code" ? new WayOut.BeginSignIn() : new WayOut.UseBackupCode();
                Assert.All(refusal.WaysOut, way => Assert.True(way is WayOut.Retry or WayOut.AskOperator || way == other, $"{column}: {way}"));
            }
        });

    private static Decision Decide(string row, string column)
    {
        var given = SignInObstacleGrid.Case(column);
        return Explainer.Decide(SignInObstacleGrid.Enrolment(row, SignInObstacleGrid.Start(column)), given.Command, SignInObstacleGrid.Facts(row, given.Facts));
    }
}
