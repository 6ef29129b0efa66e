using LoginVerification.Engine;
using LoginVerification.Policies;
using LoginVerification.Ports;
using NodaTime;

namespace LoginVerification.Docs.Tests;

/// <summary>Holds the table of commands in <c>docs/concepts.md</c> to the rules, by asking them.</summary>
public sealed class ConceptsPageTests
{
    private const string Page = "docs/concepts.md";
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 22, 12, 0);
    private static readonly PhoneDetails Verified = new(PhoneNumber.Parse("+14155552671"), CountryCode.Parse("US"), LineType.FixedLineOrMobile);
    private static readonly PhoneDetails Pending = new(PhoneNumber.Parse("+972502345678"), CountryCode.Parse("IL"), LineType.Mobile);
    private static readonly PhoneDetails New = new(PhoneNumber.Parse("+447400123456"), CountryCode.Parse("GB"), LineType.Mobile);
    private static readonly PhoneDetails[] Numbers = [Verified, Pending, New];

    private static readonly ChallengeId Asked = new("asked");
    private static readonly DeviceId Device = DeviceId.Parse(new string('d', 2 * DeviceId.Length));
    private const string Key = "BGsX0fLhLEJH-Lzm5WOkQPJ3A32BLeszoPShOUXYmMKWT-NC4v4af5uO5-tKfA-eFivOM1drMV7Oy7ZAaDe_UfU";
    private const string OtherKey = "BHzyexiNA09-ilI4AwS1GsPAiWnid_IbNaYLSPxHZpl4B3dVENuO0EApPZrGn3Qw27p9reY86YIpngS3nSJ4c9E";
    private const string ThirdKey = "BF7L5NGmMwpEyPfvlR1L8WXmxrch762phftBZhvG5_1shzRkDEmY_343SwbOGmSi7NgqsDY4T7g9mnmxJ6J9UDI";
    private static readonly BackupCodeSet BackupCodes = new(new string('0', 32), 1, [new BackupCodeHash(1, new string('0', 64))]);

    private static readonly EnrolmentCommand[] Commands =
    [
        new SubmitPhone("+447400123456"), new ResendCode(), new ConfirmCode("123456"), new CancelPending(),
        new EnableVerification(VerificationChannel.Sms), new ChangeChannel(VerificationChannel.AppPush), new DisableVerification(), new RemovePhone(), new AcknowledgeNotices(),
        new LapsePending(), new InvalidatePhone("+14155552671", InvalidationReason.Ported), new OptOutOfDelivery("+14155552671"),
        new RestoreDelivery("+14155552671"), new Unlock(), new ImportVerifiedPhone("+447400123456", Now),
        new BeginSignIn(), new ResendSignIn(Asked), new AnswerSignIn(Asked, "123456"), new CompleteSignIn(Asked), new UseBackupCode("0000-0000-0000-0000"), new IssueBackupCodes(),
        new BindDevice("token", Key, "a phone", null, ""), new AnswerPrompt(Device, Asked, PromptDecision.Approve, "12", ""), new ChangeDeviceAddress(Device, null, default, ""), new RenameDevice(Device, "another name"), new RemoveDevice(Device),
    ];

    /// <summary>Snapshots in every state, with and without a lapsed replacement, wrong codes, and a number that opted out.</summary>
    private static readonly Enrolment[] Snapshots =
    [
        .. from phone in new[] { null, new VerifiedPhone(Verified, Now - Duration.FromDays(1)) }
           from pending in new[] { null, Waiting(Now + Duration.FromHours(1)), Waiting(Now) }
           from channel in phone is null ? [null] : new VerificationChannel?[] { null, VerificationChannel.Sms, VerificationChannel.AppPush }
           from signIn in channel is { } over ? [null, Open(over, confirmedBy: null), Open(over, Device)] : new SignIn?[] { null }
           from failures in new ValueList<WrongCodes>[] { [], [new WrongCodes(CodePurpose.Enrol, Pending.Number, 1)] }
           from optedOut in new ValueList<OptOut>[] { [], [new OptOut(Verified.Number, Now - Duration.FromDays(1))] }
           select new Enrolment(AccountId.Parse("account-1")) { Phone = phone, Pending = pending, ActiveChannel = channel, Failures = failures, OptedOut = optedOut, InAppNotices = [new InAppNotice(NoticeKind.PhoneVerified, Now - Duration.FromDays(1))],
               SignIn = signIn, BackupCodes = channel is null ? null : BackupCodes, Devices = [BoundDevice("d", Key), BoundDevice("e", OtherKey)] },
    ];

    [Fact]
    public async Task The_table_of_commands_is_what_the_rules_say()
    {
        var table = new Table("Command", "What it asks", "Given by", "Recent authentication", "Accepted in", "Decided in");
        foreach (var command in Commands)
        {
            var name = command.GetType().Name;
            var file = Assert.Single(Repository.Files("src/LoginVerification.Core/Deciding", $"{name}Decider.cs"));
            table.Row($"`{name}`", XmlDocs.Of(command.GetType()), await GiversAsync(command), NeedsAuthentication(command) ? "user: yes" : "no", AcceptedIn(command), $"[{name}Decider.cs](../{file})");
        }

        GeneratedPart.Check(Page, "commands", table.ToString());
    }

    [Fact]
    public void Every_command_and_every_action_has_a_row()
    {
        Assert.Equal(
            typeof(EnrolmentCommand).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(EnrolmentCommand)) && !type.IsAbstract).Select(type => type.Name).Order(),
            Commands.Select(command => command.GetType().Name).Order());
        Assert.Equal(Enum.GetValues<EnrolmentAction>(), Commands.OfType<UserCommand>().Select(command => command.Action));
    }

    [Fact]
    public void The_snapshots_have_every_state() =>
        Assert.Equal(Enum.GetValues<EnrolmentState>(), Snapshots.Select(snapshot => snapshot.State).Distinct().Order());

    private static async Task<string> GiversAsync(EnrolmentCommand command)
    {
        var (account, web) = (AccountId.Parse(TestHost.Account), Surface.Parse("web"));
        Caller[] callers = [Caller.User(account, web, null), Caller.Operator(account, "staff-1"), Caller.Carrier(account), Caller.Time(account), Caller.SigningIn(account, web), Caller.Device(account)];
        using var host = new TestHost();
        var givers = new List<string>();
        foreach (var caller in callers)
        {
            try
            {
                await host.Service.HandleAsync(caller, command);
                givers.Add($"{caller.Initiator}");
            }
            catch (ArgumentException)
            {
                // Not this caller's to give.
            }
        }

        return string.Join(", ", givers);
    }

    private static bool NeedsAuthentication(EnrolmentCommand command) =>
        command is UserCommand or OwnerCommand && Snapshots.Any(snapshot => Numbers.Any(number =>
            Refusal(snapshot, command, Benign(number, Initiator.User) with { AuthenticatedAt = null }) is RefusalCode.ReauthenticationRequired));

    private static string AcceptedIn(EnrolmentCommand command)
    {
        var initiator = command switch
        {
            UserCommand or OwnerCommand => Initiator.User,
            SignInCommand => Initiator.SignIn,
            DeviceCommand => Initiator.Device,
            LapsePending => Initiator.Time,
            _ => Initiator.Operator,
        };
        var states = Snapshots
            .Where(snapshot => Numbers.Any(number => Refusal(snapshot, command, Benign(number, initiator)) is null))
            .Select(snapshot => snapshot.State).Distinct().Order().ToList();
        return states.Count == Enum.GetValues<EnrolmentState>().Length ? "any state" : string.Join(", ", states);
    }

    private static RefusalCode? Refusal(Enrolment enrolment, EnrolmentCommand command, Facts facts) =>
        Decider.Decide(enrolment, command, facts, ShippedPolicies.Consistent).Refusal?.Code;

    /// <summary>Nothing speaks against anything.</summary>
    private static Facts Benign(PhoneDetails number, Initiator initiator) =>
        new(new Origin(Now, initiator, initiator is Initiator.User or Initiator.SignIn ? Surface.Parse("web") : null), new ChallengeSeed(EnrolmentId.Parse(new string('e', 2 * EnrolmentId.Length)), new ChallengeId("fresh"), Nonce.Parse(new string('f', 32)), "key"))
        {
            AuthenticatedAt = Now,
            Factors = AuthenticationFactors.MultiFactor,
            Number = new PhoneReading.Readable(number),
            DeviceRegistered = true,
            CodeMatch = CodeMatch.Current,
            BackupCode = 1,
            NewBackupCodes = BackupCodes,
            SignatureIsValid = true,
            TokenIsValid = true,
            DeviceKey = DeviceKey.Parse(ThirdKey),
        };

    private static SignIn Open(VerificationChannel channel, DeviceId? confirmedBy) => new(
        new Challenge(Asked, CodePurpose.SignIn, Verified.Number, Nonce.Parse(new string('b', 32)), "key", channel is VerificationChannel.Sms ? 6 : MatchingNumber.Digits, Now - Duration.FromMinutes(1), Now + Duration.FromMinutes(1)), channel)
    {
        Surface = Surface.Parse("web"),
        ConfirmedBy = channel is VerificationChannel.Sms ? null : confirmedBy,
    };

    private static AppDevice BoundDevice(string id, string key) =>
        new(DeviceId.Parse(string.Concat(Enumerable.Repeat(id, 2 * DeviceId.Length))), DeviceKey.Parse(key), "a phone", Now - Duration.FromDays(1));

    private static PendingPhone Waiting(Instant lapsesAt) =>
        new(Pending, lapsesAt, new Challenge(new ChallengeId("sent"), CodePurpose.Enrol, Pending.Number, Nonce.Parse(new string('a', 32)), "key", 6, Now - Duration.FromMinutes(1), Instant.Min(Now + Duration.FromMinutes(9), lapsesAt)));
}
