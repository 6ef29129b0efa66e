using NodaTime;

namespace LoginVerification.Engine;

/// <summary>
/// Whether one more code may be sent to a number: the waits and limits of the policy, which outlive a cancelled number,
/// and what the host's signals say.
/// </summary>
internal static class SendBudget
{
    /// <summary>The policy's own limits come first, because the host's signals are not even asked about a send that those refuse.</summary>
    public static Refusal? CheckEnrol(in Situation situation, PhoneNumber number) =>
        CheckLimits(situation, number, SendLimits.ToEnrol(situation.Limits)) ?? CheckSignals(situation.Facts);

    /// <summary>The same for the question at sign-in. A push costs nothing and goes to nobody's phone, so that no signal is asked about it.</summary>
    public static Refusal? CheckSignIn(in Situation situation, VerificationChannel channel, PhoneNumber number) =>
        CheckLimits(situation, number, SendLimits.ToSignIn(situation.Limits, channel)) ?? (channel is VerificationChannel.Sms ? CheckSignals(situation.Facts) : null);

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

    private static Refusal? CheckLimits(in Situation situation, PhoneNumber number, in SendLimits rules)
    {
        var sends = situation.Enrolment.Sends;
        var now = situation.Facts.Now;
        return LimitAt(now, sends, number, rules) is not { } limit ? null
            : new Refusal(limit == Sources.SendingResendWait ? RefusalCode.ResendTooSoon : RefusalCode.SendLimitReached, limit)
            {
                RetryAt = Earliest(now, sends, number, rules),
            };
    }

    /// <summary>The limit that forbids a send at an instant, or null.</summary>
    private static RefusalSource.Setting? LimitAt(Instant at, ValueList<SentCode> sends, PhoneNumber number, in SendLimits rules)
    {
        var (ofAccount, ofNumber, last) = (0, 0, at);
        foreach (var sent in sends)
        {
            if (sent.Purpose != rules.Purpose || sent.At <= at - rules.Sending.Window)
                continue;
            ofAccount++;
            if (sent.Number != number)
                continue;
            ofNumber++;
            last = sent.At;
        }

        if (ofNumber >= rules.PerNumber)
            return rules.NumberSource;
        if (ofAccount >= rules.PerAccount)
            return rules.AccountSource;
        return ofNumber > 0 && at < last + Wait(ofNumber, rules.Sending) ? Sources.SendingResendWait : null;
    }

    /// <summary>The first instant at which nothing refuses: a wait ends then, or an earlier send leaves the window.</summary>
    private static Instant Earliest(Instant now, ValueList<SentCode> sends, PhoneNumber number, in SendLimits rules)
    {
        var at = now;
        do
            at = NextChange(at, sends, number, rules);
        while (LimitAt(at, sends, number, rules) is not null);
        return at;
    }

    /// <summary>The next instant at which the answer can be another one. No list is made, because the explorer asks this of every state.</summary>
    private static Instant NextChange(Instant after, ValueList<SentCode> sends, PhoneNumber number, in SendLimits rules)
    {
        var next = Instant.MaxValue;
        foreach (var sent in sends)
        {
            if (sent.Purpose != rules.Purpose)
                continue;
            next = Sooner(next, sent.At + rules.Sending.Window, after);
            if (sent.Number != number)
                continue;
            for (var count = 1; count <= sends.Count; count++)
                next = Sooner(next, sent.At + Wait(count, rules.Sending), after);
        }

        return next;
    }

    private static Instant Sooner(Instant next, Instant candidate, Instant after) => candidate > after && candidate < next ? candidate : next;

    /// <summary>How long the next code to a number waits after so many. Where nothing bounds them they are not counted either.</summary>
    public static Duration Wait(int sent, SendRules rules) => Backoff.Double(rules.ResendWait, rules.PerNumber == PolicyLimits.Unlimited ? 0 : sent - 1, rules.Window);

    /// <summary>The limits of one purpose, and where the policy sets them.</summary>
    private readonly record struct SendLimits(
        CodePurpose Purpose, SendRules Sending, int PerNumber, int PerAccount, RefusalSource.Setting NumberSource, RefusalSource.Setting AccountSource)
    {
        public static SendLimits ToEnrol(EnrolmentLimits limits) =>
            new(CodePurpose.Enrol, limits.Sending, limits.Sending.PerNumber, limits.Sending.PerAccount, Sources.SendingPerNumber, Sources.SendingPerAccount);

        /// <summary>An account signs in with one number, so that its limit is the account's. Those on numbers that it had before count as well.</summary>
        public static SendLimits ToSignIn(EnrolmentLimits limits, VerificationChannel channel)
        {
            var (most, source) = channel is VerificationChannel.Sms ? (limits.SignIn.Codes, Sources.SignInCodes) : (limits.SignIn.Pushes, Sources.SignInPushes);
            return new(CodePurpose.SignIn, limits.Sending, most, most, source, source);
        }
    }
}
