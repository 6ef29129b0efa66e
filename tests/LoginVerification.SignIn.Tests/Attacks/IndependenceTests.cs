using FsCheck.Xunit;
using NodaTime;

namespace LoginVerification.Tests;

/// <summary>
/// What is kept for enrolling and what is kept for signing in do not meddle: no decider of the one reads what is only in the other. The explorer builds on it
/// when it looks at the two apart. Unlock alone is over both, and is explored in both.
/// </summary>
public sealed class IndependenceTests
{
    private static readonly Duration[] Later = [Duration.Zero, Duration.FromSeconds(31), Duration.FromMinutes(11), Duration.FromHours(25)];
    private static readonly DeviceKey Key = DeviceKey.Parse("BGsX0fLhLEJH-Lzm5WOkQPJ3A32BLeszoPShOUXYmMKWT-NC4v4af5uO5-tKfA-eFivOM1drMV7Oy7ZAaDe_UfU");
    private static readonly BackupCodeSet Codes = new(new string('0', 32), 1, [new BackupCodeHash(1, new string('0', 64))]);

    [Property(MaxTest = 40, EndSize = 60, QuietOnSuccess = true)]
    public async Task What_signing_in_left_changes_no_decision_on_the_enrolment(byte[] bytes)
    {
        using var life = new RandomLife();
        await life.LiveAsync(bytes, whole =>
        {
            var enrolment = whole with
            {
                SignIn = null,
                BackupCodes = null,
                Sends = [.. whole.Sends.Where(sent => sent.Purpose is CodePurpose.Enrol)],
                Failures = [.. whole.Failures.Where(failed => failed.Purpose is CodePurpose.Enrol)],
                Locks = [.. whole.Locks.Where(lockout => lockout.Purpose is CodePurpose.Enrol)],
            };

            foreach (var (command, facts) in Cases(life, OfEnrolment(life), whole))
                Assert.Equal(Decider.Decide(enrolment, command, facts, life.Host.Policy), Decider.Decide(whole, command, facts, life.Host.Policy));
        });
    }

    [Property(MaxTest = 40, EndSize = 60, QuietOnSuccess = true)]
    public async Task What_enrolling_left_changes_no_decision_at_sign_in(byte[] bytes)
    {
        using var life = new RandomLife();
        await life.LiveAsync(bytes, whole =>
        {
            var signIn = whole with
            {
                Pending = null,
                CodeDelivery = null,
                EarlierChallenges = [],
                FormerNumbers = [],
                PhoneRemovedAt = null,
                ChannelChanges = [],
                Sends = [.. whole.Sends.Where(sent => sent.Purpose is CodePurpose.SignIn)],
                Failures = [.. whole.Failures.Where(failed => failed.Purpose is not CodePurpose.Enrol)],
                Locks = [.. whole.Locks.Where(lockout => lockout.Purpose is not CodePurpose.Enrol)],
            };

            foreach (var (command, facts) in Cases(life, OfSignIn(whole), whole))
                Assert.Equal(Decider.Decide(signIn, command, facts, life.Host.Policy), Decider.Decide(whole, command, facts, life.Host.Policy));
        });
    }

    /// <summary>A property over idle lives proves nothing.</summary>
    [Fact]
    public async Task The_lives_meet_what_could_meddle()
    {
        string[] happening =
        [
            nameof(SubmitPhone), nameof(ResendCode), nameof(ConfirmCode), nameof(CancelPending), nameof(EnableVerification), nameof(ChangeChannel), nameof(DisableVerification),
            nameof(RemovePhone), nameof(InvalidatePhone), nameof(OptOutOfDelivery), nameof(RestoreDelivery), nameof(BeginSignIn), nameof(ResendSignIn), nameof(AnswerSignIn),
            nameof(UseBackupCode), nameof(IssueBackupCodes), nameof(BindDevice), nameof(RenameDevice), nameof(RemoveDevice), nameof(AnswerPrompt),
        ];
        string[] expected = ["a sign-in beside a pending number", "failures of both", "sends of both", .. happening.Select(command => $"{command} happens")];
        var met = new HashSet<string>();
        var random = new Random(2026);
        for (var count = 0; count < 40 && !met.IsSupersetOf(expected); count++)
        {
            using var life = new RandomLife();
            var bytes = new byte[60];
            random.NextBytes(bytes);
            await life.LiveAsync(bytes, stored =>
            {
                if (stored is { SignIn: not null, Pending: not null })
                    met.Add("a sign-in beside a pending number");
                if (stored.FailureCount(CodePurpose.SignIn) > 0 && stored.FailureCount(CodePurpose.Enrol) > 0)
                    met.Add("failures of both");
                if (stored.Sends.Select(sent => sent.Purpose).Distinct().Count() == 2)
                    met.Add("sends of both");
                foreach (var (command, facts) in Cases(life, [.. OfEnrolment(life), .. OfSignIn(stored)], stored))
                {
                    if (Decider.Decide(stored, command, facts, life.Host.Policy).Events.Count > 0)
                        met.Add($"{command.GetType().Name} happens");
                }
            });
        }

        Assert.Empty(expected.Except(met));
    }

    private static IEnumerable<(EnrolmentCommand Command, Facts Facts)> Cases(RandomLife life, IReadOnlyList<(EnrolmentCommand Command, Initiator By)> commands, Enrolment enrolment) =>
        from asked in commands
        from later in Later
        from match in new[] { CodeMatch.Current, CodeMatch.None }
        from favoured in new[] { true, false }
        from number in life.Numbers
        select (asked.Command, Facts(life.Host.Now + later, asked.By, enrolment) with
        {
            Number = new PhoneReading.Readable(number),
            CodeMatch = match,
            BackupCode = match is CodeMatch.Current ? 1 : null,
            AuthenticatedAt = favoured ? life.Host.Now + later : null,
            SignatureIsValid = favoured,
            CodeKeyRetired = !favoured,
        });

    private static Facts Facts(Instant now, Initiator by, Enrolment enrolment) =>
        new(new Origin(now, by, by is Initiator.User or Initiator.SignIn ? SignInHost.Web : null), Seed)
        {
            Factors = AuthenticationFactors.MultiFactor,
            DeviceRegistered = enrolment.Devices.Count > 0,
            NewBackupCodes = Codes,
            TokenIsValid = true,
            DeviceKey = Key,
        };

    private static ChallengeSeed Seed { get; } = new(EnrolmentId.Parse(new string('0', 2 * EnrolmentId.Length)), new ChallengeId("fresh"), Nonce.Parse(new string('0', 2 * Nonce.Length)), "test");

    private static List<(EnrolmentCommand Command, Initiator By)> OfEnrolment(RandomLife life) =>
    [
        (new SubmitPhone(""), Initiator.User),
            (new ResendCode(), Initiator.User),
            (new ConfirmCode(new string('0', life.Host.Policy.Document.Code.Digits)), Initiator.User),
            (new CancelPending(), Initiator.User),
            (new EnableVerification(VerificationChannel.Sms), Initiator.User),
            (new EnableVerification(VerificationChannel.AppPush), Initiator.User),
            (new ChangeChannel(VerificationChannel.Sms), Initiator.User),
            (new ChangeChannel(VerificationChannel.AppPush), Initiator.User),
            (new DisableVerification(), Initiator.User),
            (new RemovePhone(), Initiator.User),
            (new RemovePhone(), Initiator.Operator),
            (new DisableVerification(), Initiator.Operator),
            (new LapsePending(), Initiator.Time),
            (new InvalidatePhone("", InvalidationReason.Recycled), Initiator.Carrier),
            (new OptOutOfDelivery(""), Initiator.Carrier),
            (new RestoreDelivery(""), Initiator.Carrier),
        ];

    private static List<(EnrolmentCommand Command, Initiator By)> OfSignIn(Enrolment enrolment)
    {
        var open = enrolment.SignIn?.Challenge.Id ?? new ChallengeId("none");
        var device = enrolment.Devices is [var bound, ..] ? bound.Id : DeviceId.Parse(new string('0', 2 * DeviceId.Length));
        var code = new CodeInput(new string('0', enrolment.SignIn?.Challenge.Digits ?? 6));
        return
        [
            (new BeginSignIn(), Initiator.SignIn),
                (new BeginSignIn(open), Initiator.SignIn),
                (new ResendSignIn(open), Initiator.SignIn),
                (new AnswerSignIn(open, code), Initiator.SignIn),
                (new CompleteSignIn(open), Initiator.SignIn),
                (new UseBackupCode("0000-0000-0000-0000"), Initiator.SignIn),
                (new IssueBackupCodes(), Initiator.User),
                (new RenameDevice(device, "another name"), Initiator.User),
                (new RemoveDevice(device), Initiator.User),
                (new BindDevice("", "", "a device", null, ""), Initiator.Device),
                (new AnswerPrompt(device, open, PromptDecision.Approve, "00", ""), Initiator.Device),
                (new AnswerPrompt(device, open, PromptDecision.Deny, "", ""), Initiator.Device),
                (new ChangeDeviceAddress(device, null, default, ""), Initiator.Device),
            ];
    }
}
