using System.Text.Json.Nodes;
using FsCheck.Xunit;
using NodaTime;

namespace LoginVerification.Tests;

/// <summary>The service over a store of texts: what it saves can be read again, what was altered is never "no protection", and what can be read breaks nothing.</summary>
public sealed class StoredServiceTests
{
    private static readonly AccountId Account = AccountId.Parse(ServiceHost.Account);
    private static readonly Instant Year1 = Instant.FromUtc(1, 1, 1, 0, 0);
    private static readonly string[] Numbers = ["+972502345678", "+14155552671", "+447911123456", "0502345678", "+44", "+"];

    public static TheoryData<string> Alterations => [.. Alter.Keys];

    private static Dictionary<string, Action<TextStore>> Alter { get; } = new()
    {
        ["the channel is gone"] = texts => Edit(texts, snapshot => snapshot["activeChannel"] = null),
        ["the phone and the channel are gone"] = texts => Edit(texts, snapshot => (snapshot["activeChannel"], snapshot["phone"]) = (null, null)),
        ["the failures are fewer"] = texts => Edit(texts, snapshot => snapshot["failures"] = new JsonArray()),
        ["the snapshot is gone"] = texts => texts.Snapshots.Remove(Account),
        ["the events are gone"] = texts => texts.Events.Remove(Account),
        ["the last event is gone"] = texts => texts.Events[Account].RemoveAt(texts.Events[Account].Count - 1),
        ["the snapshot is an older one"] = texts => texts.Snapshots[Account] = Stored.Text(Given.NoPhone with { Account = Account }),
        ["the snapshot and its last event are another account's"] = texts => Take(texts, Stored.Save(Given.PhoneVerified, Stored.Last)),
        ["the snapshot is of a newer release"] = texts => Edit(texts, snapshot => snapshot["v"] = StoredVersions.Snapshots.Rows.Max(row => row.Version) + 1),
    };

    [Theory]
    [MemberData(nameof(Alterations))]
    public async Task Whatever_was_altered_the_sign_in_is_blocked_and_nothing_is_decided(string what)
    {
        var texts = new TextStore();
        using var host = new ServiceHost(ShippedPolicies.Consistent, texts.Register);
        await host.EnableAsync("web", "web", Numbers[0]);
        await Happen(host, texts, Account, kind: 0, Numbers[1]);
        await Happen(host, texts, Account, kind: 3, Numbers[1]);
        Assert.Equal(1, (await texts.LoadAsync(Account, default))!.FailureCount(CodePurpose.Enrol));
        Assert.Equal(new LoginRequirement.Verify(VerificationChannel.Sms), await host.Service.GetLoginRequirementAsync(Account));

        Alter[what](texts);

        Assert.Equal(new LoginRequirement.Blocked(BlockReason.EnrolmentUnreadable), await host.Service.GetLoginRequirementAsync(Account));
        await Assert.ThrowsAnyAsync<Exception>(() => host.As("web", new SubmitPhone(Numbers[1])));
        await Assert.ThrowsAnyAsync<Exception>(() => host.Operator(new Unlock()));
    }

    [Property(MaxTest = 40)]
    public async Task Whatever_happens_what_is_saved_can_be_read_again(int seed) => await Play(seed);

    /// <summary>A property over idle histories proves nothing.</summary>
    [Fact]
    public async Task The_histories_meet_every_kind_of_event()
    {
        var met = new HashSet<LifecycleTrigger>();
        for (var seed = 0; seed < 30; seed++)
            met.UnionWith(await Play(seed));

        // Only a policy for research drops protection as a side effect, and the phone of these tests takes every message. What needs a device's signature, or
        // the right backup code, or five wrong codes in one life, is told by LoginVerification.SignIn.Tests, and by the tour of
        // EventsPageTests in LoginVerification.Docs.Tests, which meets every event.
        Assert.Empty(Enum.GetValues<LifecycleTrigger>().Except(met).Except(
        [
            LifecycleTrigger.ProtectionDropped, LifecycleTrigger.DeliveryFailed,
            LifecycleTrigger.SignInExhausted, LifecycleTrigger.SignInConfirmed, LifecycleTrigger.SignInDenied, LifecycleTrigger.BackupCodeUsed,
            LifecycleTrigger.DeviceBound, LifecycleTrigger.DeviceRenamed, LifecycleTrigger.DeviceAddressChanged, LifecycleTrigger.DeviceRemoved,
        ]));
    }

    [Property(Arbitrary = [typeof(StoredGenerators)], MaxTest = 100)]
    public async Task Nothing_that_can_be_read_breaks_the_service(Enrolment enrolment, int seconds)
    {
        var texts = new TextStore();
        using var host = new ServiceHost(ShippedPolicies.Consistent, texts.Register);
        var clock = Instant.Max(enrolment.ChangedAt!.Value + Duration.FromSeconds(seconds % 100_000), Year1);
        await Withstand(texts, host, enrolment, Instant.Min(clock, StoredBounds.Latest - Duration.FromDays(60)));
    }

    /// <summary>No clock is further from the latest stamp.</summary>
    [Fact]
    public async Task The_latest_stamps_are_corrected_by_the_earliest_clock()
    {
        var texts = new TextStore();
        using var host = new ServiceHost(ShippedPolicies.Consistent, texts.Register);
        var latest = StoredBounds.Latest - Duration.FromNanoseconds(1);
        var issuedAt = latest - StoredBounds.MaxLife;
        var pending = Given.Pending(Given.Israeli);
        await Withstand(
            texts,
            host,
            Given.VerificationEnabled with
            {
                ChangedAt = latest,
                Pending = pending with { LapsesAt = latest, Challenge = pending.Challenge with { IssuedAt = issuedAt, ExpiresAt = latest } },
                Sends = [new SentCode(CodePurpose.Enrol, Given.Israeli.Number, Year1 + Duration.Epsilon), new SentCode(CodePurpose.Enrol, Given.Israeli.Number, latest)],
                Locks = [new PurposeLock(CodePurpose.Enrol, latest)],
                ChannelChanges = [latest],
                Requests = [new HandledRequest("mark", "fingerprint", "test", null, latest)],
            },
            Year1);
    }

    private static async Task Withstand(TextStore texts, ServiceHost host, Enrolment enrolment, Instant clock)
    {
        await texts.TrySaveAsync(new EnrolmentChange(new Enrolment(enrolment.Account), enrolment, [Stored.Last], []), default);
        host.Time.AdjustTime(clock.ToDateTimeOffset());
        var numbers = Numbers.Take(2).Append(enrolment.Phone?.Details.Number.E164 ?? "").Append(enrolment.Pending?.Details.Number.E164 ?? "").ToArray();

        await host.Service.GetLoginRequirementAsync(enrolment.Account);
        await host.Service.GetStatusAsync(Caller.User(enrolment.Account, Surface.Parse("web"), host.Now));
        for (var kind = 0; kind < Kinds; kind++)
        {
            await Happen(host, texts, enrolment.Account, kind, numbers[kind % numbers.Length]);
            await texts.LoadAsync(enrolment.Account, default);
        }
    }

    private static async Task<HashSet<LifecycleTrigger>> Play(int seed)
    {
        var (random, texts) = (new Random(seed), new TextStore());
        using var host = new ServiceHost(ShippedPolicies.Consistent, texts.Register);
        for (var step = 0; step < 80; step++)
        {
            host.Time.AdjustTime(host.Time.GetUtcNow() + TimeSpan.FromSeconds(random.Next(100) switch
            {
                < 70 => random.Next(0, 120),
                < 90 => random.Next(0, 20_000),
                < 97 => -random.Next(0, 7_200),
                98 => random.Next(0, 400_000_000),
                _ => -random.Next(0, 400_000_000),
            }));
            host.Owner.Receipt = random.Next(5) == 0 ? NoticeReceipt.NoIndependentAddress : NoticeReceipt.Sent;
            host.Owner.Fault = () => random.Next(5) == 0 ? new InvalidOperationException("no mail") : null;
            await Happen(host, texts, Account, random.Next(10) < 5 ? random.Next(4) : random.Next(Kinds), Numbers[random.Next(random.Next(4) == 0 ? Numbers.Length : 3)]);
            if (random.Next(4) == 0)
                await host.Dispatcher.DispatchDueAsync();
            Assert.Equal(await texts.RememberedAsync(Account), await texts.LoadAsync(Account, default));
        }

        var history = await texts.ReadAsync(Account, 1, int.MaxValue, default);
        Assert.Equal(await texts.LoadAsync(Account, default) ?? new Enrolment(Account), Evolution.Replay(Account, history));
        return [.. history.Select(happened => happened.Trigger)];
    }

    private const int Kinds = 33;

    /// <summary>One command, well or badly timed; the first kinds are those that lead on.</summary>
    private static async Task Happen(ServiceHost host, TextStore texts, AccountId account, int kind, string number)
    {
        var stored = await texts.LoadAsync(account, default);
        var (asked, device) = (stored?.SignIn?.Challenge.Id ?? new ChallengeId("none"), stored is { Devices: [.., var newest] } ? newest.Id : DeviceId.Parse(new string('0', 32)));
        EnrolmentCommand command = kind switch
        {
            0 => new SubmitPhone(number),
            1 => new ConfirmCode(host.Phone.Messages.Count > 0 ? host.Phone.LastCode : "123456"),
            2 => new EnableVerification(VerificationChannel.Sms),
            3 or 4 => new ConfirmCode("000000"),
            5 or 6 => new ResendCode(),
            7 => new CancelPending(),
            8 => new ChangeChannel(VerificationChannel.AppPush),
            9 => new ChangeChannel(VerificationChannel.Sms),
            10 => new DisableVerification(),
            11 => new RemovePhone(),
            12 => new AcknowledgeNotices(),
            13 => new LapsePending(),
            14 => new InvalidatePhone(number, InvalidationReason.Ported),
            15 => new OptOutOfDelivery(number),
            16 => new RestoreDelivery(number),
            17 => new Unlock(),
            18 => new ImportVerifiedPhone(number, Instant.MinValue),
            19 => new ImportVerifiedPhone(number, host.Now, VerificationChannel.Sms),
            20 => new DisableVerification(),
            21 => new RemovePhone(),
            22 or 23 => new BeginSignIn(asked),
            24 => new AnswerSignIn(asked, host.Phone.Messages.Count > 0 ? host.Phone.LastCode : "123456"),
            25 or 26 => new AnswerSignIn(asked, "000000"),
            27 => new ResendSignIn(asked),
            28 => new CompleteSignIn(asked),
            29 => new UseBackupCode("0000-0000-0000-0000"),
            30 => new IssueBackupCodes(),
            31 => new RenameDevice(device, "mine"),
            32 => new RemoveDevice(device),
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
        var caller = kind switch
        {
            13 => Caller.Time(account),
            14 or 15 => Caller.Carrier(account),
            >= 22 and <= 29 => Caller.SigningIn(account, Surface.Parse("web")) with { CorrelationId = "request 8" },
            >= 16 and < 22 => Caller.Operator(account, "staff-1") with { CorrelationId = "request 7" },
            _ => Caller.User(account, Surface.Parse("web"), host.Now, AuthenticationFactors.MultiFactor) with { IdempotencyKey = kind % 3 == 0 ? $"key {kind} {host.Now}" : null },
        };
        // A device that is there in the test's eyes alone can be asked nothing that a replay believes.
        host.Devices.Registered = kind < 22 && kind % 2 == 0;
        await host.Service.HandleAsync(caller, command);
    }

    private static void Edit(TextStore texts, Action<JsonNode> edit)
    {
        var snapshot = JsonNode.Parse(texts.Snapshots[Account])!;
        edit(snapshot);
        texts.Snapshots[Account] = snapshot.ToJsonString();
    }

    private static void Take(TextStore texts, StoredChange other)
    {
        texts.Snapshots[Account] = other.Snapshot;
        texts.Events[Account].AddRange(other.Events);
    }
}
