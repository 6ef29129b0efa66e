using NodaTime;

namespace LoginVerification.Tests;

/// <content>What the answers, the messages and the pages have to be.</content>
internal sealed partial class Player
{
    private void CheckEvents(Prophecy prophecy, EnrolmentEvent[] happened) => Check(
        happened.Select(one => one.Trigger.ToString()).SequenceEqual(prophecy.Events),
        $"there were to be the events [{string.Join(", ", prophecy.Events)}] and there were [{string.Join<EnrolmentEvent>(", ", happened)}]");

    /// <summary>Reads the code off the phone, as its owner would.</summary>
    private string? CheckMessages(Prophecy prophecy, (string Number, string Text)[] messages)
    {
        var recipients = new[] { prophecy.CodeGoesTo, prophecy.Replaced }.OfType<string>();
        Check(messages.Select(message => message.Number).SequenceEqual(recipients), $"there was to be an SMS to [{string.Join(", ", recipients)}]");
        if (prophecy.IsLost)
            return world.Phones.Lost![..6];
        if (prophecy.CodeGoesTo is null)
            return null;
        var code = messages[0].Text[..6];
        Check(prophecy.Repeated is null || code == prophecy.Repeated, "the same code was to come once more");
        Check(prophecy.Repeated is not null || !model.AllCodes.Contains(code), "a new code was to come");
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
            case RefusalCode.CoolingDown:
                Check(refusal.RetryAt == account.RemovedAt + HistoryPolicies.CoolDown, $"the wait ends {HistoryPolicies.CoolDown} after {account.RemovedAt}");
                break;
            case RefusalCode.WrongCode:
                Check(refusal.RetryAt == (account.Lock(now) is RefusalCode.Locked ? account.LockedUntil : null), "a wrong code tells the lock that it caused, and only a lock that time opens");
                break;
            case RefusalCode.ResendTooSoon or RefusalCode.SendLimitReached:
                var number = command is SubmitPhone submit ? ((PhoneReading.Readable)new TestNumbers().Read(submit.Number, submit.Country)).Details.Number.E164 : account.Pending!;
                Check(refusal.RetryAt > now, "it tells a time to come");
                Check(!account.SendObstacles(number, refusal.RetryAt!.Value).Any(), "at the time that it tells a code may be sent");
                break;
            case RefusalCode.ChangedTooOften:
                Check(refusal.RetryAt > now && account.ChangeObstacle(refusal.RetryAt.Value) is null, "at the time that it tells the channel may be changed");
                break;
        }

        Check(!ObstacleGridTests.Guards(refusal.Code) || !refusal.WaysOut.Any(way => way is WayOut.Act), "a lock, a limit or a risk shows no way around");
        foreach (var way in refusal.WaysOut.OfType<WayOut.Act>().Where(way => !way.WithAnotherNumber))
        {
            if (CommandOf(way, account, command) is { } next)
            {
                // That a number is taken is learned with its right code and not before, so that no way out may depend on it.
                var obstacles = model.Obstacles(Caller.User(caller.Account, way.Surface, caller.AuthenticatedAt, caller.Factors), next, now, world.Now)
                    .Where(obstacle => obstacle != RefusalCode.NumberHasTooManyAccounts).Distinct().ToArray();
                Check(obstacles.Length == 0, $"the way out \"{way}\" would meet {string.Join(", ", obstacles)}");
            }
        }
    }

    private static UserCommand? CommandOf(WayOut.Act way, ModelAccount account, EnrolmentCommand refused) => way.Choice.Action switch
    {
        EnrolmentAction.SubmitPhone => refused as SubmitPhone ?? ((account.Pending ?? account.Verified) is { } number ? new SubmitPhone(number) : null),
        EnrolmentAction.ResendCode => new ResendCode(),
        // A code that never left is nobody's to type.
        EnrolmentAction.ConfirmCode => account.Code?.Text is "" ? null : new ConfirmCode(account.Code?.Text ?? ""),
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
        var account = model[id];
        _ = Model.LetTimePass(account, world.Now, lapses: true).ToArray();
        var now = ModelClock.TimeOf(account, world.Now);
        foreach (var surface in new[] { TestPolicies.Web, TestPolicies.MobileWeb, TestPolicies.Android })
        {
            var status = await world.Service.GetStatusAsync(Caller.User(id, surface, world.Now, AuthenticationFactors.MultiFactor));
            Note($"the page of {id} at {surface} is opened");
            Check(status.State == account.State, $"the page has to show {account.State} and shows {status.State}");
            foreach (var action in status.Actions.Where(action => action.Choice.Action is not (EnrolmentAction.SubmitPhone or EnrolmentAction.ConfirmCode)))
            {
                var command = CommandOf(new WayOut.Act(surface, action.Choice), account, new Unlock())!;
                var obstacles = model.Obstacles(Caller.User(id, surface, world.Now, AuthenticationFactors.MultiFactor), command, now, world.Now).ToHashSet();
                Check(
                    action.Refusal is { } no ? obstacles.Contains(no.Code) : obstacles.Count == 0,
                    $"the page answers {action.Refusal?.Code.ToString() ?? "yes"} to {command} and the model {string.Join(" or ", obstacles)}");
            }
        }
    }
}
