using NodaTime;

namespace LoginVerification.Exploration.Tests.Replay;

/// <summary>
/// Accounts of one shape that differ in when things happened: all that a clock can make of it. Written from what the timers mean,
/// and not from how the explorer tells them.
/// </summary>
internal sealed class Timing(EnrolmentLimits limits, Random chance)
{
    private static readonly Duration Tick = Duration.FromMilliseconds(1);

    /// <summary>An account of the shape, or null where the drawn instants contradict it.</summary>
    public Enrolment? Draw(in Shape shape, ShapeSpace space)
    {
        var enrolment = space.Example(shape, SampleNumbers.All);
        var sends = new List<SentCode>();
        foreach (var slot in Enum.GetValues<Slot>())
            sends.AddRange(Sends(shape, slot).Select(at => new SentCode(CodePurpose.Enrol, SampleNumbers.All[(int)slot].Number, at)));
        enrolment = enrolment with
        {
            Sends = sends.OrderBy(sent => sent.At).ToValueList(),
            Locks = (shape.Locked ? LockEnd(shape, sends) : Nothing(limits.Lock.First)) is { } end ? [new PurposeLock(CodePurpose.Enrol, end)] : [],
        };
        if (shape.CoolingDown)
            enrolment = enrolment with { PhoneRemovedAt = RemovedAt(shape, enrolment) };
        if (shape.Pending is { } waiting)
        {
            var number = SampleNumbers.All[(int)waiting].Number;
            var issued = sends.Where(sent => sent.Number == number).Select(sent => sent.At).DefaultIfEmpty(ShapeSpace.Now - limits.Sending.Window).Max();
            var pending = enrolment.Pending!;
            enrolment = enrolment with { Pending = pending with { Challenge = pending.Challenge with { IssuedAt = issued, ExpiresAt = issued + limits.Code.Life } } };
        }

        return space.Of(enrolment, SampleNumbers.All) == shape ? enrolment : null;
    }

    /// <summary>When something about an account can change by itself, and just before and after.</summary>
    public IEnumerable<Duration> Turns(Enrolment enrolment)
    {
        var ends = enrolment.Sends.Select(sent => sent.At + limits.Sending.Window)
            .Concat(enrolment.Sends.SelectMany(sent => Enumerable.Range(1, limits.Sending.PerNumber).Select(count => sent.At + Wait(count))));
        ends = ends.Concat(enrolment.Locks.Select(lockout => lockout.Until));
        if (enrolment.PhoneRemovedAt is { } removedAt)
            ends = ends.Append(removedAt + limits.CoolDownAfterRemoval);
        if (enrolment.Pending is { } pending)
            ends = ends.Append(pending.Challenge.ExpiresAt);
        return ends.SelectMany(at => new[] { at - Tick, at, at + Tick }).Select(at => at - ShapeSpace.Now).Where(length => length > Duration.Zero).Distinct().Order();
    }

    /// <summary>The account as it is after a while, told as of now.</summary>
    public static Enrolment Later(Enrolment enrolment, Duration length) => enrolment with
    {
        Sends = enrolment.Sends.Select(sent => sent with { At = sent.At - length }).ToValueList(),
        Locks = enrolment.Locks.Select(lockout => lockout with { Until = lockout.Until - length }).ToValueList(),
        OptedOut = enrolment.OptedOut.Select(optOut => optOut with { At = optOut.At - length }).ToValueList(),
        PhoneRemovedAt = enrolment.PhoneRemovedAt is { } removedAt ? removedAt - length : null,
        Pending = enrolment.Pending is not { } pending ? null : pending with
        {
            LapsesAt = pending.LapsesAt - length,
            Challenge = pending.Challenge with { IssuedAt = pending.Challenge.IssuedAt - length, ExpiresAt = pending.Challenge.ExpiresAt - length },
        },
    };

    /// <summary>The same account with the two numbers in each other's place; no number is verified or pending.</summary>
    public static Enrolment Exchanged(Enrolment enrolment)
    {
        return enrolment with
        {
            Sends = enrolment.Sends.Select(sent => sent with { Number = Other(sent.Number) }).ToValueList(),
            Failures = enrolment.Failures.Select(failure => failure with { Number = Other(failure.Number) }).ToValueList(),
            OptedOut = enrolment.OptedOut.Select(optOut => optOut with { Number = Other(optOut.Number) }).ToValueList(),
            FormerNumbers = enrolment.FormerNumbers.Select(former => former with { Number = Other(former.Number) }).ToValueList(),
        };

        PhoneNumber Other(PhoneNumber number) => SampleNumbers.All[number == SampleNumbers.All[0].Number ? 1 : 0].Number;
    }

    private List<Instant> Sends(in Shape shape, Slot slot)
    {
        var book = shape[slot];
        if (book.Sends == 0)
            return [];
        var wait = Wait(book.Sends);
        var codeLives = shape.Pending == slot && !shape.CodeIsExpired;
        var last = ShapeSpace.Now - (codeLives ? Some(Duration.Zero, wait - Tick, wait, limits.Code.Life - Tick)
            : Some(Duration.Zero, wait - Tick, wait, limits.Code.Life - Tick, limits.Code.Life, limits.Sending.Window - Tick));
        var sends = new List<Instant> { last };
        while (sends.Count < book.Sends)
        {
            var oldest = ShapeSpace.Now - limits.Sending.Window + Tick;
            var earlier = ShapeSpace.Now - Some(Duration.FromSeconds(1), wait, limits.Code.Life, limits.Sending.Window - Tick);
            sends.Add(earlier < oldest || earlier > last ? last : earlier);
        }

        return sends;
    }

    /// <summary>A lock begins with a failure, and nothing is sent from then on.</summary>
    private Instant LockEnd(in Shape shape, List<SentCode> sends)
    {
        var length = LockLength(shape);
        var lastSend = sends.Select(sent => sent.At).DefaultIfEmpty(Instant.MinValue).Max();
        var earliest = Instant.Max(lastSend, ShapeSpace.Now - length + Tick);
        return (chance.Next(2) == 0 ? ShapeSpace.Now : earliest) + length;
    }

    private Duration LockLength(in Shape shape)
    {
        var length = limits.Lock.First;
        for (var locks = shape.Failures / limits.Lock.EveryFailures; locks > 1; locks--)
            length = Duration.Min(length + length, limits.Lock.Longest);
        return length;
    }

    /// <summary>From a removal on nothing is sent and nothing guessed, so that each send was before it, and the failure that began a lock.</summary>
    private Instant RemovedAt(in Shape shape, Enrolment enrolment)
    {
        var length = LockLength(shape);
        var earliest = enrolment.Sends.Select(sent => sent.At)
            .Concat(shape.Locked && shape.Failures < limits.Lock.FinalFailures ? enrolment.Locks.Select(lockout => lockout.Until - length) : [])
            .Append(ShapeSpace.Now - limits.CoolDownAfterRemoval + Tick).Max();
        return chance.Next(2) == 0 ? ShapeSpace.Now : earliest;
    }

    private Duration Wait(int sends)
    {
        var wait = limits.Sending.ResendWait;
        for (var i = 1; i < sends; i++)
            wait = Duration.Min(wait + wait, limits.Sending.Window);
        return Duration.Min(wait, limits.Sending.Window);
    }

    private Duration Some(params ReadOnlySpan<Duration> choices) => choices[chance.Next(choices.Length)];

    private Instant? Nothing(Duration longAgo) => chance.Next(2) == 0 ? null : ShapeSpace.Now - Some(Duration.Zero, longAgo);
}
