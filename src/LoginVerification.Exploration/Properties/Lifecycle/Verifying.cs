namespace LoginVerification.Exploration;

/// <summary>Whether a number becomes verified: a new one, or one that had to be confirmed again.</summary>
internal static class Verifying
{
    public static bool Happens(in Transition asked) =>
        asked.After.Phone is { } phone
        && (asked.Before.Phone?.Details.Number != phone.Details.Number
            || (asked.Before.Phone.NeedsReverification && !phone.NeedsReverification));
}
