using System.Diagnostics;
using static LoginVerification.EnrolmentState;

namespace LoginVerification.Policies;

/// <summary>What actions, devices and time make of a case, number and rules aside: enough to tell where a condition can never hold.</summary>
internal static class CaseMoves
{
    /// <summary>The cases that an enrolment can be in, whatever happened to it.</summary>
    public static CaseSet Possible { get; } = CaseSet.Among(ConditionCase.All.Where(at => at.State switch
    {
        NoPhone => !at.Pending && !at.Verified && !at.SmsDelivered,
        PhonePending => at.Pending && !at.Verified,
        _ => at.Verified && (at.Pending || !at.SmsDelivered),
    }));

    /// <summary>The cases after an action was accepted, one for each channel that it can be asked for; none where it is always refused.</summary>
    public static IEnumerable<ConditionCase> After(EnrolmentAction action, ConditionCase at, RemovePhoneMode removal) => action switch
    {
        EnrolmentAction.SubmitPhone => [Moved(at, at.State is NoPhone ? PhonePending : at.State, pending: true, at.Verified)],
        EnrolmentAction.ResendCode => at.Pending ? [at.With(smsDelivered: false)] : [],
        EnrolmentAction.ConfirmCode => at.Pending ? [Moved(at, at.State is PhonePending ? PhoneVerified : at.State, pending: false, verified: true)] : [],
        EnrolmentAction.CancelPending => at.Pending ? [WithoutPending(at)] : [],
        EnrolmentAction.EnableVerification => at.State is PhoneVerified ? ChannelsOf(at).Select(channel => Enabled(at, channel)) : [],
        EnrolmentAction.ChangeChannel => ChannelsOf(at).Where(channel => at.Channel is { } active && channel != active)
            .Select(channel => new ConditionCase(at.State, at.Pending, at.Verified, at.SmsDelivered, channel, at.Device)),
        EnrolmentAction.DisableVerification => at.State is VerificationEnabled ? [Disabled(at)] : [],
        EnrolmentAction.RemovePhone => at.Verified && (at.State is not VerificationEnabled || removal is not RemovePhoneMode.Refuse) ? [Emptied(at)] : [],
        _ => throw new UnreachableException(),
    };

    /// <summary>What can come of a case while the user looks at a screen: the SMS arrives, the number lapses, a device comes or goes, staff act, a STOP comes.</summary>
    public static IEnumerable<ConditionCase> WhileLooking(ConditionCase at)
    {
        yield return new(at.State, at.Pending, at.Verified, at.SmsDelivered, at.Channel, !at.Device);
        if (at.Pending)
        {
            yield return at.With(smsDelivered: !at.SmsDelivered);
            yield return WithoutPending(at);
        }

        if (at.State is VerificationEnabled)
            yield return Disabled(at);
        if (at.Verified)
            yield return Emptied(at);
    }

    /// <summary>The app needs a device.</summary>
    private static IEnumerable<VerificationChannel> ChannelsOf(ConditionCase at) =>
        Enum.GetValues<VerificationChannel>().Where(channel => channel is not VerificationChannel.AppPush || at.Device);

    private static ConditionCase Enabled(ConditionCase at, VerificationChannel channel) => new(VerificationEnabled, pending: false, verified: true, smsDelivered: false, channel, at.Device);

    private static ConditionCase WithoutPending(ConditionCase at) => Moved(at, at.State is PhonePending ? NoPhone : at.State, pending: false, at.Verified);

    private static ConditionCase Disabled(ConditionCase at) => new(PhoneVerified, at.Pending, verified: true, at.SmsDelivered, channel: null, at.Device);

    private static ConditionCase Emptied(ConditionCase at) => new(NoPhone, pending: false, verified: false, smsDelivered: false, channel: null, at.Device);

    /// <summary>With the same channel and device; no SMS is delivered yet, or any more.</summary>
    private static ConditionCase Moved(ConditionCase at, EnrolmentState state, bool pending, bool verified) => new(state, pending, verified, smsDelivered: false, at.Channel, at.Device);
}
