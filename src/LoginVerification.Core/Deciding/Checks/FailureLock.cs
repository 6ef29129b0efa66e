using NodaTime;

namespace LoginVerification.Engine;

/// <summary>Wrong codes in a row lock their purpose, ever longer, and in the end until the host unlocks it. Enrolment and sign-in do not lock each other.</summary>
internal static class FailureLock
{
    public static Refusal? Check(in Situation situation, CodePurpose purpose)
    {
        var enrolment = situation.Enrolment;
        if (enrolment.FailureCount(purpose) >= situation.Limits.Lock.FinalFailures)
            return new Refusal(RefusalCode.LockedUntilUnlock, Sources.LockFinalFailures);
        return enrolment.LockedUntil(purpose) is { } until && situation.Facts.Now < until
            ? new Refusal(RefusalCode.Locked, Sources.LockEveryFailures) { RetryAt = until }
            : null;
    }

    /// <summary>Whether one more failure causes the first lock since the purpose last succeeded.</summary>
    public static bool IsFirstAfter(in Situation situation, CodePurpose purpose) => situation.Enrolment.FailureCount(purpose) + 1 == situation.Limits.Lock.EveryFailures;

    /// <summary>The end of the lock that one more failure causes, or null for none.</summary>
    public static Instant? After(in Situation situation, CodePurpose purpose)
    {
        var rules = situation.Limits.Lock;
        var failures = situation.Enrolment.FailureCount(purpose) + 1;
        if (failures % rules.EveryFailures != 0)
            return null;
        return situation.Facts.Now + Backoff.Double(rules.First, failures / rules.EveryFailures - 1, rules.Longest);
    }

    /// <summary>When who fails once more can try again, or null: at once, or not before the host unlocks, so that no wait helps.</summary>
    public static Instant? RetryAfter(in Situation situation, CodePurpose purpose) =>
        situation.Enrolment.FailureCount(purpose) + 1 >= situation.Limits.Lock.FinalFailures ? null : After(situation, purpose);
}
