using System.Collections.Concurrent;

namespace LoginVerification.Engine;

/// <summary>
/// Finds the shortest ways to a purpose over all screens, links and surfaces of a policy. Each question is worked out
/// with the deciders that run in production, and remembered up to a bound. Thread-safe.
/// </summary>
internal sealed class Wayfinder(EnrolmentPolicy policy)
{
    /// <summary>More questions than any sane policy has; beyond, answers are worked out each time.</summary>
    private const int MostAnswers = 4096;

    /// <summary>A map takes tens of kilobytes, and is of use as long as its questions are new.</summary>
    private const int MostMaps = 512;

    private readonly ConcurrentDictionary<WayQuestion, ValueList<WayStep>> answers = new();
    private readonly ConcurrentDictionary<WaySituation, WayMap> maps = new();

    /// <summary>The first commands of ways to the purpose, the shortest way first.</summary>
    public ValueList<WayStep> Find(in Situation situation, UserCommand command, PhoneDetails target)
    {
        var question = new WayQuestion(situation.Facts.Origin.Surface!, command.Choice, KeyOf(situation, target));
        if (answers.TryGetValue(question, out var known))
            return known;
        var answer = MapOf(question.Situation, situation, target).StepsFrom(question.Surface, command);
        if (answers.Count < MostAnswers)
            answers[question] = answer;
        return answer;
    }

    private WayMap MapOf(WaySituation key, in Situation situation, PhoneDetails target)
    {
        if (maps.TryGetValue(key, out var known))
            return known;
        var standIns = new StandIns(situation.Enrolment, target);
        var map = new WayMap(policy, standIns.In(OptimisticWorld.Model(situation)), standIns.For(target), situation.Facts.DeviceRegistered);
        return maps.Count < MostMaps ? maps.GetOrAdd(key, map) : map;
    }

    private WaySituation KeyOf(in Situation situation, PhoneDetails target)
    {
        var enrolment = situation.Enrolment;
        var verified = enrolment.Phone?.Details;
        var pending = enrolment.Pending?.Details;
        return new WaySituation(
            situation.Facts.DeviceRegistered,
            enrolment.ActiveChannel,
            KeyOf(verified, enrolment) with { NeedsReverification = enrolment.Phone is { NeedsReverification: true } },
            KeyOf(pending, enrolment),
            enrolment.Pending is { } waiting && OptimisticWorld.CodeIsAlive(waiting, situation),
            KeyOf(target, enrolment),
            target.Number == verified?.Number,
            target.Number == pending?.Number);
    }

    private WayNumber KeyOf(PhoneDetails? phone, Enrolment enrolment) =>
        phone is null ? default : new WayNumber(true, policy.Gate.Classify(phone), enrolment.OptedOutAt(phone.Number) is not null, false);
}
