using System.Diagnostics;

namespace LoginVerification.Tests;

public sealed class CommandGridTests
{
    private static readonly Type[] CommandTypes = [.. typeof(EnrolmentCommand).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(EnrolmentCommand)) && !type.IsAbstract)];

    [Theory]
    [MemberData(nameof(CommandGrid.Rows), MemberType = typeof(CommandGrid))]
    public void A_command_is_decided_in_every_state_as_the_grid_says(string row) =>
        Assert.Equal(
            CommandGrid.Table.Columns.Select(column => $"{column}: {CommandGrid.Table[row, column]}"),
            CommandGrid.Table.Columns.Select(column => $"{column}: {Tell.Of(CommandGrid.Case(row).DecideFor(CommandGrid.Start(column)))}"));

    [Fact]
    public void Every_command_has_a_row_of_its_own_name()
    {
        Assert.Equal(CommandTypes.Select(type => type.Name).Order(), CommandGrid.Table.Rows.Select(row => row.Split(',')[0]).Distinct().Order());
        Assert.All(CommandGrid.Table.Rows, row => Assert.Equal(row.Split(',')[0], CommandGrid.Case(row).Command.GetType().Name));
    }

    [Fact]
    public void Every_state_has_a_column() =>
        Assert.Equal(Enum.GetValues<EnrolmentState>(), CommandGrid.Table.Columns.Select(column => CommandGrid.Start(column).State).Distinct());

    [Theory]
    [MemberData(nameof(CommandGrid.Rows), MemberType = typeof(CommandGrid))]
    public void What_a_decision_lets_happen_can_happen_to_the_snapshot_and_has_its_origin(string row) =>
        Assert.All(CommandGrid.Table.Columns, column =>
        {
            var given = CommandGrid.Case(row);
            var start = given.Twist(CommandGrid.Start(column));
            var decision = given.DecideFor(CommandGrid.Start(column));

            var after = decision.Events.Aggregate(start, Evolution.Apply);

            Assert.Equal(start.Version + decision.Events.Count, after.Version);
            Assert.All(decision.Events, happened => Assert.Equal(given.Facts.Origin, happened.Origin));
            Assert.True(decision.Refusal is null ? decision.Events.Count > 0 : decision.Events.Count == 0 || decision.Refusal.Code == RefusalCode.WrongCode);
        });

    [Theory]
    [InlineData("SubmitPhone, a new number")]
    [InlineData("ImportVerifiedPhone")]
    [InlineData("ImportVerifiedPhone, enabled")]
    public void An_enrolment_is_named_by_its_first_event_and_by_no_other(string row)
    {
        var given = CommandGrid.Case(row);

        var first = given.DecideFor(new Enrolment(Given.Alice)).Events;
        var later = given.DecideFor(Given.NoPhone).Events;

        Assert.Equal(given.Facts.Fresh.EnrolmentId, first[0].Begins);
        Assert.All([.. first.Skip(1), .. later], happened => Assert.Null(happened.Begins));
        Assert.Equal(given.Facts.Fresh.EnrolmentId, Evolution.Replay(Given.Alice, first).Id);
    }

    [Theory]
    [MemberData(nameof(CommandGrid.Rows), MemberType = typeof(CommandGrid))]
    public void No_command_meets_an_unreachable_arm_whatever_the_facts(string row)
    {
        var given = CommandGrid.Case(row);
        foreach (var column in CommandGrid.Table.Columns)
        {
            foreach (var facts in Variants(given.Facts))
            {
                try
                {
                    _ = (given with { Facts = facts }).DecideFor(CommandGrid.Start(column));
                }
                catch (UnreachableException unreachable)
                {
                    Assert.Fail($"{row} in {column} with {facts}: {unreachable}");
                }
            }
        }
    }

    private static IEnumerable<Facts> Variants(Facts facts)
    {
        yield return facts;
        yield return facts with { AuthenticatedAt = null };
        yield return facts with { Factors = AuthenticationFactors.SingleFactor };
        yield return facts with { SenderIsLive = false };
        yield return facts with { DeviceRegistered = false };
        yield return facts with { CodeKeyRetired = true };
        yield return facts with { OtherAccountsOnNumber = 10 };
        foreach (var at in new[] { -24, 24, 365 * 24 })
            yield return facts with { Origin = facts.Origin with { At = facts.Now + NodaTime.Duration.FromHours(at) } };
        foreach (var match in Enum.GetValues<CodeMatch>())
            yield return facts with { CodeMatch = match };
        foreach (var service in Enum.GetValues<RegistryService>())
            yield return facts with { Service = service };
        foreach (var risk in Enum.GetValues<Risk>())
            yield return facts with { Risk = risk };
        yield return facts with { SendAllowance = new SendAllowance(false) };
        if (facts.Origin.Surface is not null)
        {
            foreach (var surface in TestPolicies.Document.Surfaces)
                yield return facts with { Origin = facts.Origin with { Surface = Surface.Parse(surface.Name) } };
        }

        if (facts.Number is not null)
        {
            foreach (var fault in Enum.GetValues<NumberFault>())
                yield return facts with { Number = new PhoneReading.Unreadable(fault) };
            foreach (var line in Enum.GetValues<LineType>())
                yield return facts with { Number = new PhoneReading.Readable(Given.British with { LineType = line, IsReserved = true }) };
        }
    }
}
