using NodaTime;
using static LoginVerification.Tests.Step;

namespace LoginVerification.Tests;

/// <summary>Plays a story to the real service and to the model side by side, and stops at the first word in which they differ.</summary>
internal sealed class Player : IDisposable
{
    private static readonly AccountId[] Everybody = [AccountId.Parse("alice"), AccountId.Parse("bob"), AccountId.Parse("carol")];

    private readonly World world = new(TestPolicies.OneAccountPerNumber);
    private readonly Model model = new();
    private readonly List<string> tale = [];

    public Player()
    {
        world.Letters.Homeless.Add(AccountId.Parse("bob"));
        foreach (var account in Everybody)
            model.Add(account, hasAddress: account != AccountId.Parse("bob"));
    }

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
    }

    public void Dispose() => world.Dispose();

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
            case Confirms confirms:
                for (var i = 0; i < confirms.Times; i++)
                    await Give(step, Caller.User(AccountId.Parse(confirms.Who), Surface.Parse(confirms.At), null), new ConfirmCode(CodeFor(confirms)));
                break;
            case Submits submits:
                await Give(step, Caller.User(AccountId.Parse(submits.Who), Surface.Parse(submits.At), InstantOf(submits.Authenticated)), submits.Phone);
                break;
            case Resends resends:
                await Give(step, Caller.User(AccountId.Parse(resends.Who), Surface.Parse(resends.At), null), new ResendCode());
                break;
            case Does does:
                await Give(step, does.At is null ? Caller.Operator(AccountId.Parse(does.Who), "staff-1") : Caller.User(AccountId.Parse(does.Who), Surface.Parse(does.At), InstantOf(does.Authenticated)), does.Command);
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
                .SequenceEqual(prophecy.Notices.Select(kind => (account, kind, caller.Initiator, now))),
            $"the owner was to be told of [{string.Join(", ", prophecy.Notices)}]");

        prophecy.Fulfil(code);
        model[account].AppNotices += happened.Count(one => one is NoticeUndeliverable);

        Check(model[account].DifferencesTo(after));
        Check(StoryRules.Broken(before, happened, after));
        if (happened.Length == 0)
            Check(after == before && result.State == before.State, "a refusal has to leave the snapshot equal");
        Check(
            (await Task.WhenAll(Everybody.Where(other => other != account).Select(world.Load))).SequenceEqual(others),
            "nobody else's enrolment may change");
        Check(await world.Service.GetLoginRequirementAsync(account) == model[account].Login(), $"a sign-in needs {model[account].Login()}");
        if (result.Refusal is { } refusal)
            CheckRefusal(refusal, caller, command, now);
    }

    private void CheckEvents(Prophecy prophecy, EnrolmentEvent[] happened) => Check(
        happened.Select(one => one.Trigger.ToString()).SequenceEqual(prophecy.Events),
        $"there were to be the events [{string.Join(", ", prophecy.Events)}] and there were [{string.Join<EnrolmentEvent>(", ", happened)}]");

    /// <summary>Reads the code off the phone, as its owner would.</summary>
    private string? CheckMessages(Prophecy prophecy, (string Number, string Text)[] messages)
    {
        var recipients = new[] { prophecy.CodeGoesTo, prophecy.Replaced }.OfType<string>();
        Check(messages.Select(message => message.Number).SequenceEqual(recipients), $"there was to be an SMS to [{string.Join(", ", recipients)}]");
        if (prophecy.CodeGoesTo is null)
            return null;
        var code = messages[0].Text[..6];
        Check(code.All(char.IsAsciiDigit), "a code has six digits");
        Check(messages[0].Text.EndsWith($"\n@{World.SmsHost} #{code}", StringComparison.Ordinal), "the last line of the SMS is @host #code");
        return code;
    }

    private void CheckRefusal(Refusal refusal, Caller caller, EnrolmentCommand command, Instant now)
    {
        var account = model[caller.Account];
        switch (refusal.Code)
        {
            case RefusalCode.Locked:
                Check(refusal.RetryAt == account.LockedUntil, $"the lock ends at {account.LockedUntil}");
                break;
            case RefusalCode.WrongCode:
                Check(refusal.RetryAt == (account.Lock(now) is RefusalCode.Locked ? account.LockedUntil : null), "a wrong code tells the lock that it caused, and only a lock that time opens");
                break;
            case RefusalCode.ResendTooSoon or RefusalCode.SendLimitReached:
                var number = command is SubmitPhone submit ? ((PhoneReading.Readable)new TestNumbers().Read(submit.Number, submit.Country)).Details.Number.E164 : account.Pending!;
                Check(refusal.RetryAt > now, "it tells a time to come");
                Check(!account.SendObstacles(number, refusal.RetryAt!.Value).Any(), "at the time that it tells a code may be sent");
                break;
        }

        Check(!ObstacleGridTests.Guards(refusal.Code) || !refusal.WaysOut.Any(way => way is WayOut.Act), "a lock, a limit or a risk shows no way around");
        foreach (var way in refusal.WaysOut.OfType<WayOut.Act>().Where(way => !way.WithAnotherNumber))
        {
            if (CommandOf(way, account, command) is { } next)
            {
                // That a number is taken is learned with its right code and not before, so that no way out may depend on it.
                var obstacles = model.Obstacles(Caller.User(caller.Account, way.Surface, caller.AuthenticatedAt), next, now)
                    .Where(obstacle => obstacle != RefusalCode.NumberHasTooManyAccounts).Distinct().ToArray();
                Check(obstacles.Length == 0, $"the way out \"{way}\" would meet {string.Join(", ", obstacles)}");
            }
        }
    }

    private static UserCommand? CommandOf(WayOut.Act way, ModelAccount account, EnrolmentCommand refused) => way.Choice.Action switch
    {
        EnrolmentAction.SubmitPhone => refused as SubmitPhone ?? ((account.Pending ?? account.Verified) is { } number ? new SubmitPhone(number) : null),
        EnrolmentAction.ResendCode => new ResendCode(),
        EnrolmentAction.ConfirmCode => new ConfirmCode(account.Code?.Text ?? ""),
        EnrolmentAction.CancelPending => new CancelPending(),
        EnrolmentAction.EnableVerification => new EnableVerification(way.Choice.Channel!.Value),
        EnrolmentAction.ChangeChannel => new ChangeChannel(way.Choice.Channel!.Value),
        EnrolmentAction.DisableVerification => new DisableVerification(),
        EnrolmentAction.RemovePhone => new RemovePhone(),
        _ => throw new ArgumentOutOfRangeException(nameof(way)),
    };

    /// <summary>A settings page says of each action what the command would meet.</summary>
    private async Task CheckStatus(AccountId id)
    {
        var (account, now) = (model[id], world.Now);
        if (account.Pending is not null && account.LapsesAt <= now)
            account.ForgetPending(now);
        foreach (var surface in new[] { TestPolicies.Web, TestPolicies.MobileWeb, TestPolicies.Android })
        {
            var status = await world.Service.GetStatusAsync(Caller.User(id, surface, now, AuthenticationFactors.MultiFactor));
            Note($"the page of {id} at {surface} is opened");
            Check(status.State == account.State, $"the page has to show {account.State} and shows {status.State}");
            foreach (var action in status.Actions.Where(action => action.Choice.Action is not (EnrolmentAction.SubmitPhone or EnrolmentAction.ConfirmCode)))
            {
                var command = CommandOf(new WayOut.Act(surface, action.Choice), account, new Unlock())!;
                var obstacles = model.Obstacles(Caller.User(id, surface, now), command, now).ToHashSet();
                Check(
                    action.Refusal is { } no ? obstacles.Contains(no.Code) : obstacles.Count == 0,
                    $"the page answers {action.Refusal?.Code.ToString() ?? "yes"} to {command} and the model {string.Join(" or ", obstacles)}");
            }
        }
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
            Bound.OldestSendLeavesTheWindow => account.Sends.Count == 0 ? null : account.Sends[0].At + Duration.FromHours(24),
            _ => throw new ArgumentOutOfRangeException(nameof(until)),
        };
        instant += Duration.FromMilliseconds(until.Milliseconds);
        return instant > world.Now ? instant : null;
    }

    private Instant? InstantOf(Proof proof) => proof switch
    {
        Proof.Fresh => world.Now,
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
        var right = account.Code?.Text ?? wrong;
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
