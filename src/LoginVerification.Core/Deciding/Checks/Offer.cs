namespace LoginVerification.Engine;

/// <summary>The surface has to offer the action in this state. Staff act beside all surfaces.</summary>
internal static class Offer
{
    public static Refusal? Check(in Situation situation, EnrolmentAction action) =>
        situation.Facts.Origin.Surface is not { } surface || situation.Gate.Offers(surface, action, situation.Enrolment, situation.Asker)
            ? null
            : new Refusal(RefusalCode.ActionNotOffered, new RefusalSource.Offer(surface));
}
