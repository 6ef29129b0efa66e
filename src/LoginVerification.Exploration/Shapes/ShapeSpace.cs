using NodaTime;

namespace LoginVerification.Exploration;

/// <summary>
/// Between enrolments and their shapes under one policy: the shape of an enrolment, an enrolment of a shape, and what time does to a shape.
/// All enrolments are taken at one instant, <see cref="Now"/>. Immutable and thread-safe.
/// </summary>
internal sealed class ShapeSpace(PolicyDocument rules)
{
    public static readonly Instant Now = Instant.FromUtc(2026, 1, 1, 0, 0);

    private static readonly AccountId Somebody = AccountId.Parse("explored");
    private static readonly Nonce SomeNonce = Nonce.Parse(new string('0', 2 * Nonce.Length));

    public PolicyDocument Rules => rules;

    public Shape Of(Enrolment enrolment, IReadOnlyList<PhoneDetails> numbers)
    {
        var isFinal = enrolment.FailureCount >= rules.Lock.FinalFailures;
        var (first, second) = Settled(BookOf(enrolment, numbers[0].Number), numbers.Count > 1 ? BookOf(enrolment, numbers[1].Number) : default, isFinal);
        var pending = enrolment.Pending is { } waiting ? waiting.Details.Number == numbers[0].Number ? Slot.First : Slot.Second : (Slot?)null;
        var verified = enrolment.Phone is { } phone ? phone.Details.Number == numbers[0].Number ? Slot.First : Slot.Second : (Slot?)null;
        var swapped = (verified ?? pending) is { } leading ? leading is Slot.Second : second.Rank > first.Rank;
        if (swapped)
            (first, second) = (second, first);
        return new Shape(
            isFinal ? first with { Failures = checked((byte)rules.Lock.FinalFailures) } : first,
            second,
            enrolment.Phone is not null,
            enrolment.Phone is { NeedsReverification: true },
            enrolment.ActiveChannel,
            swapped && pending is { } slot ? Other(slot) : pending,
            enrolment.Pending is { Challenge: var challenge } ? challenge.IsAlive(Now) ? checked((byte)challenge.WrongTries) : Shape.Expired : (byte)0,
            isFinal || enrolment.LockedUntil > Now);
    }

    /// <summary>An enrolment of the shape, told with these numbers.</summary>
    public Enrolment Example(in Shape shape, IReadOnlyList<PhoneDetails> numbers)
    {
        var enrolment = new Enrolment(Somebody)
        {
            Phone = shape.IsVerified ? new VerifiedPhone(numbers[0], Now) { NeedsReverification = shape.NeedsReverification } : null,
            ActiveChannel = shape.Active,
            LockedUntil = shape.Locked ? Now + LockOf(shape) : null,
            Pending = shape.Pending is { } slot ? PendingOf(shape, slot, numbers[(int)slot]) : null,
        };
        for (var i = 0; i < numbers.Count; i++)
        {
            var number = numbers[i].Number;
            var book = shape[(Slot)i];
            for (var send = 0; send < book.Sends; send++)
                enrolment = enrolment with { Sends = enrolment.Sends.Add(new SentCode(number, LastSend(shape, (Slot)i))) };
            if (book.Failures > 0)
                enrolment = enrolment with { Failures = enrolment.Failures.Add(new WrongCodes(number, book.Failures)) };
            if (book.OptedOut)
                enrolment = enrolment with { OptedOut = enrolment.OptedOut.Add(number) };
        }

        return enrolment;
    }

    /// <summary>The shape once a timer is over, or null where it does not run. What has to be over by then is over.</summary>
    public Shape? After(in Shape shape, Passing passing) => Ended(shape, passing) is { } after ? Canonical(after) : null;

    private Shape? Ended(in Shape shape, Passing passing) => passing.Timer switch
    {
        Timer.ResendWait => WaitIsOver(shape, passing.Slot),
        Timer.CodeLife => shape.Pending == passing.Slot && !shape.CodeIsExpired ? CodeIsExpired(shape, passing.Slot) : null,
        Timer.Lock => shape.Locked && shape.Failures < rules.Lock.FinalFailures ? LockIsOver(shape) : null,
        _ => SendIsForgotten(shape, passing.Slot),
    };

    /// <summary>The one shape that <see cref="Of"/> gives to enrolments of this kind, once time changed a book.</summary>
    private Shape Canonical(in Shape shape)
    {
        var isFinal = shape.Failures >= rules.Lock.FinalFailures;
        var (first, second) = Settled(shape.First, shape.Second, isFinal);
        if (!shape.IsVerified && shape.Pending is null && second.Rank > first.Rank)
            (first, second) = (second, first);
        return shape with { First = isFinal ? first with { Failures = checked((byte)rules.Lock.FinalFailures) } : first, Second = second };
    }

    /// <summary>
    /// Without what nobody can see: the waits of an account that is at its limit of sends, which count as running, and for which number the
    /// failures were of an account that only the host unlocks.
    /// </summary>
    private (Book First, Book Second) Settled(Book first, Book second, bool isFinal)
    {
        if (IsAccountFull(first, second))
            (first, second) = (first with { Waiting = first.Sends > 0 }, second with { Waiting = second.Sends > 0 });
        return isFinal ? (first with { Failures = 0 }, second with { Failures = 0 }) : (first, second);
    }

    private Book BookOf(Enrolment enrolment, PhoneNumber number)
    {
        var sends = 0;
        var last = Instant.MinValue;
        foreach (var sent in enrolment.Sends)
        {
            if (sent.Number != number || sent.At <= Now - rules.Sending.Window)
                continue;
            sends++;
            last = sent.At;
        }

        var failures = 0;
        foreach (var failure in enrolment.Failures)
            failures += failure.Number == number ? failure.Count : 0;
        return new Book(
            checked((byte)sends),
            sends > 0 && (IsFull(sends) || Now < last + SendBudget.Wait(sends, rules.Sending)),
            checked((byte)failures),
            enrolment.OptedOut.Contains(number));
    }

    /// <summary>At the limit nobody can see the wait. It counts as running, so that it is over only once it can be seen to be.</summary>
    private bool IsFull(int sends) => sends >= rules.Sending.PerNumber;

    private bool IsAccountFull(Book first, Book second) => first.Sends + second.Sends >= rules.Sending.PerAccount;

    /// <summary>No code is sent while the account is locked, so that what ran when the lock began is over with it, unless it lasts longer.</summary>
    private Shape LockIsOver(in Shape shape)
    {
        var length = LockOf(shape);
        var isFull = IsAccountFull(shape.First, shape.Second);
        return shape with
        {
            Locked = false,
            First = Rested(shape.First),
            Second = Rested(shape.Second),
            WrongTries = shape.Pending is not null && length >= rules.Code.Life ? Shape.Expired : shape.WrongTries,
        };

        Book Rested(Book book) => book.Waiting && !isFull && !IsFull(book.Sends) && WaitOf(book) <= length ? book with { Waiting = false } : book;
    }

    private Duration LockOf(in Shape shape) => Backoff.Double(rules.Lock.First, (shape.Failures / rules.Lock.EveryFailures) - 1, rules.Lock.Longest);

    private Shape? WaitIsOver(in Shape shape, Slot slot)
    {
        var book = shape[slot];
        var wait = WaitOf(book);
        if (!book.Waiting || IsFull(book.Sends) || IsAccountFull(shape.First, shape.Second) || wait >= rules.Sending.Window)
            return null;
        var after = shape.With(slot, book with { Waiting = false });
        return after.Pending == slot && wait >= rules.Code.Life ? after with { WrongTries = Shape.Expired } : after;
    }

    private Shape CodeIsExpired(in Shape shape, Slot slot)
    {
        var book = shape[slot];
        var after = shape with { WrongTries = Shape.Expired };
        return book.Waiting && !IsFull(book.Sends) && WaitOf(book) <= rules.Code.Life ? after.With(slot, book with { Waiting = false }) : after;
    }

    private static Shape? SendIsForgotten(in Shape shape, Slot slot)
    {
        var book = shape[slot];
        return book.Sends switch
        {
            0 => null,
            // The last send is the pending code's own, which lives shorter than the window.
            1 => shape.With(slot, book with { Sends = 0, Waiting = false }) with { WrongTries = shape.Pending == slot ? Shape.Expired : shape.WrongTries },
            _ => shape.With(slot, book with { Sends = (byte)(book.Sends - 1) }),
        };
    }

    private PendingPhone PendingOf(in Shape shape, Slot slot, PhoneDetails phone)
    {
        var issued = shape.CodeIsExpired ? Now - rules.Code.Life : LastSend(shape, slot);
        var challenge = new Challenge(new ChallengeId("pending"), phone.Number, SomeNonce, "explored", issued, issued + rules.Code.Life)
        {
            WrongTries = shape.CodeIsExpired ? 0 : shape.WrongTries,
        };
        return new PendingPhone(phone, Now + rules.PendingLapsesAfter, challenge);
    }

    private Instant LastSend(in Shape shape, Slot slot)
    {
        var book = shape[slot];
        return !book.Waiting ? Now - WaitOf(book)
            : shape.Pending == slot && shape.CodeIsExpired && WaitOf(book) > rules.Code.Life ? Now - rules.Code.Life
            : Now;
    }

    private Duration WaitOf(Book book) => SendBudget.Wait(book.Sends, rules.Sending);

    private static Slot Other(Slot slot) => slot is Slot.First ? Slot.Second : Slot.First;
}
