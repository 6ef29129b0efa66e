namespace LoginVerification.Engine;

/// <summary>Whether an owner gets a token to bind a device with. To bind a device is to bind an authenticator: it needs what the other commands on devices need.</summary>
internal static class DeviceTokenDecider
{
    public static AuthenticationNeed NeedOf(Enrolment enrolment) => RecentAuthentication.NeedOnceVerified(enrolment);

    public static Refusal? Check(in Situation situation) =>
        RecentAuthentication.Check(situation, NeedOf(situation.Enrolment))
        ?? (situation.Enrolment.Phone is null ? new Refusal(RefusalCode.NoVerifiedPhone, Sources.Lifecycle) : null);
}
