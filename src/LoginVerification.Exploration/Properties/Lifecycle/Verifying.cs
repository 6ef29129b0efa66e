namespace LoginVerification.Exploration;

/// <summary>Whether a number becomes verified: a new one, or one that had to be confirmed again.</summary>
internal static class Verifying
{
    public static bool Happens(in Transition transition) =>
        transition.After.Phone is { } phone
        && (transition.Before.Phone?.Details.Number != phone.Details.Number
            || (transition.Before.Phone.NeedsReverification && !phone.NeedsReverification));
}
