using System.Diagnostics;

namespace LoginVerification.Tests;

/// <summary>Every command wherever a sign-in stands, against a grid that was written by hand.</summary>
public sealed class SignInGridTests
{
    private static readonly Type[] CommandTypes = [.. typeof(EnrolmentCommand).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(EnrolmentCommand)) && !type.IsAbstract)];

    public static TheoryData<VerificationChannel, string> Cases
    {
        get
        {
            var cases = new TheoryData<VerificationChannel, string>();
            foreach (var channel in Enum.GetValues<VerificationChannel>())
            {
                foreach (var row in TableOf(channel).Rows)
                    cases.Add(channel, row);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_command_is_decided_wherever_a_sign_in_stands_as_the_grid_says(VerificationChannel channel, string row) =>
        Assert.Equal(
            TableOf(channel).Columns.Select(column => $"{column}: {TableOf(channel)[row, column]}"),
            TableOf(channel).Columns.Select(column => $"{column}: {Told(channel, row, column)}"));

    [Fact]
    public void Every_command_has_a_row_of_its_own_name_over_both_channels()
    {
        Assert.Equal(SignInGrid.Sms.Rows, SignInGrid.App.Rows);
        Assert.Equal(CommandTypes.Select(type => type.Name).Order(), SignInGrid.Sms.Rows.Select(row => row.Split(',')[0]).Distinct().Order());
        Assert.All(SignInGrid.Sms.Rows, row => Assert.Equal(row.Split(',')[0], SignInRows.Case(row, VerificationChannel.Sms).Command.GetType().Name));
    }

    [Theory]
    [InlineData(VerificationChannel.Sms, "None Issued Approved Expired Exhausted Issued")]
    [InlineData(VerificationChannel.AppPush, "None Issued Issued Approved Denied Expired Exhausted Issued")]
    public void Every_place_where_a_sign_in_can_stand_has_a_column(VerificationChannel channel, string states) =>
        Assert.Equal(states, string.Join(' ', TableOf(channel).Columns.Select(column => SignInGrid.Start(channel, column).SignInState)));

    /// <summary>A wrong code and a wrong number are the "no" that count.</summary>
    [Theory]
    [MemberData(nameof(Cases))]
    public void A_refusal_has_no_events_unless_it_counts_and_an_event_has_its_origin(VerificationChannel channel, string row) => Assert.All(TableOf(channel).Columns, column =>
    {
        var given = SignInRows.Case(row, channel);
        var decision = given.DecideFor(SignInGrid.Start(channel, column));

        Assert.Equal(decision.Refusal is not null && decision.Events.Count > 0, decision.Refusal?.Code is RefusalCode.WrongCode or RefusalCode.WrongMatchingNumber);
        Assert.All(decision.Events, happened => Assert.Equal(given.Facts.Origin, happened.Origin));
    });

    /// <summary>What the page on sign-in rests on: for an enabled account no fact makes it "not enabled".</summary>
    [Theory]
    [MemberData(nameof(Cases))]
    public void Whatever_the_facts_no_arm_is_unreachable_and_nobody_is_told_that_verification_is_off(VerificationChannel channel, string row)
    {
        var given = SignInRows.Case(row, channel);
        foreach (var column in TableOf(channel).Columns)
        {
            foreach (var facts in Variants(given.Facts))
            {
                try
                {
                    Assert.NotEqual(RefusalCode.NotEnabled, (given with { Facts = facts }).DecideFor(SignInGrid.Start(channel, column)).Refusal?.Code);
                }
                catch (UnreachableException unreachable)
                {
                    Assert.Fail($"{row} in {column} with {facts}: {unreachable}");
                }
            }
        }
    }

    /// <summary>A browser is let in by an answer of its own challenge alone, and once.</summary>
    [Fact]
    public void Only_three_commands_let_anybody_in()
    {
        var letIn = from channel in Enum.GetValues<VerificationChannel>()
                    from row in TableOf(channel).Rows
                    from column in TableOf(channel).Columns
                    where TableOf(channel)[row, column] is "SignInApproved > Approved" or "BackupCodeUsed > None"
                    select $"{row} in {column}";

        Assert.Equal(
            ["AnswerSignIn, the right code in asked", "CompleteSignIn in confirmed"],
            letIn.Where(cell => !cell.StartsWith("UseBackupCode, a right one", StringComparison.Ordinal)));
    }

    [Fact]
    public void What_a_removed_device_said_yes_to_lets_nobody_in()
    {
        var removal = SignInRows.Case("RemoveDevice", VerificationChannel.AppPush).DecideFor(GivenSignIns.AppConfirmed);

        var after = removal.Events.Aggregate(GivenSignIns.AppConfirmed, Evolution.Apply);

        Assert.Null(after.SignIn!.ConfirmedBy);
        Assert.Equal(RefusalCode.SignInUnanswered, SignInRows.Case("CompleteSignIn", VerificationChannel.AppPush).DecideFor(after).Refusal!.Code);
    }

    private static TextTable TableOf(VerificationChannel channel) => channel is VerificationChannel.Sms ? SignInGrid.Sms : SignInGrid.App;

    private static string Told(VerificationChannel channel, string row, string column)
    {
        var (given, start) = (SignInRows.Case(row, channel), SignInGrid.Start(channel, column));
        var decision = given.DecideFor(start);
        var after = decision.Events.Aggregate(given.Twist(start), Evolution.Apply);
        return decision is { Events.Count: 0, Refusal: null } ? "yes" : decision.Events.Count == 0 ? Tell.Of(decision) : $"{Tell.Of(decision)} > {after.SignInState}";
    }

    private static IEnumerable<Facts> Variants(Facts facts)
    {
        yield return facts with { AuthenticatedAt = null };
        yield return facts with { SenderIsLive = false };
        yield return facts with { DeviceRegistered = false };
        yield return facts with { CodeKeyRetired = true };
        yield return facts with { SignatureIsValid = false, TokenIsValid = false, DeviceKey = null, BackupCode = null };
        yield return facts with { Risk = Risk.TooHigh };
        yield return facts with { SendAllowance = new SendAllowance(false) };
        foreach (var service in Enum.GetValues<RegistryService>())
            yield return facts with { Service = service };
        foreach (var match in Enum.GetValues<CodeMatch>())
            yield return facts with { CodeMatch = match };
        foreach (var hours in new[] { -24, 24, 365 * 24 })
            yield return facts with { Origin = facts.Origin with { At = facts.Now + NodaTime.Duration.FromHours(hours) } };
    }
}
