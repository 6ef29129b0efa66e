namespace LoginVerification.Engine;

/// <summary>
/// For a while after a verified number was removed none is added, whoever removed it: so a thief in the account does not take it away
/// and put their own in its place at once. It holds for the number that was removed as well: an answer that tells it
/// from others would tell a thief which it was. A number that staff move in ends the wait, for then one is there to be replaced.
/// </summary>
internal static class CoolDown
{
    public static Refusal? Check(in Situation situation) =>
        situation.Enrolment is { Phone: null, PhoneRemovedAt: { } removedAt } && removedAt + situation.Limits.CoolDownAfterRemoval is var end && situation.Facts.Now < end
            ? new Refusal(RefusalCode.CoolingDown, Sources.CoolDownAfterRemoval) { RetryAt = end }
            : null;
}
