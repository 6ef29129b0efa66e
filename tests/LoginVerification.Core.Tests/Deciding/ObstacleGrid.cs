using NodaTime;

namespace LoginVerification.Tests;

/// <summary>
/// What each user command meets where one thing alone speaks against it, written by hand; yes for accepted. Without an obstacle every one of
/// them is accepted: an American number is verified, an Israeli one pending, and a channel is active where the command needs one.
/// </summary>
internal static class ObstacleGrid
{
    public static readonly TextTable Table = TextTable.Parse(
        """
        |                                              | Submit           | Resend           | Confirm          | Cancel           | Enable SMS       | Enable app       | Change to SMS    | Change to app    | Disable          | Remove           |
        | nothing                                      | yes              | yes              | yes              | yes              | yes              | yes              | yes              | yes              | yes              | yes              |
        | never authenticated                          | ReauthenticationRequired | yes      | yes              | yes              | ReauthenticationRequired | ReauthenticationRequired | ReauthenticationRequired | ReauthenticationRequired | ReauthenticationRequired | ReauthenticationRequired |
        | authenticated 5 min ago                      | ReauthenticationRequired | yes      | yes              | yes              | ReauthenticationRequired | ReauthenticationRequired | ReauthenticationRequired | ReauthenticationRequired | ReauthenticationRequired | ReauthenticationRequired |
        | authenticated 1 ms less than 5 min ago       | yes              | yes              | yes              | yes              | yes              | yes              | yes              | yes              | yes              | yes              |
        | authenticated 1 ms less than 5 min ahead     | yes              | yes              | yes              | yes              | yes              | yes              | yes              | yes              | yes              | yes              |
        | authenticated 5 min ahead                    | ReauthenticationRequired | yes      | yes              | yes              | ReauthenticationRequired | ReauthenticationRequired | ReauthenticationRequired | ReauthenticationRequired | ReauthenticationRequired | ReauthenticationRequired |
        | a surface that offers nothing                | ActionNotOffered | ActionNotOffered | ActionNotOffered | ActionNotOffered | ActionNotOffered | ActionNotOffered | ActionNotOffered | ActionNotOffered | ActionNotOffered | ActionNotOffered |
        | a surface that refuses the country           | CountryNotServed | CountryNotServed | CountryNotServed | yes              | yes              | yes              | yes              | yes              | yes              | yes              |
        | a surface for the app alone                  | yes              | yes              | yes              | yes              | ChannelNotServed | yes              | ChannelNotServed | yes              | yes              | ActionNotOffered |
        | a premium number                             | LineTypeNotServed | yes             | yes              | yes              | yes              | yes              | yes              | yes              | yes              | yes              |
        | a carrier that is not served                 | CarrierNotServed | yes              | yes              | yes              | yes              | yes              | yes              | yes              | yes              | yes              |
        | a registry that does not serve the country   | CountryNotServed | CountryNotServed | yes              | yes              | yes              | yes              | yes              | yes              | yes              | yes              |
        | a registry that does not serve the carrier   | CarrierNotServed | CarrierNotServed | yes              | yes              | yes              | yes              | yes              | yes              | yes              | yes              |
        | a risk that is too high                      | SendsHeldBack    | SendsHeldBack    | yes              | yes              | yes              | yes              | yes              | yes              | yes              | yes              |
        | a limiter that holds back                    | SendsHeldBack    | SendsHeldBack    | yes              | yes              | yes              | yes              | yes              | yes              | yes              | yes              |
        | a code sent 1 ms less than 30 s ago          | ResendTooSoon    | ResendTooSoon    | yes              | yes              | yes              | yes              | yes              | yes              | yes              | yes              |
        | a code sent 30 s ago                         | yes              | yes              | yes              | yes              | yes              | yes              | yes              | yes              | yes              | yes              |
        | a second code sent 1 ms less than 60 s ago   | ResendTooSoon    | ResendTooSoon    | yes              | yes              | yes              | yes              | yes              | yes              | yes              | yes              |
        | a second code sent 60 s ago                  | yes              | yes              | yes              | yes              | yes              | yes              | yes              | yes              | yes              | yes              |
        | 5 codes to the number in less than 24 h      | SendLimitReached | SendLimitReached | yes              | yes              | yes              | yes              | yes              | yes              | yes              | yes              |
        | 5 codes to the number, the first 24 h ago    | yes              | yes              | yes              | yes              | yes              | yes              | yes              | yes              | yes              | yes              |
        | 20 codes of the account in less than 24 h    | SendLimitReached | SendLimitReached | yes              | yes              | yes              | yes              | yes              | yes              | yes              | yes              |
        | 20 codes of the account, the first 24 h ago  | yes              | yes              | yes              | yes              | yes              | yes              | yes              | yes              | yes              | yes              |
        | a lock for 1 ms more                         | Locked           | Locked           | Locked           | yes              | yes              | yes              | yes              | yes              | yes              | yes              |
        | a lock that ends now                         | yes              | yes              | yes              | yes              | yes              | yes              | yes              | yes              | yes              | yes              |
        | 99 failures over two numbers                 | yes              | yes              | yes              | yes              | yes              | yes              | yes              | yes              | yes              | yes              |
        | 100 failures over two numbers                | LockedUntilUnlock | LockedUntilUnlock | LockedUntilUnlock | yes           | yes              | yes              | yes              | yes              | yes              | yes              |
        | both numbers opted out                       | yes              | DeliveryOptedOut | yes              | yes              | DeliveryOptedOut | yes              | DeliveryOptedOut | yes              | yes              | yes              |
        | the verified number reported recycled        | yes              | yes              | yes              | yes              | ReverificationRequired | yes        | ReverificationRequired | yes        | yes              | yes              |
        | no device                                    | yes              | yes              | yes              | yes              | yes              | DeviceNotRegistered | yes           | DeviceNotRegistered | yes           | yes              |
        | a wrong code                                 | yes              | yes              | WrongCode        | yes              | yes              | yes              | yes              | yes              | yes              | yes              |
        | a code of another number                     | yes              | yes              | WrongCode        | yes              | yes              | yes              | yes              | yes              | yes              | yes              |
        | an earlier code                              | yes              | yes              | CodeSuperseded   | yes              | yes              | yes              | yes              | yes              | yes              | yes              |
        | a malformed code                             | yes              | yes              | CodeMalformed    | yes              | yes              | yes              | yes              | yes              | yes              | yes              |
        | a code 1 ms less than 10 min old             | yes              | yes              | yes              | yes              | yes              | yes              | yes              | yes              | yes              | yes              |
        | a code 10 min old                            | yes              | yes              | CodeExpired      | yes              | yes              | yes              | yes              | yes              | yes              | yes              |
        | a code from 1 ms ahead                       | ResendTooSoon    | ResendTooSoon    | CodeExpired      | yes              | yes              | yes              | yes              | yes              | yes              | yes              |
        | a code under a retired key                   | yes              | yes              | CodeExpired      | yes              | yes              | yes              | yes              | yes              | yes              | yes              |
        | a code with 4 wrong tries                    | yes              | yes              | yes              | yes              | yes              | yes              | yes              | yes              | yes              | yes              |
        | a code with 5 wrong tries                    | yes              | yes              | CodeExhausted    | yes              | yes              | yes              | yes              | yes              | yes              | yes              |
        | 9 other accounts on the number               | yes              | yes              | yes              | yes              | yes              | yes              | yes              | yes              | yes              | yes              |
        | 10 other accounts on the number              | yes              | yes              | NumberHasTooManyAccounts | yes      | yes              | yes              | yes              | yes              | yes              | yes              |
        | a reserved number and a live sender          | NumberReserved   | yes              | yes              | yes              | yes              | yes              | yes              | yes              | yes              | yes              |
        | a reserved number and a test sender          | yes              | yes              | yes              | yes              | yes              | yes              | yes              | yes              | yes              | yes              |
        | no number in the text                        | NumberUnreadable | yes              | yes              | yes              | yes              | yes              | yes              | yes              | yes              | yes              |
        | too few digits                               | NumberTooShort   | yes              | yes              | yes              | yes              | yes              | yes              | yes              | yes              | yes              |
        | too many digits                              | NumberTooLong    | yes              | yes              | yes              | yes              | yes              | yes              | yes              | yes              | yes              |
        | an impossible number                         | NumberNotInUse   | yes              | yes              | yes              | yes              | yes              | yes              | yes              | yes              | yes              |
        | no country                                   | CountryMissing   | yes              | yes              | yes              | yes              | yes              | yes              | yes              | yes              | yes              |
        | a calling code of no country                 | CountryMismatch  | yes              | yes              | yes              | yes              | yes              | yes              | yes              | yes              | yes              |
        | an emergency number                          | ShortNumber      | yes              | yes              | yes              | yes              | yes              | yes              | yes              | yes              | yes              |
        """);

    private static readonly Duration Day = Duration.FromHours(24);

    public static TheoryData<string> Rows => [.. Table.Rows];

    public static CommandCase Case(string column) => column switch
    {
        "Submit" => new CommandCase(new SubmitPhone("+972502345678"), Given.BenignFacts(Given.Israeli)),
        "Resend" => new CommandCase(new ResendCode(), Given.BenignFacts()),
        "Confirm" => new CommandCase(new ConfirmCode("123456"), Given.BenignFacts()),
        "Cancel" => new CommandCase(new CancelPending(), Given.BenignFacts()),
        "Enable SMS" => new CommandCase(new EnableVerification(VerificationChannel.Sms), Given.BenignFacts()),
        "Enable app" => new CommandCase(new EnableVerification(VerificationChannel.AppPush), Given.BenignFacts()),
        "Change to SMS" => new CommandCase(new ChangeChannel(VerificationChannel.Sms), Given.BenignFacts()),
        "Change to app" => new CommandCase(new ChangeChannel(VerificationChannel.AppPush), Given.BenignFacts()),
        "Disable" => new CommandCase(new DisableVerification(), Given.BenignFacts()),
        "Remove" => new CommandCase(new RemovePhone(), Given.BenignFacts()),
        _ => throw new ArgumentOutOfRangeException(nameof(column)),
    };

    public static Enrolment Start(string column) => Given.PhoneVerified.With(Given.Pending(Given.Israeli)) with
    {
        ActiveChannel = column switch
        {
            "Change to SMS" => VerificationChannel.AppPush,
            "Change to app" or "Disable" => VerificationChannel.Sms,
            _ => null,
        },
    };

    public static Facts Facts(string row, Facts benign) => row switch
    {
        "never authenticated" => benign with { AuthenticatedAt = null },
        "authenticated 5 min ago" => benign with { AuthenticatedAt = Given.Now - Duration.FromMinutes(5) },
        "authenticated 1 ms less than 5 min ago" => benign with { AuthenticatedAt = Given.Now - Duration.FromMinutes(5) + Given.Millisecond },
        "authenticated 1 ms less than 5 min ahead" => benign with { AuthenticatedAt = Given.Now + Duration.FromMinutes(5) - Given.Millisecond },
        "authenticated 5 min ahead" => benign with { AuthenticatedAt = Given.Now + Duration.FromMinutes(5) },
        "a surface that offers nothing" => benign with { Origin = Given.ByUser with { Surface = TestPolicies.Lobby } },
        "a surface that refuses the country" => benign with { Origin = Given.ByUser with { Surface = TestPolicies.Web } },
        "a surface for the app alone" => benign with { Origin = Given.ByUser with { Surface = TestPolicies.Android } },
        "a premium number" => Read(benign, Given.British with { LineType = LineType.PremiumRate }),
        "a carrier that is not served" => Read(benign, Given.British with { Carrier = Carrier.Parse("nonet") }),
        "a registry that does not serve the country" => benign with { Service = RegistryService.CountryNotServed },
        "a registry that does not serve the carrier" => benign with { Service = RegistryService.CarrierNotServed },
        "a risk that is too high" => benign with { Risk = Risk.TooHigh },
        "a limiter that holds back" => benign with { SendAllowance = new SendAllowance(false) },
        "no device" => benign with { DeviceRegistered = false },
        "a wrong code" => benign with { CodeMatch = CodeMatch.None },
        "a code of another number" => benign with { CodeMatch = CodeMatch.Foreign },
        "an earlier code" => benign with { CodeMatch = CodeMatch.Superseded },
        "a code under a retired key" => benign with { CodeMatch = CodeMatch.None, CodeKeyRetired = true },
        "9 other accounts on the number" => benign with { OtherAccountsOnNumber = 9 },
        "10 other accounts on the number" => benign with { OtherAccountsOnNumber = 10 },
        "a reserved number and a live sender" => Read(benign, Given.British with { IsReserved = true }),
        "a reserved number and a test sender" => Read(benign, Given.British with { IsReserved = true }) with { SenderIsLive = false },
        "no number in the text" => Unread(benign, NumberFault.Unreadable),
        "too few digits" => Unread(benign, NumberFault.TooShort),
        "too many digits" => Unread(benign, NumberFault.TooLong),
        "an impossible number" => Unread(benign, NumberFault.NotInUse),
        "no country" => Unread(benign, NumberFault.CountryMissing),
        "a calling code of no country" => Unread(benign, NumberFault.CountryMismatch),
        "an emergency number" => Unread(benign, NumberFault.ShortNumber),
        _ => benign,
    };

    public static Enrolment Enrolment(string row, Enrolment start) => row switch
    {
        "a code sent 1 ms less than 30 s ago" => start with { Sends = [Sent(Duration.FromSeconds(30) - Given.Millisecond)] },
        "a code sent 30 s ago" => start with { Sends = [Sent(Duration.FromSeconds(30))] },
        "a second code sent 1 ms less than 60 s ago" => start with { Sends = [Sent(Duration.FromHours(2)), Sent(Duration.FromSeconds(60) - Given.Millisecond)] },
        "a second code sent 60 s ago" => start with { Sends = [Sent(Duration.FromHours(2)), Sent(Duration.FromSeconds(60))] },
        "5 codes to the number in less than 24 h" => start with { Sends = [Sent(Day - Given.Millisecond), .. Enumerable.Repeat(Sent(Duration.FromHours(20)), 4)] },
        "5 codes to the number, the first 24 h ago" => start with { Sends = [Sent(Day), .. Enumerable.Repeat(Sent(Duration.FromHours(20)), 4)] },
        "20 codes of the account in less than 24 h" => start with { Sends = [Sent(Day - Given.Millisecond), .. SentElsewhere(19)] },
        "20 codes of the account, the first 24 h ago" => start with { Sends = [Sent(Day), .. SentElsewhere(19)] },
        "a lock for 1 ms more" => start with { Locks = [new PurposeLock(CodePurpose.Enrol, Given.Now + Given.Millisecond)], Failures = [new WrongCodes(CodePurpose.Enrol, Given.Israeli.Number, 5)] },
        "a lock that ends now" => start with { Locks = [new PurposeLock(CodePurpose.Enrol, Given.Now)], Failures = [new WrongCodes(CodePurpose.Enrol, Given.Israeli.Number, 5)] },
        "99 failures over two numbers" => start with { Failures = [new WrongCodes(CodePurpose.Enrol, Given.Israeli.Number, 50), new WrongCodes(CodePurpose.Enrol, Given.British.Number, 49)] },
        "100 failures over two numbers" => start with { Failures = [new WrongCodes(CodePurpose.Enrol, Given.Israeli.Number, 50), new WrongCodes(CodePurpose.Enrol, Given.British.Number, 50)] },
        "both numbers opted out" => start with { OptedOut = [new OptOut(Given.American.Number, Given.Now), new OptOut(Given.Israeli.Number, Given.Now)] },
        "the verified number reported recycled" => start with { Phone = start.Phone! with { NeedsReverification = true } },
        "a code 1 ms less than 10 min old" => Issued(start, Given.Now - Duration.FromMinutes(10) + Given.Millisecond),
        "a code 10 min old" => Issued(start, Given.Now - Duration.FromMinutes(10)),
        "a code from 1 ms ahead" => Issued(start, Given.Now + Given.Millisecond),
        "a code with 4 wrong tries" => Tried(start, 4),
        "a code with 5 wrong tries" => Tried(start, 5),
        _ => start,
    };

    public static EnrolmentCommand Command(string row, EnrolmentCommand benign) =>
        row == "a malformed code" && benign is ConfirmCode ? new ConfirmCode("12345") : benign;

    private static Facts Read(Facts benign, PhoneDetails number) =>
        benign.Number is null ? benign : benign with { Number = new PhoneReading.Readable(number) };

    private static Facts Unread(Facts benign, NumberFault fault) =>
        benign.Number is null ? benign : benign with { Number = new PhoneReading.Unreadable(fault) };

    private static SentCode Sent(Duration ago) => new(CodePurpose.Enrol, Given.Israeli.Number, Given.Now - ago);

    private static IEnumerable<SentCode> SentElsewhere(int count) =>
        Enumerable.Range(0, count).Select(i => new SentCode(CodePurpose.Enrol, PhoneNumber.Parse($"+4479111200{i / 5:00}"), Given.Now - Duration.FromHours(10)));

    private static Enrolment Issued(Enrolment start, Instant at) =>
        start.With(start.Pending! with { Challenge = Given.Challenge(Given.Israeli.Number, "current", at) });

    private static Enrolment Tried(Enrolment start, int wrong) =>
        start with { Pending = start.Pending! with { Challenge = start.Pending.Challenge with { WrongTries = wrong } } };
}
