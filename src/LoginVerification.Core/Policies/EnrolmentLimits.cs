using NodaTime;

namespace LoginVerification.Policies;

/// <summary>
/// The limits and modes of a policy: all that a decision depends on, screens and gating rules aside. Two policies with equal limits
/// decide alike wherever both let a command through. Immutable; compares by value.
/// </summary>
internal sealed record EnrolmentLimits(
    CodeRules Code,
    SendRules Sending,
    LockRules Lock,
    SignInRules SignIn,
    ChannelChangeRules ChannelChanges,
    Duration PendingLapsesAfter,
    Duration ReauthenticateWithin,
    int AccountsPerNumber,
    Duration CoolDownAfterRemoval,
    RemovePhoneMode RemovePhoneWhileEnabled,
    StopMode OnStop,
    InvalidationMode OnPhoneInvalidated)
{
    public static EnrolmentLimits Of(PolicyDocument policy) => new(
        policy.Code,
        policy.Sending,
        policy.Lock,
        policy.SignIn,
        policy.ChannelChanges,
        policy.PendingLapsesAfter,
        policy.ReauthenticateWithin,
        policy.AccountsPerNumber,
        policy.CoolDownAfterRemoval,
        policy.RemovePhoneWhileEnabled,
        policy.OnStop,
        policy.OnPhoneInvalidated);
}
