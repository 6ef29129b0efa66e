using System.Collections.Concurrent;

namespace LoginVerification;

/// <summary>
/// Finds the shortest ways to a purpose over all screens, links and surfaces of a policy. Each question is worked out once,
/// with the deciders that run in production, and remembered. Thread-safe.
/// </summary>
internal sealed class Wayfinder(Policy policy)
{
    /// <summary>More questions than any sane policy has; beyond, answers are worked out each time.</summary>
    private const int MostAnswers = 4096;

    private readonly ConcurrentDictionary<WayQuestion, ValueList<WayStep>> answers = new();

    /// <summary>The first commands of ways to the purpose, the shortest way first.</summary>
    public ValueList<WayStep> Find(in Situation situation, UserCommand command, PhoneDetails target)
    {
        var question = Ask(situation, command, target);
        if (answers.TryGetValue(question, out var known))
            return known;
        var map = new WayMap(policy, target, situation.Facts.DeviceRegistered, GoalOf(command.Action));
        var answer = map.StepsFrom(question.Surface, command.Action, Planning.Model(situation));
        if (answers.Count < MostAnswers)
            answers[question] = answer;
        return answer;
    }

    private WayQuestion Ask(in Situation situation, UserCommand command, PhoneDetails target)
    {
        var enrolment = situation.Enrolment;
        var verified = enrolment.Phone?.Details;
        var pending = enrolment.Pending?.Details;
        return new WayQuestion(
            situation.Facts.Origin.Surface!,
            command.Action,
            situation.Facts.DeviceRegistered,
            enrolment.ActiveChannel,
            Describe(verified, enrolment) with { NeedsReverification = enrolment.Phone is { NeedsReverification: true } },
            Describe(pending, enrolment),
            enrolment.Pending is { } waiting && Planning.CodeIsAlive(waiting, situation),
            Describe(target, enrolment),
            target.Number == verified?.Number,
            target.Number == pending?.Number);
    }

    private WayNumber Describe(PhoneDetails? phone, Enrolment enrolment) =>
        phone is null ? default : new WayNumber(true, policy.Gate.Classify(phone), enrolment.OptedOut.Contains(phone.Number), false);

    /// <summary>What the user is after: a confirmed number, for all that leads there; protection over a channel; or the action itself.</summary>
    private static EnrolmentAction GoalOf(EnrolmentAction action) => action switch
    {
        EnrolmentAction.SubmitPhone or EnrolmentAction.ResendCode or EnrolmentAction.ConfirmCode => EnrolmentAction.ConfirmCode,
        EnrolmentAction.ChangeChannel => EnrolmentAction.EnableVerification,
        _ => action,
    };
}
