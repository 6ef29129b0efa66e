namespace LoginVerification.Exploration;

/// <summary>
/// Which counts of a shape nobody tells apart, so that one shape answers for all that differ in them alone. It is for one number; with two, each
/// shape is a kind of its own. Immutable and thread-safe.
/// </summary>
/// <remarks>
/// A decider or an observer reads a count in three ways: whether it is none, whether it or the next one is at a bound, and whether the next
/// failure locks. And it writes one in three ways: it leaves it, adds one, or takes it back to none. So counts of which all that is read is the
/// same are answered alike, and what comes of one comes of the other, moved by their difference. How long a wait or a lock lasts depends on
/// counts as well; but that is read by time alone, which is asked of each shape itself. See <see cref="ShapeTimers"/>.
/// </remarks>
internal sealed class AlikeCounts
{
    /// <summary>In place of a count: neither none nor near a bound. No count comes so far.</summary>
    private const byte InBetween = byte.MaxValue - 1;

    /// <summary>The same, and the next failure locks.</summary>
    private const byte BeforeLock = byte.MaxValue - 2;

    private readonly byte[] sends;
    private readonly byte[] failures;
    private readonly byte[] wrongTries;

    public AlikeCounts(EnrolmentLimits limits)
    {
        var timers = new ShapeTimers(limits);
        var mostSends = Math.Min(limits.Sending.PerNumber, limits.Sending.PerAccount);
        // Where earlier codes are taken it is asked whether there is one. What nothing bounds is hardly counted, so that each count is its own.
        var fewestSends = limits.Code.OnResend is ResendMode.NewBesideEarlier ? 2 : 1;
        sends = Kinds(count => limits.Sending.PerNumber != PolicyLimits.Unlimited && count >= fewestSends && count + 1 < mostSends && timers.WaitAfter(count + 1) < limits.Sending.Window, _ => InBetween);
        // Below the first lock each is its own: who fails then is told of it otherwise.
        failures = Kinds(
            count => count >= limits.Lock.EveryFailures && count + 1 < limits.Lock.FinalFailures,
            count => (count + 1) % limits.Lock.EveryFailures == 0 ? BeforeLock : InBetween);
        wrongTries = Kinds(count => count > 0 && count + 1 < limits.Code.WrongTries, _ => InBetween);
    }

    /// <summary>What shapes that are answered alike have in common. It is no shape of an enrolment.</summary>
    public Shape KindOf(in Shape shape) => shape.Second != default ? shape : shape with
    {
        First = shape.First with { Sends = sends[shape.First.Sends], Failures = failures[shape.First.Failures] },
        WrongTries = wrongTries[shape.WrongTries],
    };

    /// <summary>What comes of a shape, by what comes of another one of its kind.</summary>
    public static Shape After(in Shape shape, in Shape other, in Shape afterOther) => afterOther with
    {
        First = afterOther.First with
        {
            Sends = After(shape.First.Sends, other.First.Sends, afterOther.First.Sends),
            Failures = After(shape.First.Failures, other.First.Failures, afterOther.First.Failures),
        },
        WrongTries = After(shape.WrongTries, other.WrongTries, afterOther.WrongTries),
    };

    private static byte After(byte count, byte other, byte afterOther) =>
        afterOther == other ? count
        : afterOther == other + 1 ? (byte)(count + 1)
        : afterOther;

    private static byte[] Kinds(Func<int, bool> isAlike, Func<int, byte> kind) =>
        [.. Enumerable.Range(0, byte.MaxValue + 1).Select(count => count < BeforeLock && isAlike(count) ? kind(count) : (byte)count)];
}
