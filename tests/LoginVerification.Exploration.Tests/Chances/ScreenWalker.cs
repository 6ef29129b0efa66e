using LoginVerification.Exploration.Tests.Support;

namespace LoginVerification.Exploration.Tests.Chances;

/// <summary>
/// A user of the real service, as docs/chances.md describes one, who throws dice. The walker sees screens, answers and the phone, and knows
/// nothing of the explorer: no shape, no table, no graph. Waits pass on the service's own clock.
/// </summary>
internal sealed class ScreenWalker(EnrolmentPolicy policy, EnrolmentBehaviour behaviour, PhoneDetails number, Random dice) : IDisposable
{
    private static readonly AccountId Account = AccountId.Parse("walker");

    private readonly RealService real = new(policy);
    private readonly HashSet<Choice> refused = [];
    private readonly HashSet<Surface> shown = [];
    private Enrolment enrolment = new(Account);
    private Screen here = policy.Screens.Homes[0];
    private bool hasArrived;
    private bool hasLeft;

    /// <summary>How one user fares from a surface's home.</summary>
    public WalkerFate Walk(Surface from)
    {
        (enrolment, hasArrived, hasLeft) = (new Enrolment(Account), false, false);
        (real.Surroundings.Numbers, real.Store.HasDevice) = ([number], behaviour.HasDevice);
        var (sms, steps) = (0, 0);
        Go(policy.Screens.HomeOf(from).Id);
        while (!hasLeft && enrolment.State is not EnrolmentState.VerificationEnabled)
        {
            if (NeedsSms && sms >= behaviour.MostSms || Throws(behaviour.GiveUp))
                break;
            sms += Choose()() ? 1 : 0;
            steps++;
        }

        return new WalkerFate(enrolment.State is EnrolmentState.VerificationEnabled, sms, steps);
    }

    public void Dispose() => real.Dispose();

    private ConditionCase Case => ConditionCase.Of(enrolment, hasArrived && enrolment.Pending is not null, real.Store.HasDevice);

    private bool CanType => hasArrived && enrolment.Pending is { Challenge: var code } && code.IsAlive(real.Now) && code.WrongTries < policy.Document.Code.WrongTries;

    private bool NeedsSms => enrolment.State is EnrolmentState.NoPhone || (enrolment.State is EnrolmentState.PhonePending && !CanType);

    /// <summary>One of the options, by weight. An option says whether it sent an SMS.</summary>
    private Func<bool> Choose()
    {
        var options = Options().Where(option => option.Weight > 0).ToList();
        var left = dice.NextDouble() * options.Sum(option => option.Weight);
        foreach (var (weight, take) in options)
        {
            if ((left -= weight) < 0)
                return take;
        }

        return options[^1].Take;
    }

    private IEnumerable<(double Weight, Func<bool> Take)> Options()
    {
        foreach (var command in Wanted().Where(command => IsOffered(command) && !refused.Contains(command.Choice)))
            yield return (behaviour.Weights.Action, () => Try(command));
        if (enrolment.State is EnrolmentState.PhonePending && IsOffered(new CancelPending()) && !(CanType && IsOffered(new ConfirmCode(""))))
            yield return (behaviour.Weights.StartAnew, () => Try(new CancelPending()));
        var app = new EnableVerification(VerificationChannel.AppPush);
        if (enrolment.State is EnrolmentState.PhoneVerified && !real.Store.HasDevice && IsOffered(app) && policy.Gate.Check(here.Surface, app.Choice, number, new Asker(DeviceRegistered: true)) is null)
            yield return (behaviour.Weights.RegisterDevice, Register);
        foreach (var exit in here.Exits.Where(exit => exit.To != here.Id && exit.When.Contains(Case)))
            yield return (WeightOf(exit), () => Leave(exit));
    }

    private bool Register()
    {
        real.Store.HasDevice = true;
        Go(here.Id);
        return false;
    }

    private bool Leave(ScreenExit exit)
    {
        Go(exit.To);
        return false;
    }

    private IEnumerable<UserCommand> Wanted() => enrolment.State switch
    {
        EnrolmentState.NoPhone => [new SubmitPhone(number.Number.E164)],
        EnrolmentState.PhonePending when CanType => [new ConfirmCode(CodeToType())],
        EnrolmentState.PhonePending => [new ResendCode(), new SubmitPhone(number.Number.E164)],
        _ => Enum.GetValues<VerificationChannel>().Where(channel => channel is not VerificationChannel.AppPush || real.Store.HasDevice).Select(channel => new EnableVerification(channel)),
    };

    private string CodeToType() => Throws(behaviour.Mistype) ? real.CodeBeside(Account, [enrolment.Pending!.Challenge]) : real.CodeOf(Account, enrolment.Pending!.Challenge);

    private bool Try(UserCommand command)
    {
        var outcome = real.Give(enrolment, Caller.User(Account, here.Surface, real.Now), command);
        enrolment = outcome.After;
        if (outcome.Refusal is null)
        {
            Go(here.LandingAfter(command.Choice.Action));
            return Receive(outcome);
        }

        if (outcome.Refusal is { Code: RefusalCode.Locked or RefusalCode.ResendTooSoon, RetryAt: { } end })
        {
            real.Now = end;
            Go(here.Id);
            return false;
        }

        if (outcome.Happens)
            Go(here.Id);
        else
            refused.Add(command.Choice);
        if (here.ShowsWaysOut && !outcome.Happens)
            shown.UnionWith(outcome.Refusal.WaysOut.OfType<WayOut.Act>().Where(way => !way.WithAnotherNumber).Select(way => way.Surface));
        hasLeft = Throws(behaviour.GiveUpAtRefusal);
        return false;
    }

    private bool Receive(Outcome outcome)
    {
        if (outcome.Owed.All(owed => owed.Effect is not OutboxEffect.SendCode))
            return false;
        var isSame = outcome.Events.Any(happened => happened.Trigger is LifecycleTrigger.CodeResent);
        var arrives = !Throws(behaviour.LossIn(number.Country));
        hasArrived = arrives || (isSame && hasArrived);
        return true;
    }

    private bool IsOffered(UserCommand command) => here.WhenOffered(command.Choice.Action).Contains(Case);

    private double WeightOf(in ScreenExit exit) => exit.Link switch
    {
        { Kind: LinkKind.Visible } => behaviour.Weights.VisibleLink,
        { Kind: LinkKind.Hidden } => behaviour.Weights.HiddenLink,
        { } => behaviour.Weights.ExternalLink,
        null => shown.Contains(policy.Screens[exit.To].Surface) ? behaviour.Weights.ShownWayOut : behaviour.Weights.Surface,
    };

    private bool Throws(double probability) => dice.NextDouble() < probability;

    /// <summary>On a page that was opened anew, what was refused is tried again.</summary>
    private void Go(ScreenId screen)
    {
        here = policy.Screens[screen];
        refused.Clear();
        shown.Clear();
    }
}

/// <summary>How one user fared.</summary>
internal readonly record struct WalkerFate(bool IsEnrolled, int Sms, int Steps);
