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
        |                                                       | NoPhone                        | PhonePending                                      | PhoneVerified               | PhoneVerified + pending           | VerificationEnabled         | VerificationEnabled + pending |
        | SubmitPhone, a new number                             | PhoneSubmitted                 | PhoneSubmitted                                    | PhoneSubmitted              | PhoneSubmitted                    | PhoneSubmitted              | PhoneSubmitted                |
        | SubmitPhone, the Israeli number                       | PhoneSubmitted                 | CodeResent                                        | PhoneSubmitted              | CodeResent                        | PhoneSubmitted              | CodeResent                    |
        | SubmitPhone, the Israeli number, its code dead        | PhoneSubmitted                 | CodeReissued                                      | PhoneSubmitted              | CodeReissued                      | PhoneSubmitted              | CodeReissued                  |
        | SubmitPhone, the Israeli number and its carrier       | PhoneSubmitted                 | PhoneSubmitted                                    | PhoneSubmitted              | PhoneSubmitted                    | PhoneSubmitted              | PhoneSubmitted                |
        | SubmitPhone, the American number                      | PhoneSubmitted                 | PhoneSubmitted                                    | PhoneAlreadyVerified        | PhoneAlreadyVerified              | PhoneAlreadyVerified        | PhoneAlreadyVerified          |
        | SubmitPhone, the American number, in doubt            | PhoneSubmitted                 | PhoneSubmitted                                    | PhoneSubmitted              | PhoneSubmitted                    | PhoneSubmitted              | PhoneSubmitted                |
        | SubmitPhone, the American number, opted out           | DeliveryOptedOut               | DeliveryOptedOut                                  | PhoneSubmitted              | PhoneSubmitted                    | PhoneSubmitted              | PhoneSubmitted                |
        | SubmitPhone, a number that opted out                  | DeliveryOptedOut               | DeliveryOptedOut                                  | DeliveryOptedOut            | DeliveryOptedOut                  | DeliveryOptedOut            | DeliveryOptedOut              |
        | SubmitPhone, one that opted out after it was texted   | DeliveryOptedOut               | DeliveryOptedOut                                  | DeliveryOptedOut            | DeliveryOptedOut                  | DeliveryOptedOut            | DeliveryOptedOut              |
        | SubmitPhone, one that opted out after it was verified | PhoneSubmitted                 | PhoneSubmitted                                    | PhoneSubmitted              | PhoneSubmitted                    | PhoneSubmitted              | PhoneSubmitted                |
        | ResendCode                                            | NoPendingPhone                 | CodeResent                                        | NoPendingPhone              | CodeResent                        | NoPendingPhone              | CodeResent                    |
        | ResendCode, the code dead                             | NoPendingPhone                 | CodeReissued                                      | NoPendingPhone              | CodeReissued                      | NoPendingPhone              | CodeReissued                  |
        | ResendCode, the code tried out                        | NoPendingPhone                 | CodeReissued                                      | NoPendingPhone              | CodeReissued                      | NoPendingPhone              | CodeReissued                  |
        | ResendCode, its key retired                           | NoPendingPhone                 | CodeReissued                                      | NoPendingPhone              | CodeReissued                      | NoPendingPhone              | CodeReissued                  |
        | ConfirmCode, the right one                            | NoPendingPhone                 | CodeMatched                                       | NoPendingPhone              | PhoneReplaced                     | NoPendingPhone              | PhoneReplaced                 |
        | ConfirmCode, a wrong one                              | NoPendingPhone                 | CodeMismatched + WrongCode                        | NoPendingPhone              | CodeMismatched + WrongCode        | NoPendingPhone              | CodeMismatched + WrongCode    |
        | CancelPending                                         | NoPendingPhone                 | PendingCancelled                                  | NoPendingPhone              | PendingCancelled                  | NoPendingPhone              | PendingCancelled              |
        | EnableVerification, SMS                               | NoVerifiedPhone                | NoVerifiedPhone                                   | ChannelEnabled              | PendingCancelled + ChannelEnabled | AlreadyEnabled              | AlreadyEnabled                |
        | EnableVerification, the app                           | NoVerifiedPhone                | NoVerifiedPhone                                   | ChannelEnabled              | PendingCancelled + ChannelEnabled | AlreadyEnabled              | AlreadyEnabled                |
        | ChangeChannel, to the other one                       | NotEnabled                     | NotEnabled                                        | NotEnabled                  | NotEnabled                        | ChannelChanged              | ChannelChanged                |
        | ChangeChannel, to the same one                        | NotEnabled                     | NotEnabled                                        | NotEnabled                  | NotEnabled                        | ChannelAlreadyActive        | ChannelAlreadyActive          |
        | DisableVerification                                   | NotEnabled                     | NotEnabled                                        | NotEnabled                  | NotEnabled                        | VerificationDisabled        | VerificationDisabled          |
        | RemovePhone                                           | NoVerifiedPhone                | NoVerifiedPhone                                   | PhoneRemoved                | PendingCancelled + PhoneRemoved   | PhoneProtectsLogin          | PhoneProtectsLogin            |
        | AcknowledgeNotices, none                              | NothingToAcknowledge           | NothingToAcknowledge                              | NothingToAcknowledge        | NothingToAcknowledge              | NothingToAcknowledge        | NothingToAcknowledge          |
        | AcknowledgeNotices, all                               | NoticesAcknowledged            | NoticesAcknowledged                               | NoticesAcknowledged         | NoticesAcknowledged               | NoticesAcknowledged         | NoticesAcknowledged           |
        | AcknowledgeNotices, up to the newest                  | NoticesAcknowledged            | NoticesAcknowledged                               | NoticesAcknowledged         | NoticesAcknowledged               | NoticesAcknowledged         | NoticesAcknowledged           |
        | AcknowledgeNotices, up to before the oldest           | NothingToAcknowledge           | NothingToAcknowledge                              | NothingToAcknowledge        | NothingToAcknowledge              | NothingToAcknowledge        | NothingToAcknowledge          |
        | LapsePending, before its time                         | NoPendingPhone                 | NotYetLapsed                                      | NoPendingPhone              | NotYetLapsed                      | NoPendingPhone              | NotYetLapsed                  |
        | LapsePending, in its time                             | NoPendingPhone                 | PendingLapsed                                     | NoPendingPhone              | PendingLapsed                     | NoPendingPhone              | PendingLapsed                 |
        | InvalidatePhone, the American                         | NumberNotHeld                  | NumberNotHeld                                     | PhoneInvalidated            | PhoneInvalidated                  | PhoneInvalidated            | PhoneInvalidated              |
        | InvalidatePhone, the American, in doubt already       | NumberNotHeld                  | NumberNotHeld                                     | AlreadyKnown                | AlreadyKnown                      | AlreadyKnown                | AlreadyKnown                  |
        | InvalidatePhone, the Israeli                          | NumberNotHeld                  | NumberNotHeld                                     | NumberNotHeld               | NumberNotHeld                     | NumberNotHeld               | NumberNotHeld                 |
        | OptOutOfDelivery, the American                        | NumberNotHeld                  | NumberNotHeld                                     | DeliveryOptedOut            | DeliveryOptedOut                  | DeliveryOptedOut            | DeliveryOptedOut              |
        | OptOutOfDelivery, the Israeli                         | NumberNotHeld                  | DeliveryOptedOut                                  | NumberNotHeld               | DeliveryOptedOut                  | NumberNotHeld               | DeliveryOptedOut              |
        | OptOutOfDelivery, a former number                     | DeliveryOptedOut               | DeliveryOptedOut                                  | DeliveryOptedOut            | DeliveryOptedOut                  | DeliveryOptedOut            | DeliveryOptedOut              |
        | OptOutOfDelivery, once more                           | AlreadyKnown                   | AlreadyKnown                                      | AlreadyKnown                | AlreadyKnown                      | AlreadyKnown                | AlreadyKnown                  |
        | OptOutOfDelivery, once more after a code              | DeliveryOptedOut               | DeliveryOptedOut                                  | DeliveryOptedOut            | DeliveryOptedOut                  | DeliveryOptedOut            | DeliveryOptedOut              |
        | RestoreDelivery, never opted out                      | AlreadyKnown                   | AlreadyKnown                                      | AlreadyKnown                | AlreadyKnown                      | AlreadyKnown                | AlreadyKnown                  |
        | RestoreDelivery, opted out                            | DeliveryRestored               | DeliveryRestored                                  | DeliveryRestored            | DeliveryRestored                  | DeliveryRestored            | DeliveryRestored              |
        | Unlock, no failures                                   | NotLocked                      | NotLocked                                         | NotLocked                   | NotLocked                         | NotLocked                   | NotLocked                     |
        | Unlock, after a failure                               | Unlocked                       | Unlocked                                          | Unlocked                    | Unlocked                          | Unlocked                    | Unlocked                      |
        | Unlock, after 99 failures at sign-in                  | Unlocked                       | Unlocked                                          | Unlocked                    | Unlocked                          | Unlocked                    | Unlocked                      |
        | Unlock, after 100 failures at sign-in                 | Unlocked                       | Unlocked                                          | Unlocked + PhoneInvalidated | Unlocked + PhoneInvalidated       | Unlocked + PhoneInvalidated | Unlocked + PhoneInvalidated   |
        | Unlock, after 100 failures at enrolment               | Unlocked                       | Unlocked                                          | Unlocked                    | Unlocked                          | Unlocked                    | Unlocked                      |
        | Unlock, after wrong backup codes                      | Unlocked                       | Unlocked                                          | Unlocked                    | Unlocked                          | Unlocked                    | Unlocked                      |
        | ImportVerifiedPhone                                   | PhoneImported                  | PendingCancelled + PhoneImported                  | ImportNotPossible           | ImportNotPossible                 | ImportNotPossible           | ImportNotPossible             |
        | ImportVerifiedPhone, enabled                          | PhoneImported + ChannelEnabled | PendingCancelled + PhoneImported + ChannelEnabled | ImportNotPossible           | ImportNotPossible                 | ImportNotPossible           | ImportNotPossible             |
        | ImportVerifiedPhone, verified in this millisecond     | PhoneImported                  | PendingCancelled + PhoneImported                  | ImportNotPossible           | ImportNotPossible                 | ImportNotPossible           | ImportNotPossible             |
        | ImportVerifiedPhone, from tomorrow                    | ImportNotPossible              | ImportNotPossible                                 | ImportNotPossible           | ImportNotPossible                 | ImportNotPossible           | ImportNotPossible             |
        | ImportVerifiedPhone, a reserved number, live          | NumberReserved                 | NumberReserved                                    | NumberReserved              | NumberReserved                    | NumberReserved              | NumberReserved                |
        | BeginSignIn                                           | NotEnabled                     | NotEnabled                                        | NotEnabled                  | NotEnabled                        | SignInBegun                 | SignInBegun                   |
        | ResendSignIn                                          | NotEnabled                     | NotEnabled                                        | NotEnabled                  | NotEnabled                        | SignInNotOpen               | SignInNotOpen                 |
        | AnswerSignIn                                          | SignInNotOpen                  | SignInNotOpen                                     | SignInNotOpen               | SignInNotOpen                     | SignInNotOpen               | SignInNotOpen                 |
        | CompleteSignIn                                        | SignInNotOpen                  | SignInNotOpen                                     | SignInNotOpen               | SignInNotOpen                     | SignInNotOpen               | SignInNotOpen                 |
        | UseBackupCode, and there are none                     | NotEnabled                     | NotEnabled                                        | NotEnabled                  | NotEnabled                        | NoBackupCodes               | NoBackupCodes                 |
        | UseBackupCode, and there are some                     | NotEnabled                     | NotEnabled                                        | NotEnabled                  | NotEnabled                        | BackupCodeUsed              | BackupCodeUsed                |
        | IssueBackupCodes                                      | NotEnabled                     | NotEnabled                                        | NotEnabled                  | NotEnabled                        | BackupCodesIssued           | BackupCodesIssued             |
        | BindDevice                                            | NoVerifiedPhone                | NoVerifiedPhone                                   | DeviceBound                 | DeviceBound                       | DeviceBound                 | DeviceBound                   |
        | BindDevice, without a token                           | BindingTokenInvalid            | BindingTokenInvalid                               | BindingTokenInvalid         | BindingTokenInvalid               | BindingTokenInvalid         | BindingTokenInvalid           |
        | AnswerPrompt                                          | DeviceUnknown                  | DeviceUnknown                                     | DeviceUnknown               | DeviceUnknown                     | DeviceUnknown               | DeviceUnknown                 |
        | AnswerPrompt, on a device of the account              | SignInNotOpen                  | SignInNotOpen                                     | SignInNotOpen               | SignInNotOpen                     | SignInNotOpen               | SignInNotOpen                 |
        | ChangeDeviceAddress                                   | DeviceUnknown                  | DeviceUnknown                                     | DeviceUnknown               | DeviceUnknown                     | DeviceUnknown               | DeviceUnknown                 |
        | ChangeDeviceAddress, of a device of the account       | DeviceAddressChanged           | DeviceAddressChanged                              | DeviceAddressChanged        | DeviceAddressChanged              | DeviceAddressChanged        | DeviceAddressChanged          |
        | RenameDevice                                          | DeviceUnknown                  | DeviceUnknown                                     | DeviceUnknown               | DeviceUnknown                     | DeviceUnknown               | DeviceUnknown                 |
        | RenameDevice, of the account                          | DeviceRenamed                  | DeviceRenamed                                     | DeviceRenamed               | DeviceRenamed                     | DeviceRenamed               | DeviceRenamed                 |
        | RemoveDevice                                          | DeviceUnknown                  | DeviceUnknown                                     | DeviceUnknown               | DeviceUnknown                     | DeviceUnknown               | DeviceUnknown                 |
        | RemoveDevice, of the account                          | DeviceRemoved                  | DeviceRemoved                                     | DeviceRemoved               | DeviceRemoved                     | DeviceRemoved               | DeviceRemoved                 |
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
        "SubmitPhone, the Israeli number, its code dead" => ByUser(new SubmitPhone("+972502345678"), Given.Israeli) with { Twist = Dead },
        "SubmitPhone, the Israeli number and its carrier" => ByUser(new SubmitPhone("+972502345678"), Given.Israeli with { Carrier = Carrier.Parse("Cellcom") }),
        "SubmitPhone, the American number, in doubt" => ByUser(new SubmitPhone("+14155552671"), Given.American) with { Twist = InDoubt },
        "SubmitPhone, the American number, opted out" => ByUser(new SubmitPhone("+14155552671"), Given.American) with { Twist = enrolment => OptedOut(enrolment, Given.American) },
        "SubmitPhone, a number that opted out" => ByUser(new SubmitPhone("+447911123456"), Given.British) with { Twist = enrolment => OptedOut(enrolment, Given.British) },
        "SubmitPhone, one that opted out after it was texted" => ByUser(new SubmitPhone("+447911123456"), Given.British) with { Twist = enrolment => OptedOut(Former(enrolment, wasVerified: false), Given.British) },
        "SubmitPhone, one that opted out after it was verified" => ByUser(new SubmitPhone("+447911123456"), Given.British) with { Twist = enrolment => OptedOut(Former(enrolment, wasVerified: true), Given.British) },
        "ResendCode" => ByUser(new ResendCode()),
        "ResendCode, the code dead" => ByUser(new ResendCode()) with { Twist = Dead },
        "ResendCode, the code tried out" => ByUser(new ResendCode()) with { Twist = enrolment => WithChallenge(enrolment, challenge => challenge with { WrongTries = 5 }) },
        "ResendCode, its key retired" => ByUser(new ResendCode()) with { Facts = Given.BenignFacts() with { CodeKeyRetired = true } },
        "ConfirmCode, the right one" => ByUser(new ConfirmCode("123456")),
        "ConfirmCode, a wrong one" => ByUser(new ConfirmCode("123456")) with { Facts = Given.BenignFacts() with { CodeMatch = CodeMatch.None } },
        "CancelPending" => ByUser(new CancelPending()),
        "EnableVerification, SMS" => ByUser(new EnableVerification(VerificationChannel.Sms)),
        "EnableVerification, the app" => ByUser(new EnableVerification(VerificationChannel.AppPush)),
        "ChangeChannel, to the other one" => ByUser(new ChangeChannel(VerificationChannel.AppPush)),
        "ChangeChannel, to the same one" => ByUser(new ChangeChannel(VerificationChannel.Sms)),
        "DisableVerification" => ByUser(new DisableVerification()),
        "RemovePhone" => ByUser(new RemovePhone()),
        "AcknowledgeNotices, none" => new CommandCase(new AcknowledgeNotices(), Given.BenignFacts()),
        "AcknowledgeNotices, all" => new CommandCase(new AcknowledgeNotices(), Given.BenignFacts()) with { Twist = Noticed },
        "AcknowledgeNotices, up to the newest" => new CommandCase(new AcknowledgeNotices(NoticedAt), Given.BenignFacts()) with { Twist = Noticed },
        "AcknowledgeNotices, up to before the oldest" => new CommandCase(new AcknowledgeNotices(NoticedAt - Given.Millisecond), Given.BenignFacts()) with { Twist = Noticed },
        "LapsePending, before its time" => By(Initiator.Time, new LapsePending(), at: Given.PhonePending.Pending!.LapsesAt - Given.Millisecond),
        "LapsePending, in its time" => By(Initiator.Time, new LapsePending(), at: Given.PhonePending.Pending!.LapsesAt),
        "InvalidatePhone, the American" => By(Initiator.Carrier, new InvalidatePhone("+14155552671", InvalidationReason.Ported), Given.American),
        "InvalidatePhone, the American, in doubt already" => By(Initiator.Carrier, new InvalidatePhone("+14155552671", InvalidationReason.Ported), Given.American) with { Twist = InDoubt },
        "InvalidatePhone, the Israeli" => By(Initiator.Carrier, new InvalidatePhone("+972502345678", InvalidationReason.Ported), Given.Israeli),
        "OptOutOfDelivery, the American" => By(Initiator.Carrier, new OptOutOfDelivery("+14155552671"), Given.American),
        "OptOutOfDelivery, the Israeli" => By(Initiator.Carrier, new OptOutOfDelivery("+972502345678"), Given.Israeli),
        "OptOutOfDelivery, a former number" => By(Initiator.Carrier, new OptOutOfDelivery("+447911123456"), Given.British) with { Twist = enrolment => Former(enrolment, wasVerified: false) },
        "OptOutOfDelivery, once more" => By(Initiator.Carrier, new OptOutOfDelivery("+447911123456"), Given.British) with { Twist = enrolment => OptedOut(Former(enrolment, wasVerified: true), Given.British) },
        "OptOutOfDelivery, once more after a code" => By(Initiator.Carrier, new OptOutOfDelivery("+447911123456"), Given.British) with { Twist = enrolment => TextedSince(OptedOut(Former(enrolment, wasVerified: true), Given.British)) },
        "RestoreDelivery, never opted out" => By(Initiator.Carrier, new RestoreDelivery("+14155552671"), Given.American),
        "RestoreDelivery, opted out" => By(Initiator.Carrier, new RestoreDelivery("+447911123456"), Given.British) with { Twist = enrolment => OptedOut(enrolment, Given.British) },
        "Unlock, no failures" => By(Initiator.Operator, new Unlock()),
        "Unlock, after a failure" => By(Initiator.Operator, new Unlock()) with { Twist = enrolment => Failed(enrolment, CodePurpose.Enrol, 1) },
        "Unlock, after 99 failures at sign-in" => By(Initiator.Operator, new Unlock()) with { Twist = enrolment => Failed(enrolment, CodePurpose.SignIn, 99) },
        "Unlock, after 100 failures at sign-in" => By(Initiator.Operator, new Unlock()) with { Twist = enrolment => Failed(enrolment, CodePurpose.SignIn, 100) },
        "Unlock, after 100 failures at enrolment" => By(Initiator.Operator, new Unlock()) with { Twist = enrolment => Failed(enrolment, CodePurpose.Enrol, 100) },
        "Unlock, after wrong backup codes" => By(Initiator.Operator, new Unlock()) with { Twist = enrolment => Failed(enrolment, CodePurpose.BackupCode, 3) },
        "ImportVerifiedPhone" => By(Initiator.Operator, new ImportVerifiedPhone("+447911123456", Given.Now), Given.British),
        "ImportVerifiedPhone, enabled" => By(Initiator.Operator, new ImportVerifiedPhone("+447911123456", Given.Now, VerificationChannel.Sms), Given.British),
        "ImportVerifiedPhone, verified in this millisecond" => By(Initiator.Operator, new ImportVerifiedPhone("+447911123456", Given.Now + Duration.FromTicks(9_999)), Given.British),
        "ImportVerifiedPhone, from tomorrow" => By(Initiator.Operator, new ImportVerifiedPhone("+447911123456", Given.Now + Given.Millisecond), Given.British),
        "ImportVerifiedPhone, a reserved number, live" => By(Initiator.Operator, new ImportVerifiedPhone("+447700900123", Given.Now), Given.British with { IsReserved = true }),
        _ => SignInCase(row),
    };

    private static CommandCase SignInCase(string row) => row switch
    {
        "BeginSignIn" => Of("BeginSignIn"),
        "ResendSignIn" => Of("ResendSignIn"),
        "AnswerSignIn" => Of("AnswerSignIn, the right code"),
        "CompleteSignIn" => Of("CompleteSignIn"),
        "UseBackupCode, and there are none" => Of("UseBackupCode, a right one"),
        "UseBackupCode, and there are some" => Of("UseBackupCode, a right one") with { Twist = WithCodes },
        "IssueBackupCodes" => Of("IssueBackupCodes"),
        "BindDevice" => Of("BindDevice"),
        "BindDevice, without a token" => Of("BindDevice") with { Facts = Of("BindDevice").Facts with { TokenIsValid = false } },
        "AnswerPrompt" => Of("AnswerPrompt, yes"),
        "AnswerPrompt, on a device of the account" => Of("AnswerPrompt, yes") with { Twist = WithDevice },
        "ChangeDeviceAddress" => Of("ChangeDeviceAddress"),
        "ChangeDeviceAddress, of a device of the account" => Of("ChangeDeviceAddress") with { Twist = WithDevice },
        "RenameDevice" => Of("RenameDevice"),
        "RenameDevice, of the account" => Of("RenameDevice") with { Twist = WithDevice },
        "RemoveDevice" => Of("RemoveDevice"),
        "RemoveDevice, of the account" => Of("RemoveDevice") with { Twist = WithDevice },
        _ => throw new ArgumentOutOfRangeException(nameof(row), row, "A row of the grid without a command."),
    };

    private static CommandCase Of(string row) => SignInRows.Case(row, VerificationChannel.Sms);

    private static Enrolment WithDevice(Enrolment enrolment) => enrolment with { Devices = [GivenSignIns.Phone] };

    private static Enrolment WithCodes(Enrolment enrolment) => enrolment with { BackupCodes = GivenSignIns.Codes };

    private static readonly Instant NoticedAt = Given.Now - Duration.FromMinutes(3);

    private static Enrolment Noticed(Enrolment enrolment) => enrolment with { InAppNotices = [new InAppNotice(NoticeKind.PhoneVerified, NoticedAt)] };

    private static Enrolment InDoubt(Enrolment enrolment) =>
        enrolment.Phone is { } phone ? enrolment with { Phone = phone with { NeedsReverification = true } } : enrolment;

    private static Enrolment OptedOut(Enrolment enrolment, PhoneDetails phone) =>
        enrolment with { OptedOut = [new OptOut(phone.Number, Given.Now - Duration.FromHours(2))] };

    /// <summary>The British number was texted, or verified, and is no longer held.</summary>
    private static Enrolment Former(Enrolment enrolment, bool wasVerified) =>
        enrolment with { FormerNumbers = [new FormerNumber(Given.British.Number, wasVerified)] };

    private static Enrolment TextedSince(Enrolment enrolment) =>
        enrolment with { Sends = [new SentCode(CodePurpose.Enrol, Given.British.Number, Given.Now - Duration.FromHours(1)), .. enrolment.Sends] };

    private static Enrolment Failed(Enrolment enrolment, CodePurpose purpose, int count) =>
        enrolment with { Failures = [new WrongCodes(purpose, Given.British.Number, count)] };

    private static Enrolment Dead(Enrolment enrolment) => WithChallenge(enrolment, challenge => challenge with { ExpiresAt = Given.Now });

    private static Enrolment WithChallenge(Enrolment enrolment, Func<Challenge, Challenge> change) =>
        enrolment.Pending is { } pending ? enrolment with { Pending = pending with { Challenge = change(pending.Challenge) } } : enrolment;

    private static CommandCase ByUser(UserCommand command, PhoneDetails? number = null) => new(command, Given.BenignFacts(number));

    private static CommandCase By(Initiator initiator, EnrolmentCommand command, PhoneDetails? number = null, Instant? at = null) =>
        new(command, Given.FactsOf(new Origin(at ?? Given.Now, initiator, null), number));
}
