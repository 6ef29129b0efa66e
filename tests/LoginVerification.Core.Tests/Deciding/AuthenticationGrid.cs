using NodaTime;

namespace LoginVerification.Tests;

/// <summary>
/// What each command of the owner answers to what the host saw at the last authentication, written by hand: yes, "again" for an authentication that is
/// needed again, "both" for one that has to include the second factor. Whatever adds, replaces or removes what protects needs a recent one;
/// where the log-in is protected already, the password alone takes nothing away. To go on with a first number needs none, for it protects nothing yet.
/// </summary>
internal static class AuthenticationGrid
{
    public static readonly TextTable Table = TextTable.Parse(
        """
        |                                   | never | both 5 min ago | both 1 ms less than 5 min ago | both 1 ms less than 5 min ahead | both 5 min ahead | one factor 5 min ago | one factor now |
        | Submit, a first number            | again | again          | yes                           | yes                             | again            | again                | yes            |
        | Submit, another first number      | again | again          | yes                           | yes                             | again            | again                | yes            |
        | Submit, a second number           | again | again          | yes                           | yes                             | again            | again                | yes            |
        | Submit, in place of what protects | again | again          | yes                           | yes                             | again            | again                | both           |
        | Submit, what protects, in doubt   | again | again          | yes                           | yes                             | again            | again                | yes            |
        | Resend, a first number            | yes   | yes            | yes                           | yes                             | yes              | yes                  | yes            |
        | Resend, a second number           | again | again          | yes                           | yes                             | again            | again                | yes            |
        | Resend, in place of what protects | again | again          | yes                           | yes                             | again            | again                | both           |
        | Resend, what protects, in doubt   | yes   | yes            | yes                           | yes                             | yes              | yes                  | yes            |
        | Confirm, a first number           | yes   | yes            | yes                           | yes                             | yes              | yes                  | yes            |
        | Confirm, a second number          | again | again          | yes                           | yes                             | again            | again                | yes            |
        | Confirm, in place of what protects | again | again         | yes                           | yes                             | again            | again                | both           |
        | Confirm, what protects, in doubt  | yes   | yes            | yes                           | yes                             | yes              | yes                  | yes            |
        | Cancel, a first number            | yes   | yes            | yes                           | yes                             | yes              | yes                  | yes            |
        | Cancel, a second number           | yes   | yes            | yes                           | yes                             | yes              | yes                  | yes            |
        | Cancel, in place of what protects | yes   | yes            | yes                           | yes                             | yes              | yes                  | yes            |
        | Enable SMS                        | again | again          | yes                           | yes                             | again            | again                | yes            |
        | Enable app                        | again | again          | yes                           | yes                             | again            | again                | yes            |
        | Change to SMS                     | again | again          | yes                           | yes                             | again            | again                | both           |
        | Change to app                     | again | again          | yes                           | yes                             | again            | again                | both           |
        | Disable                           | again | again          | yes                           | yes                             | again            | again                | both           |
        | Remove, unprotected               | again | again          | yes                           | yes                             | again            | again                | yes            |
        | Remove, protected                 | again | again          | refused                       | refused                         | again            | again                | both           |
        | Acknowledge, unprotected          | again | again          | yes                           | yes                             | again            | again                | yes            |
        | Acknowledge, protected            | again | again          | yes                           | yes                             | again            | again                | both           |
        | RenameDevice, unprotected         | again | again          | yes                           | yes                             | again            | again                | yes            |
        | RenameDevice, protected           | again | again          | yes                           | yes                             | again            | again                | both           |
        | RemoveDevice, unprotected         | again | again          | yes                           | yes                             | again            | again                | yes            |
        | RemoveDevice, protected           | again | again          | yes                           | yes                             | again            | again                | both           |
        | IssueBackupCodes, protected       | again | again          | yes                           | yes                             | again            | again                | both           |
        """);

    public static TheoryData<string> Rows => [.. Table.Rows];

    public static Facts Facts(string column, Facts benign) => column switch
    {
        "never" => benign with { AuthenticatedAt = null },
        "both 5 min ago" => benign with { AuthenticatedAt = Given.Now - Duration.FromMinutes(5) },
        "both 1 ms less than 5 min ago" => benign with { AuthenticatedAt = Given.Now - Duration.FromMinutes(5) + Given.Millisecond },
        "both 1 ms less than 5 min ahead" => benign with { AuthenticatedAt = Given.Now + Duration.FromMinutes(5) - Given.Millisecond },
        "both 5 min ahead" => benign with { AuthenticatedAt = Given.Now + Duration.FromMinutes(5) },
        "one factor 5 min ago" => benign with { AuthenticatedAt = Given.Now - Duration.FromMinutes(5), Factors = AuthenticationFactors.SingleFactor },
        "one factor now" => benign with { Factors = AuthenticationFactors.SingleFactor },
        _ => throw new ArgumentOutOfRangeException(nameof(column)),
    };

    public static CommandCase Case(string row) => row.Split(',')[0] switch
    {
        "Submit" when row.EndsWith("in doubt", StringComparison.Ordinal) => new CommandCase(new SubmitPhone("+14155552671"), Given.BenignFacts(Given.American)),
        "Submit" => ObstacleGrid.Case("Submit first"),
        "Resend" => ObstacleGrid.Case("Resend first"),
        "Confirm" => ObstacleGrid.Case("Confirm first"),
        "Acknowledge" => new CommandCase(new AcknowledgeNotices(), Given.BenignFacts()),
        "RenameDevice" or "RemoveDevice" or "IssueBackupCodes" => SignInRows.Case(row.Split(',')[0], VerificationChannel.Sms),
        var command => ObstacleGrid.Case(command),
    };

    public static Enrolment Start(string row) => row.Split(", ") switch
    {
        ["Submit", "a first number"] => Given.NoPhone,
        ["Submit", "another first number"] => Given.NoPhone.With(Given.Pending(Given.British)),
        ["Submit", "a second number"] or ["Enable SMS"] or ["Enable app"] or ["Remove", "unprotected"] => Given.PhoneVerified,
        ["Submit", "in place of what protects"] or ["Change to app"] or ["Disable"] or ["Remove", "protected"] => Given.VerificationEnabled,
        ["Change to SMS"] => Given.VerificationEnabled with { ActiveChannel = VerificationChannel.AppPush },
        ["Submit", "what protects", "in doubt"] => InDoubt,
        ["Acknowledge", var how] => (how is "protected" ? Given.VerificationEnabled : Given.PhoneVerified) with { InAppNotices = [new InAppNotice(NoticeKind.PhoneReplaced, Given.Now)] },
        ["RenameDevice" or "RemoveDevice" or "IssueBackupCodes", var how] => how is "protected" ? GivenSignIns.OverSms : Given.PhoneVerified with { Devices = GivenSignIns.OverSms.Devices },
        [_, "a first number"] => Given.PhonePending,
        [_, "a second number"] => Given.PhoneVerified.With(Given.Pending(Given.Israeli)),
        [_, "in place of what protects"] => Given.VerificationEnabled.With(Given.Pending(Given.Israeli)),
        [_, "what protects", "in doubt"] => InDoubt.With(Given.Pending(Given.American)),
        _ => throw new ArgumentOutOfRangeException(nameof(row)),
    };

    private static Enrolment InDoubt { get; } = Given.VerificationEnabled with { Phone = Given.VerificationEnabled.Phone! with { NeedsReverification = true } };
}
