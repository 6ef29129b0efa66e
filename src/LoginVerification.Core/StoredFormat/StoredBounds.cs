using NodaTime;

namespace LoginVerification.Engine;

/// <summary>
/// What a stored number may be. No policy makes more, and nothing that is computed with less leaves its range. The bounds are the format's
/// own, so that a release with a stricter policy still reads what an earlier one stored; a test holds that they are never below the policy's.
/// </summary>
internal static class StoredBounds
{
    /// <summary>
    /// No instant is this late. What is added to one (waits, windows, locks: 30 days at most) and what the correction of a clock takes away
    /// (the time from a clock's year 1 to here, at most) stays inside the years −9998 to 9999, which is all that an <see cref="Instant"/> can be.
    /// Nothing is taken away from an earlier one, so that none is too early.
    /// </summary>
    public static readonly Instant Latest = Instant.FromUtc(9000, 1, 1, 0, 0);

    /// <summary>The largest whole number that every reader of JSON keeps.</summary>
    public const long MaxVersion = (1L << 53) - 1;

    public const int MinDigits = 6;
    public const int MaxDigits = 8;

    public static readonly Duration MaxLife = Duration.FromMinutes(10);

    /// <summary>Wrong codes of one challenge.</summary>
    public const int MaxWrongTries = 10;

    /// <summary>Wrong codes in a row of one purpose.</summary>
    public const int MaxFailures = 100;

    /// <summary>Of the hash of a backup code: some seconds of work.</summary>
    public const int MaxIterations = 10_000_000;

    /// <summary>Codes inside the window of one purpose.</summary>
    public const int MaxSends = 100;
}
