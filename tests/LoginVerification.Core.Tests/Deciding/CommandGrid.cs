using NodaTime;

namespace LoginVerification.Tests;

/// <summary>
/// What comes of each command in each state while nothing else speaks against it, written by hand from the design: the refusal, or the events
/// in their order; a wrong code is both. A verified number is American, a pending one Israeli.
/// </summary>
internal static class CommandGrid
{
    public static readonly TextTable Table = TextTable.Parse(
        """
        |                                   | NoPhone        | PhonePending                | PhoneVerified        | PhoneVerified + pending       | VerificationEnabled  | VerificationEnabled + pending |
        | SubmitPhone, a new number         | PhoneSubmitted | PhoneSubmitted              | PhoneSubmitted       | PhoneSubmitted                | PhoneSubmitted       | PhoneSubmitted                |
        | SubmitPhone, the Israeli number   | PhoneSubmitted | CodeReissued                | PhoneSubmitted       | CodeReissued                  | PhoneSubmitted       | CodeReissued                  |
        | SubmitPhone, the American number  | PhoneSubmitted | PhoneSubmitted              | PhoneAlreadyVerified | PhoneAlreadyVerified          | PhoneAlreadyVerified | PhoneAlreadyVerified          |
        | ResendCode                        | NoPendingPhone | CodeReissued                | NoPendingPhone       | CodeReissued                  | NoPendingPhone       | CodeReissued                  |
        | ConfirmCode, the right one        | NoPendingPhone | CodeMatched                 | NoPendingPhone       | PhoneReplaced                 | NoPendingPhone       | PhoneReplaced                 |
        | ConfirmCode, a wrong one          | NoPendingPhone | CodeMismatched + WrongCode  | NoPendingPhone       | CodeMismatched + WrongCode    | NoPendingPhone       | CodeMismatched + WrongCode    |
        | CancelPending                     | NoPendingPhone | PendingCancelled            | NoPendingPhone       | PendingCancelled              | NoPendingPhone       | PendingCancelled              |
        | EnableVerification, SMS           | NoVerifiedPhone | NoVerifiedPhone            | ChannelEnabled       | ChannelEnabled                | AlreadyEnabled       | AlreadyEnabled                |
        | EnableVerification, the app       | NoVerifiedPhone | NoVerifiedPhone            | ChannelEnabled       | ChannelEnabled                | AlreadyEnabled       | AlreadyEnabled                |
        | ChangeChannel, to the other one   | NotEnabled     | NotEnabled                  | NotEnabled           | NotEnabled                    | ChannelChanged       | ChannelChanged                |
        | ChangeChannel, to the same one    | NotEnabled     | NotEnabled                  | NotEnabled           | NotEnabled                    | ChannelAlreadyActive | ChannelAlreadyActive          |
        | DisableVerification               | NotEnabled     | NotEnabled                  | NotEnabled           | NotEnabled                    | VerificationDisabled | VerificationDisabled          |
        | RemovePhone                       | NoVerifiedPhone | NoVerifiedPhone            | PhoneRemoved         | PendingCancelled + PhoneRemoved | PhoneProtectsLogin | PhoneProtectsLogin            |
        | LapsePending, before its time     | NoPendingPhone | NotYetLapsed                | NoPendingPhone       | NotYetLapsed                  | NoPendingPhone       | NotYetLapsed                  |
        | LapsePending, in its time         | NoPendingPhone | PendingLapsed               | NoPendingPhone       | PendingLapsed                 | NoPendingPhone       | PendingLapsed                 |
        | InvalidatePhone, the American     | NumberNotHeld  | NumberNotHeld               | PhoneInvalidated     | PhoneInvalidated              | PhoneInvalidated     | PhoneInvalidated              |
        | InvalidatePhone, the Israeli      | NumberNotHeld  | NumberNotHeld               | NumberNotHeld        | NumberNotHeld                 | NumberNotHeld        | NumberNotHeld                 |
        | OptOutOfDelivery, the American    | NumberNotHeld  | NumberNotHeld               | DeliveryOptedOut     | DeliveryOptedOut              | DeliveryOptedOut     | DeliveryOptedOut              |
        | OptOutOfDelivery, the Israeli     | NumberNotHeld  | DeliveryOptedOut            | NumberNotHeld        | DeliveryOptedOut              | NumberNotHeld        | DeliveryOptedOut              |
        | RestoreDelivery, never opted out  | AlreadyKnown   | AlreadyKnown                | AlreadyKnown         | AlreadyKnown                  | AlreadyKnown         | AlreadyKnown                  |
        | RestoreDelivery, opted out        | DeliveryRestored | DeliveryRestored          | DeliveryRestored     | DeliveryRestored              | DeliveryRestored     | DeliveryRestored              |
        | Unlock, no failures               | NotLocked      | NotLocked                   | NotLocked            | NotLocked                     | NotLocked            | NotLocked                     |
        | Unlock, after a failure           | Unlocked       | Unlocked                    | Unlocked             | Unlocked                      | Unlocked             | Unlocked                      |
        | ImportVerifiedPhone               | PhoneImported  | PhoneImported               | ImportNotPossible    | ImportNotPossible             | ImportNotPossible    | ImportNotPossible             |
        | ImportVerifiedPhone, enabled      | PhoneImported + ChannelEnabled | PhoneImported + ChannelEnabled | ImportNotPossible | ImportNotPossible  | ImportNotPossible    | ImportNotPossible             |
        | ImportVerifiedPhone, from tomorrow | ImportNotPossible | ImportNotPossible       | ImportNotPossible    | ImportNotPossible             | ImportNotPossible    | ImportNotPossible             |
        """);

    public static TheoryData<string> Rows => [.. Table.Rows];

    public static Enrolment Start(string column) => column switch
    {
        "NoPhone" => Given.NoPhone,
        "PhonePending" => Given.PhonePending,
        "PhoneVerified" => Given.PhoneVerified,
        "PhoneVerified + pending" => Given.PhoneVerified.With(Given.Pending(Given.Israeli)),
        "VerificationEnabled" => Given.VerificationEnabled,
        "VerificationEnabled + pending" => Given.VerificationEnabled.With(Given.Pending(Given.Israeli)),
        _ => throw new ArgumentOutOfRangeException(nameof(column)),
    };

    public static CommandCase Case(string row) => row switch
    {
        "SubmitPhone, a new number" => ByUser(new SubmitPhone("+447911123456"), Given.British),
        "SubmitPhone, the Israeli number" => ByUser(new SubmitPhone("+972502345678"), Given.Israeli),
        "SubmitPhone, the American number" => ByUser(new SubmitPhone("+14155552671"), Given.American),
        "ResendCode" => ByUser(new ResendCode()),
        "ConfirmCode, the right one" => ByUser(new ConfirmCode("123456")),
        "ConfirmCode, a wrong one" => ByUser(new ConfirmCode("123456")) with { Facts = Given.BenignFacts() with { CodeMatch = CodeMatch.None } },
        "CancelPending" => ByUser(new CancelPending()),
        "EnableVerification, SMS" => ByUser(new EnableVerification(VerificationChannel.Sms)),
        "EnableVerification, the app" => ByUser(new EnableVerification(VerificationChannel.AppPush)),
        "ChangeChannel, to the other one" => ByUser(new ChangeChannel(VerificationChannel.AppPush)),
        "ChangeChannel, to the same one" => ByUser(new ChangeChannel(VerificationChannel.Sms)),
        "DisableVerification" => ByUser(new DisableVerification()),
        "RemovePhone" => ByUser(new RemovePhone()),
        "LapsePending, before its time" => By(Initiator.Time, new LapsePending(), at: Given.PhonePending.Pending!.LapsesAt - Given.Millisecond),
        "LapsePending, in its time" => By(Initiator.Time, new LapsePending(), at: Given.PhonePending.Pending!.LapsesAt),
        "InvalidatePhone, the American" => By(Initiator.Carrier, new InvalidatePhone("+14155552671", InvalidationReason.Ported), Given.American),
        "InvalidatePhone, the Israeli" => By(Initiator.Carrier, new InvalidatePhone("+972502345678", InvalidationReason.Ported), Given.Israeli),
        "OptOutOfDelivery, the American" => By(Initiator.Carrier, new OptOutOfDelivery("+14155552671"), Given.American),
        "OptOutOfDelivery, the Israeli" => By(Initiator.Carrier, new OptOutOfDelivery("+972502345678"), Given.Israeli),
        "RestoreDelivery, never opted out" => By(Initiator.Carrier, new RestoreDelivery("+14155552671"), Given.American),
        "RestoreDelivery, opted out" => By(Initiator.Carrier, new RestoreDelivery("+447911123456"), Given.British) with { Twist = enrolment => enrolment with { OptedOut = [new OptOut(Given.British.Number, Given.Now)] } },
        "Unlock, no failures" => By(Initiator.Operator, new Unlock()),
        "Unlock, after a failure" => By(Initiator.Operator, new Unlock()) with { Twist = enrolment => enrolment with { Failures = [new WrongCodes(CodePurpose.Enrol, Given.British.Number, 1)] } },
        "ImportVerifiedPhone" => By(Initiator.Operator, new ImportVerifiedPhone("+447911123456", Given.Now), Given.British),
        "ImportVerifiedPhone, enabled" => By(Initiator.Operator, new ImportVerifiedPhone("+447911123456", Given.Now, VerificationChannel.Sms), Given.British),
        "ImportVerifiedPhone, from tomorrow" => By(Initiator.Operator, new ImportVerifiedPhone("+447911123456", Given.Now + Given.Millisecond), Given.British),
        _ => throw new ArgumentOutOfRangeException(nameof(row), row, "A row of the grid without a command."),
    };

    private static CommandCase ByUser(UserCommand command, PhoneDetails? number = null) => new(command, Given.BenignFacts(number));

    private static CommandCase By(Initiator initiator, EnrolmentCommand command, PhoneDetails? number = null, Instant? at = null) =>
        new(command, Given.FactsOf(new Origin(at ?? Given.Now, initiator, null), number));
}
