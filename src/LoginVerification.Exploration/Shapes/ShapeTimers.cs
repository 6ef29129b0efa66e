using NodaTime;

namespace LoginVerification.Exploration;

/// <summary>
/// What time does to a shape under one policy's limits. A shape knows of a timer only whether it is over. When one ends, others that cannot
/// last longer end with it: those orders of events that no clock can bring about must not arise. Immutable and thread-safe.
/// </summary>
internal sealed class ShapeTimers(EnrolmentLimits limits)
{
    /// <summary>The shape once a timer is over, not yet canonical; null where the timer does not run.</summary>
    public Shape? End(in Shape shape, Passing passing) => passing.Timer switch
    {
        Timer.ResendWait => EndWait(shape, passing.Slot),
        Timer.CodeLife => EndCode(shape, passing.Slot),
        Timer.Lock => EndLock(shape),
        Timer.CoolDown => EndCoolDown(shape),
        _ => ForgetSend(shape, passing.Slot),
    };

    /// <summary>At the limit nobody can see the wait. It counts as running, so that it is over only once it can be seen to be.</summary>
    public bool IsFull(int sends) => sends >= limits.Sending.PerNumber;

    /// <summary>Whether the account is at its limit of sends, so that no wait of it can be seen.</summary>
    public bool IsAccountFull(in Shape shape) => shape.First.Sends + shape.Second.Sends >= limits.Sending.PerAccount;

    /// <summary>How long the next code waits after so many.</summary>
    public Duration WaitAfter(int sends) => SendBudget.Wait(sends, limits.Sending);

    /// <summary>How long the lock lasts that came with the last failure.</summary>
    public Duration LockOf(in Shape shape) => Backoff.Double(limits.Lock.First, (shape.Failures / limits.Lock.EveryFailures) - 1, limits.Lock.Longest);

    /// <summary>
    /// The wait for the next code to a number. It began with the number's last send, and the life of a pending code no later: a code that lives
    /// no longer than the wait is dead by then.
    /// </summary>
    private Shape? EndWait(in Shape shape, Slot slot)
    {
        var book = shape[slot];
        var wait = WaitAfter(book.Sends);
        var isHidden = IsFull(book.Sends) || IsAccountFull(shape);
        if (!book.Waiting || isHidden || wait >= limits.Sending.Window)
            return null;
        var after = shape.With(slot, book with { Waiting = false });
        return after.Pending == slot && wait >= limits.Code.Life ? after with { WrongTries = Shape.Expired } : after;
    }

    /// <summary>The life of the pending code. A wait that began with it and is no longer is over by then; one that began when the same code was sent again may run on.</summary>
    private Shape? EndCode(in Shape shape, Slot slot)
    {
        if (shape.Pending != slot || shape.CodeIsExpired)
            return null;
        var book = shape[slot];
        var after = shape with { WrongTries = Shape.Expired };
        var isWaitOver = book.Waiting && !shape.CodeIsOlder && !IsFull(book.Sends) && WaitAfter(book.Sends) <= limits.Code.Life;
        return isWaitOver ? after.With(slot, book with { Waiting = false }) : after;
    }

    /// <summary>
    /// A lock. No code is sent while it lasts, so that every wait and the life of every code began before it: what lasts no longer than the
    /// lock itself is over when the lock is. The last lock of all has no end in time.
    /// </summary>
    private Shape? EndLock(in Shape shape)
    {
        if (!shape.Locked || shape.Failures >= limits.Lock.FinalFailures)
            return null;
        var length = LockOf(shape);
        return Rested(shape, length) with
        {
            Locked = false,
            WrongTries = shape.Pending is not null && length >= limits.Code.Life ? Shape.Expired : shape.WrongTries,
        };
    }

    /// <summary>
    /// The cool-down after a removal. Nothing is pending and nothing is sent while it lasts, so that every wait, every lock and every send came
    /// before it: what lasts no longer than the cool-down itself is over when that is.
    /// </summary>
    private Shape? EndCoolDown(in Shape shape)
    {
        if (!shape.CoolingDown)
            return null;
        var length = limits.CoolDownAfterRemoval;
        var isLockOver = shape.Locked && shape.Failures < limits.Lock.FinalFailures && LockOf(shape) <= length;
        var after = shape with { CoolingDown = false, Locked = shape.Locked && !isLockOver };
        return limits.Sending.Window <= length
            ? after with { First = WithoutSends(after.First), Second = WithoutSends(after.Second) }
            : Rested(after, length);
    }

    /// <summary>The shape after so long in which no code was sent: each wait that is no longer is over, if it can be seen to be.</summary>
    private Shape Rested(in Shape shape, Duration length)
    {
        var isAccountFull = IsAccountFull(shape);
        return shape with { First = Rested(shape.First), Second = Rested(shape.Second) };

        Book Rested(Book book)
        {
            var isWaitOver = book.Waiting && !isAccountFull && !IsFull(book.Sends) && WaitAfter(book.Sends) <= length;
            return isWaitOver ? book with { Waiting = false } : book;
        }
    }

    /// <summary>The window in which the oldest send to a number counts.</summary>
    private static Shape? ForgetSend(in Shape shape, Slot slot)
    {
        var book = shape[slot];
        return book.Sends switch
        {
            0 => null,
            // The last send is the pending code's own, which lives shorter than the window.
            1 => shape.With(slot, WithoutSends(book)) with { WrongTries = shape.Pending == slot ? Shape.Expired : shape.WrongTries },
            _ => shape.With(slot, book with { Sends = (byte)(book.Sends - 1) }),
        };
    }

    private static Book WithoutSends(Book book) => book with { Sends = 0, Waiting = false, Stop = book.Stop is Stop.None ? Stop.None : Stop.Heard };
}
