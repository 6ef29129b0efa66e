using System.Diagnostics;
using static LoginVerification.EnrolmentState;

namespace LoginVerification.Policies;

/// <summary>What actions and time make of a case, number and channel aside: enough to tell where a condition can never hold.</summary>
internal static class CaseMoves
{
    /// <summary>The cases that an enrolment can be in, whatever happened to it.</summary>
    public static CaseSet Possible { get; } = CaseSet.Among(ConditionCase.All.Where(at => at.State switch
    {
        NoPhone => !at.Pending && !at.Verified && !at.SmsDelivered,
        PhonePending => at.Pending && !at.Verified,
        _ => at.Verified && (at.Pending || !at.SmsDelivered),
    }));

    /// <summary>The case after an action was accepted; null where it is always refused.</summary>
    public static ConditionCase? After(EnrolmentAction action, ConditionCase at, RemovePhoneMode removal) => action switch
    {
        EnrolmentAction.SubmitPhone => new(at.State is NoPhone ? PhonePending : at.State, pending: true, at.Verified, smsDelivered: false),
        EnrolmentAction.ResendCode when at.Pending => at.With(smsDelivered: false),
        EnrolmentAction.ConfirmCode when at.Pending => new(at.State is PhonePending ? PhoneVerified : at.State, pending: false, verified: true, smsDelivered: false),
        EnrolmentAction.CancelPending when at.Pending => WithoutPending(at),
        EnrolmentAction.EnableVerification when at.State is PhoneVerified => new(VerificationEnabled, pending: false, verified: true, smsDelivered: false),
        EnrolmentAction.ChangeChannel when at.State is VerificationEnabled => at,
        EnrolmentAction.DisableVerification when at.State is VerificationEnabled => Disabled(at),
        EnrolmentAction.RemovePhone when at.Verified && (at.State is not VerificationEnabled || removal is not RemovePhoneMode.Refuse) => new(NoPhone, false, false, false),
        EnrolmentAction.SubmitPhone or EnrolmentAction.ResendCode or EnrolmentAction.ConfirmCode or EnrolmentAction.CancelPending or EnrolmentAction.EnableVerification
            or EnrolmentAction.ChangeChannel or EnrolmentAction.DisableVerification or EnrolmentAction.RemovePhone => null,
        _ => throw new UnreachableException(),
    };

    /// <summary>What can come of a case while the user looks at a screen: the SMS arrives, the number lapses, staff act, a STOP comes.</summary>
    public static IEnumerable<ConditionCase> WhileLooking(ConditionCase at)
    {
        if (at.Pending)
        {
            yield return at.With(smsDelivered: !at.SmsDelivered);
            yield return WithoutPending(at);
        }

        if (at.State is VerificationEnabled)
            yield return Disabled(at);
        if (at.Verified)
            yield return new(NoPhone, false, false, false);
    }

    private static ConditionCase WithoutPending(ConditionCase at) => new(at.State is PhonePending ? NoPhone : at.State, pending: false, at.Verified, smsDelivered: false);

    private static ConditionCase Disabled(ConditionCase at) => new(PhoneVerified, at.Pending, verified: true, at.SmsDelivered);
}
