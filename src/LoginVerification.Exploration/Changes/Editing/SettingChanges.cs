using NodaTime;

namespace LoginVerification.Exploration;

/// <summary>Changes of modes and limits, and of where an SMS can be lost.</summary>
internal static class SettingChanges
{
    public static IEnumerable<PolicyChange> Of(PolicyDocument policy) => [.. Modes(policy), .. Limits(policy), .. Deliveries(policy)];

    private static IEnumerable<PolicyChange> Modes(PolicyDocument policy) =>
    [
        .. Enum.GetValues<RemovePhoneMode>().Where(mode => mode != policy.RemovePhoneWhileEnabled)
            .Select(mode => new PolicyChange(PolicyChangeKind.Mode, $"removePhoneWhileEnabled: {mode}", policy with { RemovePhoneWhileEnabled = mode })),
        .. Enum.GetValues<StopMode>().Where(mode => mode != policy.OnStop).Select(mode => new PolicyChange(PolicyChangeKind.Mode, $"onStop: {mode}", policy with { OnStop = mode })),
        .. Enum.GetValues<InvalidationMode>().Where(mode => mode != policy.OnPhoneInvalidated)
            .Select(mode => new PolicyChange(PolicyChangeKind.Mode, $"onPhoneInvalidated: {mode}", policy with { OnPhoneInvalidated = mode })),
    ];

    private static IEnumerable<PolicyChange> Limits(PolicyDocument policy) => (policy.Research ? BackInBounds(policy) : []).Concat(new (string, PolicyDocument)[]
    {
        ("one wrong code more", policy with { Code = policy.Code with { WrongTries = OneMore(policy.Code.WrongTries) } }),
        ("8 digits", policy with { Code = policy.Code with { Digits = 8 } }),
        ("a code lives 30 s", policy with { Code = policy.Code with { Life = Duration.FromSeconds(30) } }),
        ("one send a number", policy with { Sending = policy.Sending with { PerNumber = 1 } }),
        ("one send more a number", policy with { Sending = policy.Sending with { PerNumber = OneMore(policy.Sending.PerNumber) } }),
        ("the next code waits an hour", policy with { Sending = policy.Sending with { ResendWait = Duration.FromHours(1) } }),
        ("sends count for an hour", policy with { Sending = policy.Sending with { Window = Duration.FromHours(1) } }),
        ("a lock after each failure", policy with { Lock = policy.Lock with { EveryFailures = 1 } }),
        ("the final lock at the first temporary one", policy with { Lock = policy.Lock with { FinalFailures = policy.Lock.EveryFailures } }),
        ("a pending number lapses after 30 days", policy with { PendingLapsesAfter = Duration.FromDays(30) }),
        ("an authentication is recent for an hour", policy with { ReauthenticateWithin = Duration.FromHours(1) }),
        ("no number is added for a day after one was removed", policy with { CoolDownAfterRemoval = Duration.FromDays(1) }),
        ("one account a number", policy with { AccountsPerNumber = 1 }),
    }).Select(change => new PolicyChange(PolicyChangeKind.Limit, change.Item1, change.Item2));

    /// <summary>It is an assumption on the world, so that no repair makes these.</summary>
    private static IEnumerable<PolicyChange> Deliveries(PolicyDocument policy) => new (string Text, Selection<CountryCode> Uncertain)[]
    {
        ("an SMS can be lost everywhere", Selection.Any<CountryCode>()),
        ("an SMS can be lost in France alone", Selection.Only(CountryCode.Parse("FR"))),
    }.Where(change => change.Uncertain.Kind != policy.SmsDelivery.Uncertain.Kind)
    .Select(change => new PolicyChange(PolicyChangeKind.SmsDelivery, change.Text, policy with { SmsDelivery = policy.SmsDelivery with { Uncertain = change.Uncertain } }));

    /// <summary>What is beyond the usual bounds, back at its default.</summary>
    private static IEnumerable<(string, PolicyDocument)> BackInBounds(PolicyDocument policy)
    {
        var (code, sending, locks) = (new CodeRules(), new SendRules(), new LockRules());
        return new (bool IsBeyond, string Description, PolicyDocument Policy)[]
        {
            (policy.Code.Digits < PolicyBounds.Digits.Least, $"{code.Digits} digits", policy with { Code = policy.Code with { Digits = code.Digits } }),
            (policy.Code.Life > PolicyBounds.Life.Most, "a code lives 10 min", policy with { Code = policy.Code with { Life = code.Life } }),
            (policy.Code.WrongTries == PolicyLimits.Unlimited, $"{code.WrongTries} wrong codes", policy with { Code = policy.Code with { WrongTries = code.WrongTries } }),
            (policy.Code.OnResend is ResendMode.NewBesideEarlier, "the newest code alone", policy with { Code = policy.Code with { OnResend = ResendMode.New } }),
            (policy.Sending.PerNumber == PolicyLimits.Unlimited, $"{sending.PerNumber} sends a number", policy with { Sending = policy.Sending with { PerNumber = sending.PerNumber } }),
            (policy.Sending.PerAccount == PolicyLimits.Unlimited, $"{sending.PerAccount} sends an account", policy with { Sending = policy.Sending with { PerAccount = sending.PerAccount } }),
            (policy.Lock.EveryFailures == PolicyLimits.Unlimited, $"a lock after each {locks.EveryFailures} failures", policy with { Lock = policy.Lock with { EveryFailures = locks.EveryFailures } }),
            (policy.Lock.FinalFailures == PolicyLimits.Unlimited, $"the final lock at {locks.FinalFailures} failures", policy with { Lock = policy.Lock with { FinalFailures = locks.FinalFailures } }),
        }.Where(change => change.IsBeyond).Select(change => (change.Description, change.Policy));
    }

    private static int OneMore(int limit) => limit == PolicyLimits.Unlimited ? limit : limit + 1;
}
