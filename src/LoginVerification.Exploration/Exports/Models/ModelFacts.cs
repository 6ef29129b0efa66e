using System.Diagnostics;

namespace LoginVerification.Exploration;

/// <summary>
/// What screens and gates ask, as named expressions over the variables of a model. They are read from the policy itself, not from what the
/// explorer made of it, so that a checker's counts confirm both.
/// </summary>
internal sealed class ModelFacts(PolicyModel model, ModelNames names)
{
    /// <summary>Each name with its expression; none uses one that comes later.</summary>
    public IEnumerable<(string Name, string Expression)> All() => [.. OfEnrolment(), .. OfMessage(), .. OfUser(), .. Rules(), .. Gates()];

    /// <summary>A condition of a link or an action.</summary>
    public static string Of(ScreenCondition? condition) => condition is null ? "true" : TreeWriter.And(
    [
        condition.State is null ? "true" : Any(condition.State.Distinct().Select(ModelNames.StateIs)),
        Of(condition.Pending, ModelNames.HasPending),
        Of(condition.Verified, ModelNames.IsVerified),
        Of(condition.SmsDelivered, ModelNames.SmsDelivered),
        condition.Channel is null ? "true" : Any(condition.Channel.Distinct().Select(channel => ModelNames.Is(Components.Channel, Components.ChannelOf(channel)))),
        Of(condition.Device, ModelNames.Device),
    ]);

    /// <summary>What is asked of a fact: that it holds, that it does not, or nothing.</summary>
    public static string Of(bool? asked, string fact) => asked switch
    {
        null => "true",
        true => fact,
        false => $"!{fact}",
    };

    private static IEnumerable<(string, string)> OfEnrolment()
    {
        yield return (ModelNames.HasPending, $"{Components.Pending} != {Components.PendingNone}");
        yield return (ModelNames.IsVerified, Components.Verified);
        foreach (var state in Enum.GetValues<EnrolmentState>())
            yield return (ModelNames.StateIs(state), Of(state));
    }

    private static string Of(EnrolmentState state) => state switch
    {
        EnrolmentState.NoPhone => $"!{ModelNames.IsVerified} && !{ModelNames.HasPending}",
        EnrolmentState.PhonePending => $"!{ModelNames.IsVerified} && {ModelNames.HasPending}",
        EnrolmentState.PhoneVerified => $"{ModelNames.IsVerified} && {Components.Channel} == {Components.ChannelNone}",
        EnrolmentState.VerificationEnabled => $"{ModelNames.IsVerified} && {Components.Channel} != {Components.ChannelNone}",
        _ => throw new UnreachableException(),
    };

    /// <summary>What became of an SMS is remembered while its code can be typed, or while a screen asks for it.</summary>
    private IEnumerable<(string, string)> OfMessage()
    {
        var document = model.Policy.Document;
        var conditions = document.Surfaces.SelectMany(surface => surface.Screens)
            .SelectMany(screen => screen.Actions.Select(offer => offer.When).Concat(screen.Links.Select(link => link.When)));
        var isAsked = conditions.Any(condition => condition?.SmsDelivered is not null);
        yield return (ModelNames.SmsDelivered, ModelNames.Is(ModelNames.Message, ModelNames.Arrived));
        yield return (ModelNames.CodeAtHand, $"({ModelNames.Is(ModelNames.Message, ModelNames.None)} || {ModelNames.SmsDelivered})");
        yield return (ModelNames.MessageIsAwaited, isAsked ? ModelNames.HasPending
            : TreeWriter.And(ModelNames.HasPending, $"!{Components.CodeExpired}", document.Code.WrongTries == PolicyLimits.Unlimited ? "true" : $"{Components.WrongTries} < {document.Code.WrongTries}"));
    }

    private IEnumerable<(string, string)> OfUser()
    {
        yield return (ModelNames.IsServed, AnyNumber(number => number.IsServed));
    }

    /// <summary>A rule allows the numbers that it does not speak of.</summary>
    private IEnumerable<(string, string)> Rules() => model.Policy.Document.Rules
        .Select(rule => (names.Rules[rule.Name], AnyNumber(number => !number.IsConcernedBy(rule) || rule.Refuses(number.Numbers[0]) is null)));

    /// <summary>Every rule that speaks of the action on the surface has to allow it.</summary>
    private IEnumerable<(string, string)> Gates() => names.Gates.Select(gate => (gate.Value, Gate(gate.Key.Surface, gate.Key.Choice)));

    /// <summary>The same for a choice, or once a device is registered.</summary>
    public string Gate(Surface surface, Choice choice, bool onceRegistered = false) => TreeWriter.And(model.Policy.Document.Rules
        .Where(rule => rule.Surfaces.Allows(surface) && rule.Actions.Contains(choice.Action))
        .Select(rule => Gate(rule, choice.Channel, onceRegistered)));

    private string Gate(GatingRule rule, VerificationChannel? channel, bool onceRegistered)
    {
        var allowed = channel is { } asked && !rule.Channels.Allows(asked) ? AnyNumber(number => !number.IsConcernedBy(rule)) : names.Rules[rule.Name];
        return rule.When is not { } when ? allowed
            : when.Channels.Kind is not SelectionKind.Any && !(channel is { } chosen && when.Channels.Allows(chosen)) ? "true"
            : onceRegistered && when.Device is { } registered ? registered ? allowed : "true"
            : when.Device is { } device && allowed != "true" ? Any([Of(!device, ModelNames.Device), allowed])
            : allowed;
    }

    /// <summary>Whether an SMS to the number can be lost.</summary>
    public string LosesSms => AnyNumber(number => model.Policy.Document.SmsDelivery.Uncertain.Allows(number.Country));

    private string AnyNumber(Func<NumberClass, bool> holds)
    {
        var holding = model.Classes.Index().Where(number => holds(number.Item)).Select(number => ModelNames.Is(ModelNames.Number, names.Numbers[number.Index])).ToList();
        return holding.Count == model.Classes.Count ? "true" : Any(holding);
    }

    /// <summary>Some of the alternatives.</summary>
    public static string Any(IEnumerable<string> alternatives)
    {
        var all = alternatives.ToList();
        return all.Count switch
        {
            0 => "false",
            1 => all[0],
            _ => $"({string.Join(" || ", all)})",
        };
    }
}
