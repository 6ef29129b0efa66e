using NodaTime;

namespace LoginVerification.Engine;

/// <summary>
/// Whether one more code may be sent to a number: the waits and limits of the policy, which outlive a cancelled number,
/// and what the host's signals say.
/// </summary>
internal static class SendBudget
{
    /// <summary>The policy's own limits come first, because the host's signals are not even asked about a send that those refuse.</summary>
    public static Refusal? Check(in Situation situation, PhoneNumber number) =>
        CheckLimits(situation, number) ?? CheckSignals(situation.Facts);

    /// <summary>Sends up to this instant are out of the window.</summary>
    public static Instant CountFrom(in Situation situation) => situation.Facts.Now - situation.Limits.Sending.Window;

    private static Refusal? CheckSignals(Facts facts)
    {
        if (facts.Service is RegistryService.CountryNotServed)
            return new Refusal(RefusalCode.CountryNotServed, Sources.CountryRegistry);
        if (facts.Service is RegistryService.CarrierNotServed)
            return new Refusal(RefusalCode.CarrierNotServed, Sources.CountryRegistry);
        if (facts.Risk is Risk.TooHigh)
            return new Refusal(RefusalCode.RiskTooHigh, Sources.RiskSignal);
        return facts.SendAllowance is { Allowed: false } no
            ? new Refusal(RefusalCode.SendsHeldBack, Sources.SendLimiter) { RetryAt = no.RetryAt }
            : null;
    }

    private static Refusal? CheckLimits(in Situation situation, PhoneNumber number)
    {
        var sends = situation.Enrolment.Sends;
        var rules = situation.Limits.Sending;
        var now = situation.Facts.Now;
        var refusal = CheckLimits(sends, number, now, rules);
        return refusal is null ? null : refusal with { RetryAt = Earliest(sends, number, now, rules) };
    }

    private static Refusal? CheckLimits(ValueList<SentCode> sends, PhoneNumber number, Instant now, SendRules rules)
    {
        var (ofAccount, ofNumber, last) = (0, 0, now);
        foreach (var sent in sends)
        {
            if (sent.At <= now - rules.Window)
                continue;
            ofAccount++;
            if (sent.Number != number)
                continue;
            ofNumber++;
            last = sent.At;
        }

        if (ofNumber >= rules.PerNumber)
            return new Refusal(RefusalCode.SendLimitReached, Sources.SendingPerNumber);
        if (ofAccount >= rules.PerAccount)
            return new Refusal(RefusalCode.SendLimitReached, Sources.SendingPerAccount);
        return ofNumber > 0 && now < last + Wait(ofNumber, rules) ? new Refusal(RefusalCode.ResendTooSoon, Sources.SendingResendWait) : null;
    }

    /// <summary>The first instant at which nothing refuses: a wait ends then, or an earlier send leaves the window.</summary>
    private static Instant Earliest(ValueList<SentCode> sends, PhoneNumber number, Instant now, SendRules rules)
    {
        var ends = sends.Select(sent => sent.At + rules.Window);
        var waits = sends.Where(sent => sent.Number == number).SelectMany(sent => Enumerable.Range(1, rules.PerNumber).Select(count => sent.At + Wait(count, rules)));
        return ends.Concat(waits).Where(at => at > now).Order().First(at => CheckLimits(sends, number, at, rules) is null);
    }

    /// <summary>How long the next code to a number waits after so many.</summary>
    public static Duration Wait(int sent, SendRules rules) => Backoff.Double(rules.ResendWait, sent - 1, rules.Window);
}
