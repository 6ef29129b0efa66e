using System.Diagnostics;

namespace LoginVerification.Engine;

/// <summary>
/// A user, or the host's staff, removes the verified number, and a pending one with it. While it protects the log-in the policy says
/// what comes of it: by default a refusal, so that protection never ends as a side effect.
/// </summary>
internal static class RemovePhoneDecider
{
    public static Decision Decide(in Situation situation)
    {
        var enrolment = situation.Enrolment;
        if (enrolment.Phone is not { } phone)
            return new Refusal(RefusalCode.NoVerifiedPhone, Sources.Lifecycle);
        var no = Offer.Check(situation, EnrolmentAction.RemovePhone)
            ?? RecentAuthentication.Check(situation, EnrolmentAction.RemovePhone)
            ?? GatingRules.Check(situation, new Choice(EnrolmentAction.RemovePhone), phone.Details);
        if (no is not null)
            return no;

        var origin = situation.Facts.Origin;
        return enrolment.ActiveChannel is not { } active
            ? new Decision(Removal.Of(enrolment, phone, origin, first: null), null)
            : situation.Limits.RemovePhoneWhileEnabled switch
            {
                RemovePhoneMode.Refuse => new Refusal(RefusalCode.PhoneProtectsLogin, Sources.RemovePhoneWhileEnabled),
                RemovePhoneMode.DisableWithNotice =>
                    new Decision(Removal.Of(enrolment, phone, origin, new VerificationDisabled(active, DisableCause.PhoneRemoved) { Origin = origin }), null),
                RemovePhoneMode.DisableSilently =>
                    new Decision(Removal.Of(enrolment, phone, origin, new ProtectionDropped(active, DisableCause.PhoneRemoved) { Origin = origin }), null),
                _ => throw new UnreachableException(),
            };
    }
}
