using NodaTime;

namespace LoginVerification.Tests;

/// <summary>
/// What each user command meets where one thing alone speaks against it, written by hand; yes for accepted. Without an obstacle every one of
/// them is accepted. A first number is Israeli, and pending where it is to be resent or confirmed; a second one is the same beside a verified
/// American one, which protects the log-in or does not. What authentication a command needs is in <see cref="AuthenticationGrid"/>.
/// </summary>
internal static class ObstacleGrid
{
    public static readonly TextTable Table = TextTable.Parse(
        """
        |                                               | Submit first      | Submit second     | Resend first      | Resend second     | Confirm first            | Confirm second           | Cancel           | Enable SMS             | Enable app          | Change to SMS          | Change to app       | Disable          | Remove           |
        | nothing                                       | yes               | yes               | yes               | yes               | yes                      | yes                      | yes              | yes                    | yes                 | yes                    | yes                 | yes              | yes              |
        | a surface that offers nothing                 | ActionNotOffered  | ActionNotOffered  | ActionNotOffered  | ActionNotOffered  | ActionNotOffered         | ActionNotOffered         | ActionNotOffered | ActionNotOffered       | ActionNotOffered    | ActionNotOffered       | ActionNotOffered    | ActionNotOffered | ActionNotOffered |
        | a surface that refuses the country            | CountryNotServed  | CountryNotServed  | CountryNotServed  | CountryNotServed  | CountryNotServed         | CountryNotServed         | yes              | yes                    | yes                 | yes                    | yes                 | yes              | yes              |
        | a surface for the app alone                   | yes               | yes               | yes               | yes               | yes                      | yes                      | yes              | ChannelNotServed       | yes                 | ChannelNotServed       | yes                 | yes              | ActionNotOffered |
        | a premium number                              | LineTypeNotServed | LineTypeNotServed | yes               | yes               | yes                      | yes                      | yes              | yes                    | yes                 | yes                    | yes                 | yes              | yes              |
        | a carrier that is not served                  | CarrierNotServed  | CarrierNotServed  | yes               | yes               | yes                      | yes                      | yes              | yes                    | yes                 | yes                    | yes                 | yes              | yes              |
        | a registry that does not serve the country    | CountryNotServed  | CountryNotServed  | CountryNotServed  | CountryNotServed  | yes                      | yes                      | yes              | yes                    | yes                 | yes                    | yes                 | yes              | yes              |
        | a registry that does not serve the carrier    | CarrierNotServed  | CarrierNotServed  | CarrierNotServed  | CarrierNotServed  | yes                      | yes                      | yes              | yes                    | yes                 | yes                    | yes                 | yes              | yes              |
        | a risk that is too high                       | SendsHeldBack     | SendsHeldBack     | SendsHeldBack     | SendsHeldBack     | yes                      | yes                      | yes              | yes                    | yes                 | yes                    | yes                 | yes              | yes              |
        | a limiter that holds back                     | SendsHeldBack     | SendsHeldBack     | SendsHeldBack     | SendsHeldBack     | yes                      | yes                      | yes              | yes                    | yes                 | yes                    | yes                 | yes              | yes              |
        | a code sent 1 ms less than 30 s ago           | ResendTooSoon     | ResendTooSoon     | ResendTooSoon     | ResendTooSoon     | yes                      | yes                      | yes              | yes                    | yes                 | yes                    | yes                 | yes              | yes              |
        | a code sent 30 s ago                          | yes               | yes               | yes               | yes               | yes                      | yes                      | yes              | yes                    | yes                 | yes                    | yes                 | yes              | yes              |
        | a second code sent 1 ms less than 60 s ago    | ResendTooSoon     | ResendTooSoon     | ResendTooSoon     | ResendTooSoon     | yes                      | yes                      | yes              | yes                    | yes                 | yes                    | yes                 | yes              | yes              |
        | a second code sent 60 s ago                   | yes               | yes               | yes               | yes               | yes                      | yes                      | yes              | yes                    | yes                 | yes                    | yes                 | yes              | yes              |
        | 5 codes to the number in less than 24 h       | SendLimitReached  | SendLimitReached  | SendLimitReached  | SendLimitReached  | yes                      | yes                      | yes              | yes                    | yes                 | yes                    | yes                 | yes              | yes              |
        | 5 codes to the number, the first 24 h ago     | yes               | yes               | yes               | yes               | yes                      | yes                      | yes              | yes                    | yes                 | yes                    | yes                 | yes              | yes              |
        | 20 codes of the account in less than 24 h     | SendLimitReached  | SendLimitReached  | SendLimitReached  | SendLimitReached  | yes                      | yes                      | yes              | yes                    | yes                 | yes                    | yes                 | yes              | yes              |
        | 20 codes of the account, the first 24 h ago   | yes               | yes               | yes               | yes               | yes                      | yes                      | yes              | yes                    | yes                 | yes                    | yes                 | yes              | yes              |
        | 5 codes for sign-in to the number just now    | yes               | yes               | yes               | yes               | yes                      | yes                      | yes              | yes                    | yes                 | yes                    | yes                 | yes              | yes              |
        | 20 codes for sign-in just now                 | yes               | yes               | yes               | yes               | yes                      | yes                      | yes              | yes                    | yes                 | yes                    | yes                 | yes              | yes              |
        | a lock for 1 ms more                          | Locked            | Locked            | Locked            | Locked            | Locked                   | Locked                   | yes              | yes                    | yes                 | yes                    | yes                 | yes              | yes              |
        | a lock that ends now                          | yes               | yes               | yes               | yes               | yes                      | yes                      | yes              | yes                    | yes                 | yes                    | yes                 | yes              | yes              |
        | a lock of sign-in for 1 ms more               | yes               | yes               | yes               | yes               | yes                      | yes                      | yes              | yes                    | yes                 | yes                    | yes                 | yes              | yes              |
        | 99 failures over two numbers                  | yes               | yes               | yes               | yes               | yes                      | yes                      | yes              | yes                    | yes                 | yes                    | yes                 | yes              | yes              |
        | 100 failures over two numbers                 | LockedUntilUnlock | LockedUntilUnlock | LockedUntilUnlock | LockedUntilUnlock | LockedUntilUnlock        | LockedUntilUnlock        | yes              | yes                    | yes                 | yes                    | yes                 | yes              | yes              |
        | 100 failures at sign-in                       | yes               | yes               | yes               | yes               | yes                      | yes                      | yes              | yes                    | yes                 | yes                    | yes                 | yes              | yes              |
        | 99 failures at enrolment and 99 at sign-in    | yes               | yes               | yes               | yes               | yes                      | yes                      | yes              | yes                    | yes                 | yes                    | yes                 | yes              | yes              |
        | both numbers opted out                        | DeliveryOptedOut  | DeliveryOptedOut  | DeliveryOptedOut  | DeliveryOptedOut  | yes                      | yes                      | yes              | DeliveryOptedOut       | yes                 | DeliveryOptedOut       | yes                 | yes              | yes              |
        | both numbers opted out, both once verified    | yes               | yes               | DeliveryOptedOut  | DeliveryOptedOut  | yes                      | yes                      | yes              | DeliveryOptedOut       | yes                 | DeliveryOptedOut       | yes                 | yes              | yes              |
        | the verified number reported recycled         | yes               | yes               | yes               | yes               | yes                      | yes                      | yes              | ReverificationRequired | yes                 | ReverificationRequired | yes                 | yes              | yes              |
        | no device                                     | yes               | yes               | yes               | yes               | yes                      | yes                      | yes              | yes                    | DeviceNotRegistered | yes                    | DeviceNotRegistered | yes              | yes              |
        | 20 changes of the channel in less than 24 h   | yes               | yes               | yes               | yes               | yes                      | yes                      | yes              | ChangedTooOften        | ChangedTooOften     | ChangedTooOften        | ChangedTooOften     | yes              | yes              |
        | 20 changes of the channel, the first 24 h ago | yes               | yes               | yes               | yes               | yes                      | yes                      | yes              | yes                    | yes                 | yes                    | yes                 | yes              | yes              |
        | a wrong code                                  | yes               | yes               | yes               | yes               | WrongCode                | WrongCode                | yes              | yes                    | yes                 | yes                    | yes                 | yes              | yes              |
        | a code of another number                      | yes               | yes               | yes               | yes               | WrongCode                | WrongCode                | yes              | yes                    | yes                 | yes                    | yes                 | yes              | yes              |
        | an earlier code                               | yes               | yes               | yes               | yes               | CodeSuperseded           | CodeSuperseded           | yes              | yes                    | yes                 | yes                    | yes                 | yes              | yes              |
        | a malformed code                              | yes               | yes               | yes               | yes               | CodeMalformed            | CodeMalformed            | yes              | yes                    | yes                 | yes                    | yes                 | yes              | yes              |
        | a code 1 ms less than 10 min old              | yes               | yes               | yes               | yes               | yes                      | yes                      | yes              | yes                    | yes                 | yes                    | yes                 | yes              | yes              |
        | a code 10 min old                             | yes               | yes               | yes               | yes               | CodeExpired              | CodeExpired              | yes              | yes                    | yes                 | yes                    | yes                 | yes              | yes              |
        | a code from 1 ms ahead                        | ResendTooSoon     | ResendTooSoon     | ResendTooSoon     | ResendTooSoon     | CodeExpired              | CodeExpired              | yes              | yes                    | yes                 | yes                    | yes                 | yes              | yes              |
        | a code under a retired key                    | yes               | yes               | yes               | yes               | CodeExpired              | CodeExpired              | yes              | yes                    | yes                 | yes                    | yes                 | yes              | yes              |
        | a code with 4 wrong tries                     | yes               | yes               | yes               | yes               | yes                      | yes                      | yes              | yes                    | yes                 | yes                    | yes                 | yes              | yes              |
        | a code with 5 wrong tries                     | yes               | yes               | yes               | yes               | CodeExhausted            | CodeExhausted            | yes              | yes                    | yes                 | yes                    | yes                 | yes              | yes              |
        | 9 other accounts on the number                | yes               | yes               | yes               | yes               | yes                      | yes                      | yes              | yes                    | yes                 | yes                    | yes                 | yes              | yes              |
        | 10 other accounts on the number               | yes               | yes               | yes               | yes               | NumberHasTooManyAccounts | NumberHasTooManyAccounts | yes              | yes                    | yes                 | yes                    | yes                 | yes              | yes              |
        | a reserved number and a live sender           | NumberReserved    | NumberReserved    | yes               | yes               | yes                      | yes                      | yes              | yes                    | yes                 | yes                    | yes                 | yes              | yes              |
        | a reserved number and a test sender           | yes               | yes               | yes               | yes               | yes                      | yes                      | yes              | yes                    | yes                 | yes                    | yes                 | yes              | yes              |
        | reserved numbers held and a live sender       | yes               | yes               | NumberReserved    | NumberReserved    | yes                      | yes                      | yes              | NumberReserved         | yes                 | NumberReserved         | yes                 | yes              | yes              |
        | reserved numbers held and a test sender       | yes               | yes               | yes               | yes               | yes                      | yes                      | yes              | yes                    | yes                 | yes                    | yes                 | yes              | yes              |
        | no number in the text                         | NumberUnreadable  | NumberUnreadable  | yes               | yes               | yes                      | yes                      | yes              | yes                    | yes                 | yes                    | yes                 | yes              | yes              |
        | too few digits                                | NumberTooShort    | NumberTooShort    | yes               | yes               | yes                      | yes                      | yes              | yes                    | yes                 | yes                    | yes                 | yes              | yes              |
        | too many digits                               | NumberTooLong     | NumberTooLong     | yes               | yes               | yes                      | yes                      | yes              | yes                    | yes                 | yes                    | yes                 | yes              | yes              |
        | an impossible number                          | NumberNotInUse    | NumberNotInUse    | yes               | yes               | yes                      | yes                      | yes              | yes                    | yes                 | yes                    | yes                 | yes              | yes              |
        | no country                                    | CountryMissing    | CountryMissing    | yes               | yes               | yes                      | yes                      | yes              | yes                    | yes                 | yes                    | yes                 | yes              | yes              |
        | a calling code of no country                  | CountryMismatch   | CountryMismatch   | yes               | yes               | yes                      | yes                      | yes              | yes                    | yes                 | yes                    | yes                 | yes              | yes              |
        | an emergency number                           | ShortNumber       | ShortNumber       | yes               | yes               | yes                      | yes                      | yes              | yes                    | yes                 | yes                    | yes                 | yes              | yes              |
        """);

    private static readonly Duration Day = Duration.FromHours(24);

    public static TheoryData<string> Rows => [.. Table.Rows];

    public static CommandCase Case(string column) => column switch
    {
        "Submit first" or "Submit second" => new CommandCase(new SubmitPhone("+972502345678"), Given.BenignFacts(Given.Israeli)),
        "Resend first" or "Resend second" => new CommandCase(new ResendCode(), Given.BenignFacts()),
        "Confirm first" or "Confirm second" => new CommandCase(new ConfirmCode("123456"), Given.BenignFacts()),
        "Cancel" => new CommandCase(new CancelPending(), Given.BenignFacts()),
        "Enable SMS" => new CommandCase(new EnableVerification(VerificationChannel.Sms), Given.BenignFacts()),
        "Enable app" => new CommandCase(new EnableVerification(VerificationChannel.AppPush), Given.BenignFacts()),
        "Change to SMS" => new CommandCase(new ChangeChannel(VerificationChannel.Sms), Given.BenignFacts()),
        "Change to app" => new CommandCase(new ChangeChannel(VerificationChannel.AppPush), Given.BenignFacts()),
        "Disable" => new CommandCase(new DisableVerification(), Given.BenignFacts()),
        "Remove" => new CommandCase(new RemovePhone(), Given.BenignFacts()),
        _ => throw new ArgumentOutOfRangeException(nameof(column)),
    };

    /// <summary>Every snapshot on which the column holds.</summary>
    public static IReadOnlyList<Enrolment> Starts(string column) => column switch
    {
        "Submit first" => [Given.NoPhone, Given.PhonePending],
        "Resend first" or "Confirm first" => [Given.PhonePending],
        "Submit second" or "Resend second" or "Confirm second" => [Second(null), Second(VerificationChannel.Sms), Second(VerificationChannel.AppPush)],
        "Cancel" => [Given.PhonePending, Second(null), Second(VerificationChannel.Sms)],
        "Change to SMS" => [Second(VerificationChannel.AppPush)],
        "Change to app" or "Disable" => [Second(VerificationChannel.Sms)],
        _ => [Second(null)],
    };

    private static Enrolment Second(VerificationChannel? active) => Given.PhoneVerified.With(Given.Pending(Given.Israeli)) with { ActiveChannel = active };

    public static Facts Facts(string row, Facts benign) => row switch
    {
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
        "reserved numbers held and a test sender" => benign with { SenderIsLive = false },
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
        "5 codes for sign-in to the number just now" => start with { Sends = [.. start.Sends, .. Enumerable.Repeat(new SentCode(CodePurpose.SignIn, Given.Israeli.Number, Given.Now), 5)] },
        "20 codes for sign-in just now" => start with { Sends = [.. start.Sends, .. Enumerable.Repeat(new SentCode(CodePurpose.SignIn, Given.American.Number, Given.Now), 20)] },
        "a lock of sign-in for 1 ms more" => Failed(start, CodePurpose.SignIn, 5) with { Locks = [new PurposeLock(CodePurpose.SignIn, Given.Now + Given.Millisecond)] },
        "100 failures at sign-in" => Failed(start, CodePurpose.SignIn, 100),
        "99 failures at enrolment and 99 at sign-in" => start with { Failures = [new WrongCodes(CodePurpose.Enrol, Given.Israeli.Number, 99), new WrongCodes(CodePurpose.SignIn, Given.Israeli.Number, 99)] },
        "a lock for 1 ms more" => Failed(start, CodePurpose.Enrol, 5) with { Locks = [new PurposeLock(CodePurpose.Enrol, Given.Now + Given.Millisecond)] },
        "a lock that ends now" => Failed(start, CodePurpose.Enrol, 5) with { Locks = [new PurposeLock(CodePurpose.Enrol, Given.Now)] },
        "99 failures over two numbers" => start with { Failures = [new WrongCodes(CodePurpose.Enrol, Given.Israeli.Number, 50), new WrongCodes(CodePurpose.Enrol, Given.British.Number, 49)] },
        "100 failures over two numbers" => start with { Failures = [new WrongCodes(CodePurpose.Enrol, Given.Israeli.Number, 50), new WrongCodes(CodePurpose.Enrol, Given.British.Number, 50)] },
        "both numbers opted out" => BothOptedOut(start),
        "both numbers opted out, both once verified" => BothOptedOut(start) with { FormerNumbers = [new FormerNumber(Given.Israeli.Number, WasVerified: true)] },
        "20 changes of the channel in less than 24 h" => start with { ChannelChanges = [Given.Now - Day + Given.Millisecond, .. Enumerable.Repeat(Given.Now, 19)] },
        "20 changes of the channel, the first 24 h ago" => start with { ChannelChanges = [Given.Now - Day, .. Enumerable.Repeat(Given.Now, 19)] },
        "reserved numbers held and a live sender" or "reserved numbers held and a test sender" => start with
        {
            Phone = start.Phone is { } phone ? phone with { Details = phone.Details with { IsReserved = true } } : null,
            Pending = start.Pending is { } pending ? pending with { Details = pending.Details with { IsReserved = true } } : null,
        },
        "the verified number reported recycled" when start.Phone is { } phone => start with { Phone = phone with { NeedsReverification = true } },
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

    /// <summary>With a code sent at a certain time; where its number was cancelled since, the send alone is in the books.</summary>
    private static Enrolment Issued(Enrolment start, Instant at) => start.Pending is { } pending
        ? start.With(pending with { Challenge = Given.Challenge(Given.Israeli.Number, "current", at) })
        : start with { Sends = [new SentCode(CodePurpose.Enrol, Given.Israeli.Number, at)] };

    private static Enrolment Tried(Enrolment start, int wrong) => start.Pending is { } pending
        ? start with { Pending = pending with { Challenge = pending.Challenge with { WrongTries = wrong } } }
        : start;

    private static Enrolment Failed(Enrolment start, CodePurpose purpose, int count) =>
        start with { Failures = [new WrongCodes(purpose, Given.Israeli.Number, count)] };

    private static Enrolment BothOptedOut(Enrolment start) =>
        start with { OptedOut = [new OptOut(Given.American.Number, Given.Now), new OptOut(Given.Israeli.Number, Given.Now)] };
}
