using NodaTime;

namespace LoginVerification.Engine;

/// <summary>
/// Whether one more code may be sent to a number: the waits and limits of the policy, which outlive a cancelled number,
/// and what the host's signals say.
/// </summary>
internal static class SendBudget
{
    /// <summary>The policy's own limits come first, because the host's signals are not even asked about a send that those refuse.</summary>
    public static Refusal? Check(in Situation situation, CodePurpose purpose, PhoneNumber number) =>
        CheckLimits(situation, purpose, number) ?? CheckSignals(situation.Facts);

    /// <summary>Sends up to this instant are out of the window.</summary>
    public static Instant CountFrom(in Situation situation) => situation.Facts.Now - situation.Limits.Sending.Window;

    private static Refusal? CheckSignals(Facts facts)
    {
        if (facts.Service is RegistryService.CountryNotServed)
            return new Refusal(RefusalCode.CountryNotServed, Sources.CountryRegistry);
        if (facts.Service is RegistryService.CarrierNotServed)
            return new Refusal(RefusalCode.CarrierNotServed, Sources.CountryRegistry);
        // A risk says no more than "held back", or it would tell anybody whose SIM was changed.
        if (facts.Risk is Risk.TooHigh)
            return new Refusal(RefusalCode.SendsHeldBack, Sources.Withheld);
        return facts.SendAllowance is { Allowed: false } no
            ? new Refusal(RefusalCode.SendsHeldBack, Sources.Withheld) { RetryAt = no.RetryAt }
            : null;
    }

    private static Refusal? CheckLimits(in Situation situation, CodePurpose purpose, PhoneNumber number)
    {
        var sends = situation.Enrolment.Sends;
        var rules = situation.Limits.Sending;
        var now = situation.Facts.Now;
        return LimitAt(now, sends, purpose, number, rules) is not { } limit ? null
            : new Refusal(limit == Sources.SendingResendWait ? RefusalCode.ResendTooSoon : RefusalCode.SendLimitReached, limit)
            {
                RetryAt = Earliest(now, sends, purpose, number, rules),
            };
    }

    /// <summary>The limit that forbids a send at an instant, or null.</summary>
    private static RefusalSource.Setting? LimitAt(Instant at, ValueList<SentCode> sends, CodePurpose purpose, PhoneNumber number, SendRules rules)
    {
        var (ofAccount, ofNumber, last) = (0, 0, at);
        foreach (var sent in sends)
        {
            if (sent.Purpose != purpose || sent.At <= at - rules.Window)
                continue;
            ofAccount++;
            if (sent.Number != number)
                continue;
            ofNumber++;
            last = sent.At;
        }

        if (ofNumber >= rules.PerNumber)
            return Sources.SendingPerNumber;
        if (ofAccount >= rules.PerAccount)
            return Sources.SendingPerAccount;
        return ofNumber > 0 && at < last + Wait(ofNumber, rules) ? Sources.SendingResendWait : null;
    }

    /// <summary>The first instant at which nothing refuses: a wait ends then, or an earlier send leaves the window.</summary>
    private static Instant Earliest(Instant now, ValueList<SentCode> sends, CodePurpose purpose, PhoneNumber number, SendRules rules)
    {
        var at = now;
        do
            at = NextChange(at, sends, purpose, number, rules);
        while (LimitAt(at, sends, purpose, number, rules) is not null);
        return at;
    }

    /// <summary>The next instant at which the answer can be another one. No list is made, because the explorer asks this of every state.</summary>
    private static Instant NextChange(Instant after, ValueList<SentCode> sends, CodePurpose purpose, PhoneNumber number, SendRules rules)
    {
        var next = Instant.MaxValue;
        foreach (var sent in sends)
        {
            if (sent.Purpose != purpose)
                continue;
            next = Sooner(next, sent.At + rules.Window, after);
            if (sent.Number != number)
                continue;
            for (var count = 1; count <= rules.PerNumber; count++)
                next = Sooner(next, sent.At + Wait(count, rules), after);
        }

        return next;
    }

    private static Instant Sooner(Instant next, Instant candidate, Instant after) => candidate > after && candidate < next ? candidate : next;

    /// <summary>How long the next code to a number waits after so many.</summary>
    public static Duration Wait(int sent, SendRules rules) => Backoff.Double(rules.ResendWait, sent - 1, rules.Window);
}
