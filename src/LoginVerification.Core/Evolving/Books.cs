using NodaTime;

namespace LoginVerification.Engine;

/// <summary>The books of failures, locks and sends, for every purpose. They are lists and no snapshot, so that an event still makes one copy of that.</summary>
internal static class Books
{
    /// <summary>One more failure for a purpose on a number.</summary>
    public static ValueList<WrongCodes> Counted(ValueList<WrongCodes> failures, CodePurpose purpose, PhoneNumber number)
    {
        var count = 1;
        foreach (var failure in failures)
            count += failure.Purpose == purpose && failure.Number == number ? failure.Count : 0;
        return Without(failures, purpose, number).Add(new WrongCodes(purpose, number, count));
    }

    public static ValueList<WrongCodes> Without(ValueList<WrongCodes> failures, CodePurpose purpose, PhoneNumber number) =>
        failures.Where(static (failure, other) => failure.Purpose != other.purpose || failure.Number != other.number, (purpose, number));

    public static ValueList<WrongCodes> Without(ValueList<WrongCodes> failures, CodePurpose purpose) =>
        failures.Where(static (failure, purpose) => failure.Purpose != purpose, purpose);

    /// <summary>The purpose locked until then, or, without such an end, as it was.</summary>
    public static ValueList<PurposeLock> Locked(ValueList<PurposeLock> locks, CodePurpose purpose, Instant? until) =>
        until is { } end ? Without(locks, purpose).Add(new PurposeLock(purpose, end)) : locks;

    public static ValueList<PurposeLock> Without(ValueList<PurposeLock> locks, CodePurpose purpose) =>
        locks.Where(static (lockout, purpose) => lockout.Purpose != purpose, purpose);

    /// <summary>One more send. Those that no longer count are forgotten.</summary>
    public static ValueList<SentCode> Sent(ValueList<SentCode> sends, SentCode sent, Instant countFrom) =>
        sends.Where(static (earlier, countFrom) => earlier.At > countFrom, countFrom).Add(sent);
}
