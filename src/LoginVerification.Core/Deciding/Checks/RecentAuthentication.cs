using System.Diagnostics;
using NodaTime;

namespace LoginVerification.Engine;

/// <summary>
/// Binding, changing and removing an authenticator needs a recent authentication (NIST SP 800-63B-4, section 4.1.2.1), and where
/// verification is enabled already, one with the second factor: who has the password alone takes nobody's protection away. Whoever planted a
/// number first cannot bind it later: to send its code again, and to confirm it in place of a verified one, is a binding as well. Nor does such a
/// session hide the notice of what it did: it can be all that the owner gets to see. Staff were authorized by the host. A time ahead of the clock by less than the window is a clock that differs; by more, it is no authentication.
/// </summary>
internal static class RecentAuthentication
{
    /// <summary>What a command needs.</summary>
    /// <param name="enrolment">The snapshot.</param>
    /// <param name="command">The command.</param>
    /// <param name="submitted">The number that is submitted, if it could be read.</param>
    public static AuthenticationNeed NeedOf(Enrolment enrolment, EnrolmentCommand command, PhoneNumber? submitted) => command switch
    {
        UserCommand { Action: var action } => NeedOf(enrolment, action, submitted),
        OwnerCommand => NeedOnceVerified(enrolment),
        _ => AuthenticationNeed.None,
    };

    /// <summary>What an action needs.</summary>
    /// <param name="enrolment">The snapshot.</param>
    /// <param name="action">The action.</param>
    /// <param name="submitted">The number that is submitted, if it could be read.</param>
    public static AuthenticationNeed NeedOf(Enrolment enrolment, EnrolmentAction action, PhoneNumber? submitted) => action switch
    {
        EnrolmentAction.SubmitPhone => Replaces(enrolment, submitted) ? NeedOnceVerified(enrolment) : AuthenticationNeed.Recent,
        EnrolmentAction.ResendCode or EnrolmentAction.ConfirmCode => Replaces(enrolment, enrolment.Pending?.Details.Number) ? NeedOnceVerified(enrolment) : AuthenticationNeed.None,
        EnrolmentAction.EnableVerification => AuthenticationNeed.Recent,
        EnrolmentAction.ChangeChannel or EnrolmentAction.DisableVerification or EnrolmentAction.RemovePhone => NeedOnceVerified(enrolment),
        EnrolmentAction.CancelPending => AuthenticationNeed.None,
        _ => throw new UnreachableException(),
    };

    /// <summary>What is needed to change what stands: where verification is enabled, the second factor as well.</summary>
    public static AuthenticationNeed NeedOnceVerified(Enrolment enrolment) =>
        enrolment.ActiveChannel is null ? AuthenticationNeed.Recent : AuthenticationNeed.RecentWithSecondFactor;

    public static Refusal? Check(in Situation situation, EnrolmentAction action) =>
        Check(situation, NeedOf(situation.Enrolment, action, situation.Facts.ReadPhone?.Number));

    public static Refusal? Check(in Situation situation, EnrolmentCommand command) =>
        Check(situation, NeedOf(situation.Enrolment, command, situation.Facts.ReadPhone?.Number));

    public static Refusal? Check(in Situation situation, AuthenticationNeed need)
    {
        var facts = situation.Facts;
        if (facts.Origin.By != Initiator.User || need is AuthenticationNeed.None)
            return null;
        if (!IsRecent(facts.AuthenticatedAt, facts.Clock, situation.Limits.ReauthenticateWithin))
            return new Refusal(RefusalCode.ReauthenticationRequired, Sources.ReauthenticateWithin);
        return need is AuthenticationNeed.RecentWithSecondFactor && facts.Factors is not AuthenticationFactors.MultiFactor
            ? new Refusal(RefusalCode.SecondFactorRequired, Sources.Lifecycle)
            : null;
    }

    /// <summary>Whether an authentication is recent.</summary>
    /// <param name="at">When it was; null where nobody knows.</param>
    /// <param name="clock">Now.</param>
    /// <param name="window">How long it counts.</param>
    public static bool IsRecent(Instant? at, Instant clock, Duration window) => clock - at is { } age && age < window && age > -window;

    private static bool Replaces(Enrolment enrolment, PhoneNumber? number) =>
        enrolment.Phone is { } phone && number is not null && number != phone.Details.Number;
}

/// <summary>What authentication an action needs.</summary>
internal enum AuthenticationNeed
{
    None,
    Recent,
    RecentWithSecondFactor,
}
