using NodaTime;
using static LoginVerification.Tests.GivenSignIns;

namespace LoginVerification.Tests;

/// <summary>
/// What each command at sign-in meets where one thing alone speaks against it, written by hand; yes for accepted. Without an obstacle every one of them is
/// accepted. What is spent to enrol is no obstacle to sign in, and what locks codes does not lock backup codes, nor the other way about.
/// </summary>
internal static class SignInObstacleGrid
{
    public static readonly TextTable Table = TextTable.Parse(
        """
        |                                                | Begin by SMS           | Resend by SMS          | Code              | Begin by app        | Resend by app       | Yes                 | No               | Complete       | Backup code       | New codes         |
        | nothing                                        | yes                    | yes                    | yes               | yes                 | yes                 | yes                 | yes              | yes            | yes               | yes               |
        | a registry that does not serve the country     | CountryNotServed       | CountryNotServed       | yes               | yes                 | yes                 | yes                 | yes              | yes            | yes               | yes               |
        | a registry that does not serve the carrier     | CarrierNotServed       | CarrierNotServed       | yes               | yes                 | yes                 | yes                 | yes              | yes            | yes               | yes               |
        | a risk that is too high                        | SendsHeldBack          | SendsHeldBack          | yes               | yes                 | yes                 | yes                 | yes              | yes            | yes               | yes               |
        | a limiter that holds back                      | SendsHeldBack          | SendsHeldBack          | yes               | yes                 | yes                 | yes                 | yes              | yes            | yes               | yes               |
        | a surface that offers nothing                  | yes                    | yes                    | yes               | yes                 | yes                 | yes                 | yes              | yes            | yes               | yes               |
        | asked 1 ms less than 30 s ago                  | ResendTooSoon          | ResendTooSoon          | yes               | ResendTooSoon       | ResendTooSoon       | yes                 | yes              | yes            | yes               | yes               |
        | asked 30 s ago                                 | yes                    | yes                    | yes               | yes                 | yes                 | yes                 | yes              | yes            | yes               | yes               |
        | asked 9 times in less than 24 h                | yes                    | yes                    | yes               | yes                 | yes                 | yes                 | yes              | yes            | yes               | yes               |
        | asked 10 times in less than 24 h               | SendLimitReached       | SendLimitReached       | yes               | SendLimitReached    | SendLimitReached    | yes                 | yes              | yes            | yes               | yes               |
        | asked 10 times, the first 24 h ago             | yes                    | yes                    | yes               | yes                 | yes                 | yes                 | yes              | yes            | yes               | yes               |
        | asked 10 times at an earlier number            | SendLimitReached       | SendLimitReached       | yes               | SendLimitReached    | SendLimitReached    | yes                 | yes              | yes            | yes               | yes               |
        | 20 codes to enrol just now                     | yes                    | yes                    | yes               | yes                 | yes                 | yes                 | yes              | yes            | yes               | yes               |
        | a lock for 1 ms more                           | Locked                 | Locked                 | Locked            | Locked              | Locked              | Locked              | yes              | yes            | yes               | yes               |
        | a lock that ends now                           | yes                    | yes                    | yes               | yes                 | yes                 | yes                 | yes              | yes            | yes               | yes               |
        | a lock of enrolment for 1 ms more              | yes                    | yes                    | yes               | yes                 | yes                 | yes                 | yes              | yes            | yes               | yes               |
        | a lock of backup codes for 1 ms more           | yes                    | yes                    | yes               | yes                 | yes                 | yes                 | yes              | yes            | Locked            | yes               |
        | 99 failures over two numbers                   | yes                    | yes                    | yes               | yes                 | yes                 | yes                 | yes              | yes            | yes               | yes               |
        | 100 failures over two numbers                  | LockedUntilUnlock      | LockedUntilUnlock      | LockedUntilUnlock | LockedUntilUnlock   | LockedUntilUnlock   | LockedUntilUnlock   | yes              | yes            | yes               | yes               |
        | 100 failures to enrol                          | yes                    | yes                    | yes               | yes                 | yes                 | yes                 | yes              | yes            | yes               | yes               |
        | 100 wrong backup codes                         | yes                    | yes                    | yes               | yes                 | yes                 | yes                 | yes              | yes            | LockedUntilUnlock | yes               |
        | the number opted out                           | DeliveryOptedOut       | DeliveryOptedOut       | yes               | yes                 | yes                 | yes                 | yes              | yes            | yes               | yes               |
        | the number reported recycled                   | ReverificationRequired | ReverificationRequired | yes               | yes                 | yes                 | yes                 | yes              | yes            | yes               | yes               |
        | a reserved number and a live sender            | NumberReserved         | NumberReserved         | yes               | yes                 | yes                 | yes                 | yes              | yes            | yes               | yes               |
        | a reserved number and a test sender            | yes                    | yes                    | yes               | yes                 | yes                 | yes                 | yes              | yes            | yes               | yes               |
        | no device                                      | yes                    | yes                    | yes               | DeviceNotRegistered | DeviceNotRegistered | yes                 | yes              | yes            | yes               | yes               |
        | a forged signature                             | yes                    | yes                    | yes               | yes                 | yes                 | SignatureInvalid    | SignatureInvalid | yes            | yes               | yes               |
        | a wrong code or number                         | yes                    | yes                    | WrongCode         | yes                 | yes                 | WrongMatchingNumber | yes              | yes            | yes               | yes               |
        | a wrong backup code                            | yes                    | yes                    | yes               | yes                 | yes                 | yes                 | yes              | yes            | WrongCode         | yes               |
        | a retired key                                  | yes                    | CodeExpired            | CodeExpired       | yes                 | CodeExpired         | CodeExpired         | CodeExpired      | CodeExpired    | yes               | yes               |
        | protection without a phone                     | EnrolmentUnreadable    | EnrolmentUnreadable    | yes               | EnrolmentUnreadable | EnrolmentUnreadable | yes                 | yes              | yes            | EnrolmentUnreadable | yes             |
        """);

    private static readonly Duration Day = Duration.FromHours(24);

    public static TheoryData<string> Rows => [.. Table.Rows];

    public static CommandCase Case(string column) => column switch
    {
        "Begin by SMS" or "Begin by app" => Of("BeginSignIn"),
        "Resend by SMS" or "Resend by app" => Of("ResendSignIn"),
        "Code" => Of("AnswerSignIn, the right code"),
        "Yes" => Of("AnswerPrompt, yes"),
        // A no needs no number, and is asked for none.
        "No" => Of("AnswerPrompt, no"),
        "Complete" => Of("CompleteSignIn"),
        "Backup code" => Of("UseBackupCode, a right one"),
        "New codes" => Of("IssueBackupCodes"),
        _ => throw new ArgumentOutOfRangeException(nameof(column)),
    };

    public static Enrolment Start(string column) => column switch
    {
        "Begin by SMS" => OverSms,
        "Resend by SMS" or "Code" => SmsAsked,
        "Begin by app" => OverApp,
        "Resend by app" or "Yes" or "No" => AppAsked,
        "Complete" => AppConfirmed,
        _ => OverSms,
    };

    public static Facts Facts(string row, Facts benign) => row switch
    {
        "a registry that does not serve the country" => benign with { Service = RegistryService.CountryNotServed },
        "a registry that does not serve the carrier" => benign with { Service = RegistryService.CarrierNotServed },
        "a risk that is too high" => benign with { Risk = Risk.TooHigh },
        "a limiter that holds back" => benign with { SendAllowance = new SendAllowance(false) },
        "a surface that offers nothing" when benign.Origin.Surface is not null => benign with { Origin = benign.Origin with { Surface = TestPolicies.Lobby } },
        "a reserved number and a test sender" => benign with { SenderIsLive = false },
        "no device" => benign with { DeviceRegistered = false },
        "a forged signature" => benign with { SignatureIsValid = false },
        "a wrong code or number" => benign with { CodeMatch = CodeMatch.None },
        "a wrong backup code" => benign with { BackupCode = null },
        "a retired key" => benign with { CodeKeyRetired = true, CodeMatch = CodeMatch.None },
        _ => benign,
    };

    public static Enrolment Enrolment(string row, Enrolment start) => row switch
    {
        "asked 1 ms less than 30 s ago" => start with { Sends = [Sent(Duration.FromSeconds(30) - Given.Millisecond)] },
        "asked 30 s ago" => start with { Sends = [Sent(Duration.FromSeconds(30))] },
        "asked 9 times in less than 24 h" => start with { Sends = [Sent(Day - Given.Millisecond), .. Enumerable.Repeat(Sent(Duration.FromHours(20)), 8)] },
        "asked 10 times in less than 24 h" => start with { Sends = [Sent(Day - Given.Millisecond), .. Enumerable.Repeat(Sent(Duration.FromHours(20)), 9)] },
        "asked 10 times, the first 24 h ago" => start with { Sends = [Sent(Day), .. Enumerable.Repeat(Sent(Duration.FromHours(20)), 9)] },
        "asked 10 times at an earlier number" => start with { Sends = [.. Enumerable.Repeat(Sent(Duration.FromHours(20)) with { Number = Given.British.Number }, 10)] },
        "20 codes to enrol just now" => start with { Sends = [.. Enumerable.Repeat(new SentCode(CodePurpose.Enrol, Given.American.Number, Given.Now), 20)] },
        "a lock for 1 ms more" => Locked(start, CodePurpose.SignIn, Given.Now + Given.Millisecond),
        "a lock that ends now" => Locked(start, CodePurpose.SignIn, Given.Now),
        "a lock of enrolment for 1 ms more" => Locked(start, CodePurpose.Enrol, Given.Now + Given.Millisecond),
        "a lock of backup codes for 1 ms more" => Locked(start, CodePurpose.BackupCode, Given.Now + Given.Millisecond),
        "99 failures over two numbers" => start with { Failures = [Failed(50), Failed(49) with { Number = Given.British.Number }] },
        "100 failures over two numbers" => start with { Failures = [Failed(50), Failed(50) with { Number = Given.British.Number }] },
        "100 failures to enrol" => start with { Failures = [Failed(100) with { Purpose = CodePurpose.Enrol }] },
        "100 wrong backup codes" => start with { Failures = [Failed(100) with { Purpose = CodePurpose.BackupCode }] },
        "the number opted out" => start with { OptedOut = [new OptOut(Given.American.Number, Given.Now)] },
        "the number reported recycled" => start with { Phone = start.Phone! with { NeedsReverification = true } },
        "a reserved number and a live sender" or "a reserved number and a test sender" => start with { Phone = start.Phone! with { Details = Given.American with { IsReserved = true } } },
        "protection without a phone" => start with { Phone = null },
        _ => start,
    };

    private static CommandCase Of(string row) => SignInRows.Case(row, VerificationChannel.Sms) with { Facts = BenignFacts(SignInRows.Case(row, VerificationChannel.Sms).Facts.Origin) };

    private static SentCode Sent(Duration ago) => new(CodePurpose.SignIn, Given.American.Number, Given.Now - ago);

    private static WrongCodes Failed(int count) => new(CodePurpose.SignIn, Given.American.Number, count);

    private static Enrolment Locked(Enrolment start, CodePurpose purpose, Instant until) =>
        start with { Failures = [Failed(5) with { Purpose = purpose }], Locks = [new PurposeLock(purpose, until)] };
}
