namespace LoginVerification.Tests;

public sealed class AuthenticationGridTests
{
    private static readonly Explainer Explainer = new(TestPolicies.Default);

    [Theory]
    [MemberData(nameof(AuthenticationGrid.Rows), MemberType = typeof(AuthenticationGrid))]
    public void A_command_needs_the_authentication_of_the_grid_and_no_other(string row) =>
        Assert.Equal(
            AuthenticationGrid.Table.Columns.Select(column => $"{column}: {AuthenticationGrid.Table[row, column]}"),
            AuthenticationGrid.Table.Columns.Select(column => $"{column}: {Word(Decide(row, column).Refusal?.Code)}"));

    [Fact]
    public void Every_user_command_has_a_row() =>
        Assert.Equal(
            Enum.GetValues<EnrolmentAction>(),
            AuthenticationGrid.Table.Rows.Select(row => AuthenticationGrid.Case(row).Command).OfType<UserCommand>().Select(command => command.Action).Distinct());

    [Fact]
    public void Every_command_of_the_owner_that_no_screen_offers_has_a_row() =>
        Assert.Equal(
            typeof(OwnerCommand).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(OwnerCommand))).Select(type => type.Name).Order(),
            AuthenticationGrid.Table.Rows.Select(row => AuthenticationGrid.Case(row).Command).OfType<OwnerCommand>().Select(command => command.GetType().Name).Distinct().Order());

    /// <summary>A password is typed again in a moment; a second factor that was not seen helps nobody who waits.</summary>
    [Theory]
    [MemberData(nameof(AuthenticationGrid.Rows), MemberType = typeof(AuthenticationGrid))]
    public void Who_has_to_authenticate_again_is_told_nothing_else(string row) =>
        Assert.All(AuthenticationGrid.Table.Columns.Where(column => AuthenticationGrid.Table[row, column] is "again" or "both"), column =>
        {
            var decision = Decide(row, column);
            Assert.Empty(decision.Events);
            Assert.Null(decision.Refusal!.RetryAt);
            var needed = AuthenticationGrid.Table[row, "one factor now"] is "both";
            Assert.Equal([new WayOut.Reauthenticate { WithSecondFactor = needed }], Explain(row, column).Refusal!.WaysOut);
        });

    private static string Word(RefusalCode? code) => code switch
    {
        null => "yes",
        RefusalCode.ReauthenticationRequired => "again",
        RefusalCode.SecondFactorRequired => "both",
        RefusalCode.PhoneProtectsLogin => "refused",
        _ => code.Value.ToString(),
    };

    private static Decision Explain(string row, string column)
    {
        var given = AuthenticationGrid.Case(row);
        return Explainer.Decide(AuthenticationGrid.Start(row), given.Command, AuthenticationGrid.Facts(column, given.Facts));
    }

    private static Decision Decide(string row, string column)
    {
        var given = AuthenticationGrid.Case(row);
        return Decider.Decide(AuthenticationGrid.Start(row), given.Command, AuthenticationGrid.Facts(column, given.Facts), TestPolicies.Default);
    }
}
