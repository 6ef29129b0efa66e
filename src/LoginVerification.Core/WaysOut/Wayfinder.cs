using System.Collections.Concurrent;

namespace LoginVerification.Engine;

/// <summary>
/// Finds the shortest ways to a purpose over all screens, links and surfaces of a policy. Each question is worked out
/// with the deciders that run in production, and remembered within a bound of memory. Thread-safe; nobody waits for another's question.
/// </summary>
/// <param name="policy">The rules.</param>
/// <param name="most">The most that is remembered, in numbers of four bytes.</param>
internal sealed class Wayfinder(EnrolmentPolicy policy, int most = Wayfinder.Most)
{
    /// <summary>Some 16 MiB: every question of a usual policy, and several maps of the largest.</summary>
    private const int Most = 4 * 1024 * 1024;

    /// <summary>What an answer takes beside its steps, and each of its steps.</summary>
    private const int AnswerSize = 32, StepSize = 16;

    private readonly ScreenEntries entries = new(policy.Screens);
    private Memory memory = new();

    /// <summary>How much is remembered now, in numbers of four bytes; roughly.</summary>
    public int Size => memory.Size;

    /// <summary>The first commands of ways to the purpose, the shortest way first.</summary>
    public ValueList<WayStep> Find(in Situation situation, UserCommand command, PhoneDetails target)
    {
        var known = memory;
        var question = new WayQuestion(situation.Facts.Origin.Surface!, command.Choice, KeyOf(situation, target));
        if (known.Answers.TryGetValue(question, out var answer))
            return answer;
        if (!known.Maps.TryGetValue(question.Situation, out var map))
        {
            map = MapOf(situation, target);
            Keep(known, known.Maps.TryAdd(question.Situation, map), map.Size);
        }

        answer = map.StepsFrom(question.Surface, command);
        Keep(known, known.Answers.TryAdd(question, answer), AnswerSize + (answer.Count * StepSize));
        return answer;
    }

    /// <summary>Beyond the bound all is forgotten, so that what is asked now is remembered and what was asked once is not.</summary>
    private void Keep(Memory known, bool added, int size)
    {
        if (added && Interlocked.Add(ref known.Size, size) > most)
            Interlocked.CompareExchange(ref memory, new Memory(), known);
    }

    private WayMap MapOf(in Situation situation, PhoneDetails target)
    {
        var standIns = new StandIns(situation.Enrolment, target);
        return new WayMap(policy, entries, standIns.In(OptimisticWorld.Model(situation)), standIns.For(target), situation.Asker);
    }

    private WaySituation KeyOf(in Situation situation, PhoneDetails target)
    {
        var enrolment = situation.Enrolment;
        var verified = enrolment.Phone?.Details;
        var pending = enrolment.Pending?.Details;
        return new WaySituation(
            situation.Asker,
            enrolment.ActiveChannel,
            KeyOf(verified, enrolment) with { NeedsReverification = enrolment.Phone is { NeedsReverification: true } },
            KeyOf(pending, enrolment),
            enrolment.Pending is { } waiting && ChallengeIssue.StillCounts(waiting, situation.Facts, situation.Limits),
            KeyOf(target, enrolment),
            target.Number == verified?.Number,
            target.Number == pending?.Number);
    }

    private WayNumber KeyOf(PhoneDetails? phone, Enrolment enrolment) =>
        phone is null ? default : new WayNumber(true, policy.Gate.Classify(phone), enrolment.OptedOutAt(phone.Number) is not null, enrolment.HasVerified(phone.Number), false);

    private sealed class Memory
    {
        public ConcurrentDictionary<WayQuestion, ValueList<WayStep>> Answers { get; } = new();

        public ConcurrentDictionary<WaySituation, WayMap> Maps { get; } = new();

        public int Size;
    }
}
