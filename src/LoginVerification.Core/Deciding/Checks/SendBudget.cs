using NodaTime;

namespace LoginVerification;

/// <summary>
/// Whether one more code may be sent to a number: the waits and limits of the policy, which outlive a cancelled number,
/// and what the host's signals say.
/// </summary>
internal static class SendBudget
{
    public static Refusal? Check(in Situation situation, PhoneNumber number) =>
        CheckSignals(situation.Facts) ?? CheckLimits(situation, number);

    /// <summary>Sends up to this instant are out of the window.</summary>
    public static Instant CountFrom(in Situation situation) => situation.Facts.Now - situation.Rules.Sending.Window;

    private static Refusal? CheckSignals(Facts facts)
    {
        if (facts.Service is RegistryService.CountryNotServed)
            return new Refusal(RefusalCode.CountryNotServed, nameof(ICountryRegistry));
        if (facts.Service is RegistryService.CarrierNotServed)
            return new Refusal(RefusalCode.CarrierNotServed, nameof(ICountryRegistry));
        if (facts.Risk is Risk.TooHigh)
            return new Refusal(RefusalCode.RiskTooHigh, nameof(IRiskSignal));
        return facts.SendAllowance is { Allowed: false } no
            ? new Refusal(RefusalCode.SendsHeldBack, nameof(ISendLimiter)) { RetryAt = no.RetryAt }
            : null;
    }

    private static Refusal? CheckLimits(in Situation situation, PhoneNumber number)
    {
        var rules = situation.Rules.Sending;
        var countFrom = CountFrom(situation);
        var ofAccount = new Tally();
        var ofNumber = new Tally();
        foreach (var sent in situation.Enrolment.Sends)
        {
            if (sent.At <= countFrom)
                continue;
            ofAccount = ofAccount.Add(sent.At);
            if (sent.Number == number)
                ofNumber = ofNumber.Add(sent.At);
        }

        var now = situation.Facts.Now;
        var waitEnds = ofNumber.Count == 0 ? now : ofNumber.Last + Backoff.Double(rules.ResendWait, ofNumber.Count - 1, rules.Window);
        if (ofNumber.Count >= rules.PerNumber)
            return new Refusal(RefusalCode.SendLimitReached, "sending.perNumber") { RetryAt = Instant.Max(ofNumber.First + rules.Window, waitEnds) };
        if (ofAccount.Count >= rules.PerAccount)
            return new Refusal(RefusalCode.SendLimitReached, "sending.perAccount") { RetryAt = Instant.Max(ofAccount.First + rules.Window, waitEnds) };
        return now < waitEnds ? new Refusal(RefusalCode.ResendTooSoon, "sending.resendWait") { RetryAt = waitEnds } : null;
    }

    private readonly record struct Tally(int Count, Instant First, Instant Last)
    {
        public Tally Add(Instant at) => Count == 0 ? new(1, at, at) : new(Count + 1, First, at);
    }
}
