namespace LoginVerification.Engine;

/// <summary>Every gating rule that speaks of the action on this surface has to allow the number and the channel. Staff act beside all surfaces.</summary>
internal static class GatingRules
{
    public static Refusal? Check(in Situation situation, Choice choice, PhoneDetails? phone) =>
        situation.Facts.Origin.Surface is { } surface ? situation.Gate.Check(surface, choice, phone, situation.Asker) : null;
}
