using NodaTime;

namespace LoginVerification.Exploration;

/// <summary>
/// The abstraction of enrolments under one policy's limits: <see cref="Of"/> gives the shape (the abstract state) of an enrolment,
/// <see cref="Example"/> an enrolment of a shape, <see cref="After"/> what time does to a shape. All enrolments are taken at one instant,
/// <see cref="Now"/>. Immutable and thread-safe.
/// </summary>
/// <remarks>
/// Asking one example is exact because "has the same shape" is a bisimulation: two enrolments of one shape answer every input alike, and what
/// comes of them is again of one shape. A shape forgets three things, and no decider can see any of them:
/// how long a timer still runs, for deciders ask only whether it is over (a zone);
/// which number is which, for deciders compare numbers for equality and nothing else, so that exchanging the two is a symmetry;
/// and what the limits hide, which <see cref="Canonical"/> makes one. What a policy for research does not bound is not counted: see <see cref="Counting"/>.
/// One thing that a decider can see is left out: how often the channel was changed. Nobody here changes it so often as to be stopped.
/// </remarks>
internal sealed class ShapeSpace(EnrolmentLimits limits)
{
    private static readonly Duration Tick = Duration.FromMilliseconds(1);

    public static readonly Instant Now = Instant.FromUtc(2026, 1, 1, 0, 0);

    private static readonly AccountId Somebody = AccountId.Parse("explored");

    private readonly ShapeTimers timers = new(limits);
    private readonly Counting counting = new(limits);

    public EnrolmentLimits Limits => limits;

    /// <summary>The shape of an enrolment that has these numbers.</summary>
    public Shape Of(Enrolment enrolment, IReadOnlyList<PhoneDetails> numbers)
    {
        var shape = new Shape(
            BookOf(enrolment, numbers[0].Number),
            numbers.Count > 1 ? BookOf(enrolment, numbers[1].Number) : default,
            enrolment.Phone is not null,
            enrolment.Phone is { NeedsReverification: true },
            enrolment.ActiveChannel,
            SlotOf(enrolment.Pending?.Details, numbers),
            WrongTriesOf(enrolment),
            CodeIsOlder(enrolment),
            enrolment.LockedUntil(CodePurpose.Enrol) > Now,
            enrolment is { Phone: null, PhoneRemovedAt: { } removedAt } && Now < removedAt + limits.CoolDownAfterRemoval);
        // The verified number is the first, else the pending one.
        var isSecondLeading = (SlotOf(enrolment.Phone?.Details, numbers) ?? shape.Pending) is Slot.Second;
        return Canonical(isSecondLeading ? shape.Exchanged() : shape);
    }

    /// <summary>An enrolment of the shape, with these numbers.</summary>
    public Enrolment Example(in Shape shape, IReadOnlyList<PhoneDetails> numbers)
    {
        // Only an account that never did anything begins with its next event.
        var hasBegun = shape != default;
        var enrolment = new Enrolment(Somebody)
        {
            Version = hasBegun ? 1 : 0,
            Id = hasBegun ? ChallengeSeed.Placeholder.EnrolmentId : null,
            Phone = shape.IsVerified ? new VerifiedPhone(numbers[0], Now) { NeedsReverification = shape.NeedsReverification } : null,
            ActiveChannel = shape.Active,
            Locks = shape.Locked ? [new PurposeLock(CodePurpose.Enrol, Now + timers.LockOf(shape))] : [],
            PhoneRemovedAt = shape.CoolingDown ? Now : null,
            Pending = shape.Pending is { } slot ? PendingOf(shape, slot, numbers[(int)slot]) : null,
        };
        for (var i = 0; i < numbers.Count; i++)
        {
            var number = numbers[i].Number;
            var book = shape[(Slot)i];
            for (var send = 0; send < book.Sends; send++)
                enrolment = enrolment with { Sends = enrolment.Sends.Add(new SentCode(CodePurpose.Enrol, number, LastSend(shape, (Slot)i))) };
            if (book.Failures > 0)
                enrolment = enrolment with { Failures = enrolment.Failures.Add(new WrongCodes(CodePurpose.Enrol, number, book.Failures)) };
            if (book.Past is not Past.None && enrolment.Phone?.Details.Number != number)
                enrolment = enrolment with { FormerNumbers = enrolment.FormerNumbers.Add(new FormerNumber(number, book.Past is Past.Verified)) };
            if (book.Stop is not Stop.None)
                enrolment = enrolment with { OptedOut = enrolment.OptedOut.Add(new OptOut(number, StoppedAt(shape, (Slot)i))) };
        }

        return enrolment;
    }

    /// <summary>The shape once a timer is over, or null where it does not run. What has to be over by then is over.</summary>
    public Shape? After(in Shape shape, Passing passing) => timers.End(shape, passing) is { } after ? Canonical(after) : null;

    /// <summary>
    /// The one shape that stands for all that nobody can tell from this one. At the account's limit of sends no wait can be seen, so that all
    /// of them count as running. Of an account that only the host unlocks nobody can see for which number the failures were, so that they
    /// count for the first. Two numbers that neither verification nor a pending code tells apart are ordered by their books.
    /// </summary>
    private Shape Canonical(in Shape shape)
    {
        var (first, second) = (shape.First, shape.Second);
        if (timers.IsAccountFull(shape))
            (first, second) = (first with { Waiting = first.Sends > 0 }, second with { Waiting = second.Sends > 0 });
        var isFinal = shape.Failures >= limits.Lock.FinalFailures;
        if (isFinal)
            (first, second) = (first with { Failures = 0 }, second with { Failures = 0 });
        if (shape is { IsVerified: false, Pending: null } && second.Rank > first.Rank)
            (first, second) = (second, first);
        return shape with
        {
            First = isFinal ? first with { Failures = checked((byte)limits.Lock.FinalFailures) } : first,
            Second = second,
            // Once the wait is over it makes no difference when it began.
            CodeIsOlder = shape.CodeIsOlder && shape.Pending is { } slot && !shape.CodeIsExpired && (slot is Slot.First ? first : second).Waiting,
            Locked = shape.Locked || isFinal,
        };
    }

    private static Slot? SlotOf(PhoneDetails? phone, IReadOnlyList<PhoneDetails> numbers)
    {
        if (phone is null)
            return null;
        return phone.Number == numbers[0].Number ? Slot.First : Slot.Second;
    }

    private byte WrongTriesOf(Enrolment enrolment)
    {
        if (enrolment.Pending is not { Challenge: var challenge })
            return 0;
        return challenge.IsAlive(Now) ? checked((byte)counting.WrongTries(challenge.WrongTries)) : Shape.Expired;
    }

    private static bool CodeIsOlder(Enrolment enrolment)
    {
        if (enrolment.Pending is not { Challenge: var challenge })
            return false;
        foreach (var sent in enrolment.Sends)
        {
            if (sent.Number == challenge.Number && sent.At > challenge.IssuedAt)
                return true;
        }

        return false;
    }

    private static Past PastOf(Enrolment enrolment, PhoneNumber number) =>
        enrolment.HasVerified(number) ? Past.Verified : enrolment.Knows(number) ? Past.Texted : Past.None;

    private Book BookOf(Enrolment enrolment, PhoneNumber number)
    {
        var sends = 0;
        var last = Instant.MinValue;
        foreach (var sent in enrolment.Sends)
        {
            if (sent.Number != number || sent.At <= Now - limits.Sending.Window)
                continue;
            sends++;
            last = sent.At;
        }

        sends = counting.Sends(sends);
        var failures = 0;
        foreach (var failure in enrolment.Failures)
            failures += failure.Number == number ? failure.Count : 0;
        return new Book(
            checked((byte)sends),
            sends > 0 && (timers.IsFull(sends) || Now < last + timers.WaitAfter(sends)),
            checked((byte)counting.Failures(failures)),
            PastOf(enrolment, number),
            enrolment.OptedOutAt(number) is not { } stopped ? Stop.None : sends > 0 && last > stopped ? Stop.TextedSince : Stop.Heard);
    }

    private PendingPhone PendingOf(in Shape shape, Slot slot, PhoneDetails phone)
    {
        var seed = ChallengeSeed.Placeholder;
        var issued = shape.CodeIsExpired ? Now - limits.Code.Life : LastSend(shape, slot) - (shape.CodeIsOlder ? Tick : Duration.Zero);
        var challenge = new Challenge(new ChallengeId("pending"), CodePurpose.Enrol, phone.Number, seed.Nonce, seed.KeyId, limits.Code.Digits, issued, issued + limits.Code.Life)
        {
            WrongTries = shape.CodeIsExpired ? 0 : shape.WrongTries,
        };
        return new PendingPhone(phone, Now + limits.PendingLapsesAfter, challenge);
    }

    /// <summary>When a STOP came: before the last code or at once with it, and never later, so that a code that is sent now comes after it.</summary>
    private Instant StoppedAt(in Shape shape, Slot slot) => shape[slot] switch
    {
        { Stop: Stop.TextedSince } => LastSend(shape, slot) - Tick,
        { Sends: > 0 } => LastSend(shape, slot),
        _ => Now - Tick,
    };

    /// <summary>When the last code was sent: just now where its wait still runs, unless the code has died meanwhile, and else one wait ago.</summary>
    private Instant LastSend(in Shape shape, Slot slot)
    {
        var book = shape[slot];
        var wait = timers.WaitAfter(book.Sends);
        if (!book.Waiting)
            return Now - wait;
        var outlivesItsCode = shape.Pending == slot && shape.CodeIsExpired && wait > limits.Code.Life;
        return outlivesItsCode ? Now - limits.Code.Life : Now;
    }
}
