namespace LoginVerification.Engine;

/// <summary>
/// Binding, changing and removing an authenticator needs a recent authentication (NIST SP 800-63B-4, section 4.1.2.1); a code does not,
/// for its challenge had one. Staff were authorized by the host. A time ahead of the clock by less than the window is a clock that
/// differs; by more, it is no authentication.
/// </summary>
internal static class RecentAuthentication
{
    public static bool IsNeededFor(EnrolmentAction action) => action
        is EnrolmentAction.SubmitPhone
        or EnrolmentAction.EnableVerification
        or EnrolmentAction.ChangeChannel
        or EnrolmentAction.DisableVerification
        or EnrolmentAction.RemovePhone;

    public static Refusal? Check(in Situation situation, EnrolmentAction action)
    {
        var facts = situation.Facts;
        if (facts.Origin.By != Initiator.User || !IsNeededFor(action))
            return null;
        var window = situation.Limits.ReauthenticateWithin;
        return facts.AuthenticatedAt is { } at && facts.Now - at is var age && age < window && age > -window
            ? null
            : new Refusal(RefusalCode.ReauthenticationRequired, Sources.ReauthenticateWithin);
    }
}
