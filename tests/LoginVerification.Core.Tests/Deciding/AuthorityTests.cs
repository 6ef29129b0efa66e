namespace LoginVerification.Tests;

public sealed class AuthorityTests
{
    /// <summary>Who may give which command, by hand; a user acts at a surface, and so does who signs in.</summary>
    private static readonly TextTable Table = TextTable.Parse(
        """
        |                     | User at a surface | User nowhere | Operator | Carrier | Time | SignIn at a surface | SignIn nowhere | Device |
        | SubmitPhone         | may               | -            | -        | -       | -    | -                   | -              | -      |
        | ResendCode          | may               | -            | -        | -       | -    | -                   | -              | -      |
        | ConfirmCode         | may               | -            | -        | -       | -    | -                   | -              | -      |
        | CancelPending       | may               | -            | may      | -       | -    | -                   | -              | -      |
        | EnableVerification  | may               | -            | -        | -       | -    | -                   | -              | -      |
        | ChangeChannel       | may               | -            | -        | -       | -    | -                   | -              | -      |
        | DisableVerification | may               | -            | may      | -       | -    | -                   | -              | -      |
        | RemovePhone         | may               | -            | may      | -       | -    | -                   | -              | -      |
        | AcknowledgeNotices  | may               | -            | -        | -       | -    | -                   | -              | -      |
        | LapsePending        | -                 | -            | -        | -       | may  | -                   | -              | -      |
        | InvalidatePhone     | -                 | -            | may      | may     | -    | -                   | -              | -      |
        | OptOutOfDelivery    | -                 | -            | may      | may     | -    | -                   | -              | -      |
        | RestoreDelivery     | -                 | -            | may      | may     | -    | -                   | -              | -      |
        | Unlock              | -                 | -            | may      | -       | -    | -                   | -              | -      |
        | ImportVerifiedPhone | -                 | -            | may      | -       | -    | -                   | -              | -      |
        | BeginSignIn         | -                 | -            | -        | -       | -    | may                 | -              | -      |
        | ResendSignIn        | -                 | -            | -        | -       | -    | may                 | -              | -      |
        | AnswerSignIn        | -                 | -            | -        | -       | -    | may                 | -              | -      |
        | CompleteSignIn      | -                 | -            | -        | -       | -    | may                 | -              | -      |
        | UseBackupCode       | -                 | -            | -        | -       | -    | may                 | -              | -      |
        | IssueBackupCodes    | may               | -            | -        | -       | -    | -                   | -              | -      |
        | RenameDevice        | may               | -            | -        | -       | -    | -                   | -              | -      |
        | RemoveDevice        | may               | -            | may      | -       | -    | -                   | -              | -      |
        | BindDevice          | -                 | -            | -        | -       | -    | -                   | -              | may    |
        | AnswerPrompt        | -                 | -            | -        | -       | -    | -                   | -              | may    |
        | ChangeDeviceAddress | -                 | -            | -        | -       | -    | -                   | -              | may    |
        """);

    public static TheoryData<string> CommandRows => CommandGrid.Rows;

    [Theory]
    [MemberData(nameof(CommandRows))]
    public void A_command_is_its_initiators_to_give_in_every_state_and_nobody_elses(string row)
    {
        var given = CommandGrid.Case(row);
        foreach (var caller in Table.Columns)
        {
            foreach (var column in CommandGrid.Table.Columns)
            {
                var decide = () => (given with { Facts = given.Facts with { Origin = OriginOf(caller) } }).DecideFor(CommandGrid.Start(column));
                if (Table[given.Command.GetType().Name, caller] == "may")
                    _ = decide();
                else
                    Assert.Throws<ArgumentException>("command", decide);
            }
        }
    }

    [Fact]
    public void Every_initiator_has_a_column() =>
        Assert.Equal(Enum.GetValues<Initiator>(), Table.Columns.Select(column => OriginOf(column).By).Distinct());

    [Theory]
    [InlineData("CancelPending")]
    [InlineData("DisableVerification")]
    [InlineData("RemovePhone")]
    [InlineData("RemoveDevice, of the account")]
    public void Staff_need_neither_a_surface_nor_an_authentication_of_the_owner(string row)
    {
        var given = CommandGrid.Case(row);
        var start = CommandGrid.Start(row == "DisableVerification" ? "VerificationEnabled" : "PhoneVerified + pending");

        var decision = (given with { Facts = given.Facts with { Origin = OriginOf("Operator"), AuthenticatedAt = null } }).DecideFor(start);

        Assert.Null(decision.Refusal);
        Assert.All(decision.Events, happened => Assert.Equal(Initiator.Operator, happened.Origin.By));
    }

    [Fact]
    public void A_surface_that_the_policy_does_not_declare_is_a_mistake_of_the_host()
    {
        var given = CommandGrid.Case("SubmitPhone, a new number");
        var elsewhere = given with { Facts = given.Facts with { Origin = Given.ByUser with { Surface = Surface.Parse("watch") } } };

        Assert.Throws<ArgumentException>(() => elsewhere.DecideFor(Given.NoPhone));
    }

    private static Origin OriginOf(string caller) => caller switch
    {
        "User at a surface" => Given.ByUser,
        "SignIn at a surface" => GivenSignIns.BySignIn,
        "SignIn nowhere" => new Origin(Given.Now, Initiator.SignIn, null),
        "User nowhere" => new Origin(Given.Now, Initiator.User, null),
        _ => new Origin(Given.Now, Enum.Parse<Initiator>(caller), null),
    };
}
