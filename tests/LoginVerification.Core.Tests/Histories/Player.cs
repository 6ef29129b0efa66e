using NodaTime;
using static LoginVerification.Tests.Step;

namespace LoginVerification.Tests;

/// <summary>Plays a story to the real service and to the model side by side, and stops at the first word in which they differ.</summary>
internal sealed partial class Player(bool resendRepeats, Action<LoginVerificationBuilder>? useStore = null) : IDisposable
{
    private static readonly AccountId[] Everybody = [AccountId.Parse("alice"), AccountId.Parse("bob"), AccountId.Parse("carol")];

    private readonly World world = NewWorld(resendRepeats, useStore);
    private readonly Model model = NewModel(resendRepeats);
    private readonly List<string> tale = [];

    /// <summary>Every event and refusal that came, for the test that the stories are not idle.</summary>
    public HashSet<string> Met { get; } = [];

    public bool ClockWasSetBack { get; private set; }

    public World World => world;

    public IEnumerable<AccountId> Accounts => Everybody;

    public async Task Play(Story story)
    {
        foreach (var step in story.Steps)
            await Play(step);
        foreach (var account in Everybody)
            await CheckStatus(account);
        await CheckNumbers();
    }

    public void Dispose() => world.Dispose();

    private static World NewWorld(bool resendRepeats, Action<LoginVerificationBuilder>? useStore)
    {
        var world = new World(resendRepeats ? HistoryPolicies.SameCode : HistoryPolicies.NewCode, useStore);
        world.Letters.Homeless.Add(AccountId.Parse("bob"));
        return world;
    }

    private static Model NewModel(bool resendRepeats)
    {
        var model = new Model(resendRepeats);
        foreach (var account in Everybody)
            model.Add(account, hasAddress: account != AccountId.Parse("bob"));
        return model;
    }

    private async Task Play(Step step)
    {
        switch (step)
        {
            case Waits waits:
                Note($"{step}");
                MoveTo(() => world.Pass(waits.For));
                break;
            case WaitsUntil until when InstantOf(until) is { } instant:
                Note($"{step}");
                MoveTo(() => world.MoveTo(instant));
                break;
            case WaitsUntil:
                break;
            case HasDevice device:
                Note($"{step}");
                model[AccountId.Parse(device.Who)].HasDevice = device.Has;
                _ = device.Has ? world.Devices.Owners.Add(AccountId.Parse(device.Who)) : world.Devices.Owners.Remove(AccountId.Parse(device.Who));
                break;
            case GatewayAnswers gateway:
                Note($"{step}");
                _ = gateway.IsDead ? world.Phones.Dead.Add(gateway.Number) && model.DeadNumbers.Add(gateway.Number) : world.Phones.Dead.Remove(gateway.Number) && model.DeadNumbers.Remove(gateway.Number);
                break;
            case Acknowledges acknowledges:
                var notices = model[AccountId.Parse(acknowledges.Who)].AppNotices.Values;
                await Give(
                    step,
                    UserOf(acknowledges.Who, acknowledges.At, acknowledges.Authenticated),
                    new AcknowledgeNotices(acknowledges.AllButTheNewest && notices.Count > 0 ? notices.Max() - Given.Millisecond : null));
                break;
            case Confirms confirms:
                for (var i = 0; i < confirms.Times; i++)
                    await Give(step, UserOf(confirms.Who, confirms.At, confirms.Authenticated), new ConfirmCode(CodeFor(confirms)));
                break;
            case Submits submits:
                await Give(step, UserOf(submits.Who, submits.At, submits.Authenticated), submits.Phone);
                break;
            case Resends resends:
                await Give(step, UserOf(resends.Who, resends.At, resends.Authenticated), new ResendCode());
                break;
            case Does does:
                await Give(step, does.At is null ? Caller.Operator(AccountId.Parse(does.Who), "staff-1") : UserOf(does.Who, does.At, does.Authenticated), does.Command);
                break;
            case Happens happens:
                var caller = happens.By switch
                {
                    Initiator.Operator => Caller.Operator(AccountId.Parse(happens.Who), "staff-1"),
                    Initiator.Carrier => Caller.Carrier(AccountId.Parse(happens.Who)),
                    _ => Caller.Time(AccountId.Parse(happens.Who)),
                };
                await Give(step, caller, happens.Command);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(step));
        }
    }

    private async Task Give(Step step, Caller caller, EnrolmentCommand command)
    {
        var account = caller.Account;
        var now = world.Now;
        var before = await world.Load(account);
        var history = (await world.History(account)).Count;
        var others = await Task.WhenAll(Everybody.Where(other => other != account).Select(world.Load));
        var (messages, letters) = (world.Phones.Messages.Count, world.Letters.Notices.Count);

        var prophecy = model.Foresee(caller, command, now);
        var result = await world.Handle(caller, command);

        var after = await world.Load(account);
        var happened = (await world.History(account)).Skip(history).ToArray();
        Note($"{step} → {result.Refusal?.Code.ToString() ?? "accepted"}, {after.State}");
        Met.UnionWith(happened.Select(event_ => event_.Trigger.ToString()));
        Met.Add(result.Refusal?.Code.ToString() ?? "accepted");

        Check(
            result.Refusal is { } no ? prophecy.Refusals.Contains(no.Code) : prophecy.Refusals.Count == 0,
            $"the model would answer {(prophecy.Refusals.Count == 0 ? "yes" : string.Join(" or ", prophecy.Refusals))}");
        CheckEvents(prophecy, happened);
        var code = CheckMessages(prophecy, world.Phones.Messages.Skip(messages).ToArray());
        Check(
            world.Letters.Notices.Skip(letters).Select(notice => (notice.Account, notice.Kind, notice.By, notice.At))
                .SequenceEqual(prophecy.Notices.Select(notice => (account, notice.Kind, notice.By, prophecy.At))),
            $"the owner was to be told of [{string.Join(", ", prophecy.Notices)}]");

        prophecy.Fulfil(code);

        Check(model[account].DifferencesTo(after));
        Check(StoryRules.Broken(before, happened, after));
        if (happened.Length == 0)
            Check(after == before && result.State == before.State, "a refusal has to leave the snapshot equal");
        Check(
            (await Task.WhenAll(Everybody.Where(other => other != account).Select(world.Load))).SequenceEqual(others),
            "nobody else's enrolment may change");
        Check((await world.Outbox.ReadWaitingAsync(account, default)).Count == 0, "no message was to be left");
        Check(await world.Service.GetLoginRequirementAsync(account) == model[account].Login(), $"a sign-in needs {model[account].Login()}");
        // Reports change what an account is found by and counted for, and a story may take it back before its end.
        if (command is HostCommand && happened.Length > 0)
            await CheckNumbers();
        if (result.Refusal is { } refusal)
            CheckRefusal(refusal, caller, command, prophecy.At);
    }

    private Instant? InstantOf(WaitsUntil until)
    {
        var account = model[AccountId.Parse(until.Who)];
        Instant? instant = until.Mark switch
        {
            Bound.CodeDies => account.Code?.ExpiresAt,
            Bound.PendingLapses => account.Pending is null ? null : account.LapsesAt,
            Bound.WaitEnds => account.Pending is { } number ? account.WaitEnds(number, world.Now) : null,
            Bound.LockEnds => account.LockedUntil,
            Bound.CoolDownEnds => account.RemovedAt + HistoryPolicies.CoolDown,
            Bound.OldestChangeLeavesTheWindow => account.ChannelChanges.Count == 0 ? null : account.ChannelChanges[0] + ModelAccount.Window,
            Bound.OldestSendLeavesTheWindow => account.Sends.Count == 0 ? null : account.Sends[0].At + Duration.FromHours(24),
            _ => throw new ArgumentOutOfRangeException(nameof(until)),
        };
        instant += Duration.FromMilliseconds(until.Milliseconds);
        return instant > world.Now ? instant : null;
    }

    private Caller UserOf(string who, string at, Proof proof) => Caller.User(
        AccountId.Parse(who), Surface.Parse(at), InstantOf(proof), proof is Proof.PasswordAlone ? AuthenticationFactors.SingleFactor : AuthenticationFactors.MultiFactor);

    private Instant? InstantOf(Proof proof) => proof switch
    {
        Proof.Fresh or Proof.PasswordAlone => world.Now,
        Proof.AlmostStale => world.Now - Duration.FromMinutes(5) + Given.Millisecond,
        Proof.Stale => world.Now - Duration.FromMinutes(5),
        Proof.SlightlyAhead => world.Now + Duration.FromMinutes(5) - Given.Millisecond,
        Proof.FarAhead => world.Now + Duration.FromMinutes(5),
        _ => null,
    };

    /// <summary>The code that a person would type; where there is none of the kind, a wrong one.</summary>
    private string CodeFor(Confirms confirms)
    {
        var account = model[AccountId.Parse(confirms.Who)];
        var wrong = TestNumbers.CodeUnlike(model.AllCodes);
        var right = account.Code?.Text is { Length: 6 } text ? text : wrong;
        return confirms.Code switch
        {
            Typed.Right => right,
            Typed.RightInNativeDigits => $" {string.Concat(right[..3].Select(digit => (char)('\u0660' + (digit - '0'))))}\u00A0–{string.Concat(right[3..].Select(digit => (char)('\uFF10' + (digit - '0'))))}\n",
            Typed.Earlier => account.Codes.LastOrDefault(code => code.IsSuperseded && code.Number == account.Pending)?.Text ?? wrong,
            Typed.Used => account.Codes.LastOrDefault(code => code.IsUsed)?.Text ?? wrong,
            Typed.ForAnotherNumber => account.Codes.LastOrDefault(code => code.Number != account.Pending)?.Text ?? wrong,
            Typed.OfAnotherAccount => Everybody.Where(other => other != AccountId.Parse(confirms.Who)).Select(other => model[other].Code?.Text).FirstOrDefault(code => code is not null) ?? wrong,
            Typed.Wrong => wrong,
            Typed.TooFew => right[1..],
            Typed.WithALetter => $"{right[..5]}O",
            Typed.WithASign => $"+{right}",
            _ => throw new ArgumentOutOfRangeException(nameof(confirms)),
        };
    }

    private void MoveTo(Action move)
    {
        var before = world.Now;
        move();
        ClockWasSetBack |= world.Now < before;
    }

    private void Note(string sentence) => tale.Add($"{world.Now:uuuu-MM-dd HH:mm:ss.fff}  {sentence}");

    private void Check(IEnumerable<string> faults)
    {
        foreach (var fault in faults)
            Check(false, fault);
    }

    private void Check(bool holds, string otherwise)
    {
        if (!holds)
            Assert.Fail($"{string.Join("\n", tale)}\n  but {otherwise}");
    }
}
