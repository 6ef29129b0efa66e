namespace LoginVerification.Exploration;

/// <summary>
/// The abstract state of an enrolment: all of it that a decision can depend on. Timers are zones: over or not, never how long. Numbers are
/// told apart by their part alone: the verified one is the first, else the pending one, else the one with the fuller book.
/// </summary>
/// <param name="First">The book of the first number.</param>
/// <param name="Second">The book of the second number.</param>
/// <param name="IsVerified">Whether the first number is verified.</param>
/// <param name="NeedsReverification">Whether the verified number was reported to have changed hands.</param>
/// <param name="Active">The channel that protects the log-in.</param>
/// <param name="Pending">Which number waits for its code.</param>
/// <param name="WrongTries">Wrong codes against the pending one, or <see cref="Expired"/>.</param>
/// <param name="CodeIsOlder">Whether the pending code was sent again while the next one still has to wait: the wait began after the code's life did.</param>
/// <param name="Locked">Whether failures lock the account.</param>
/// <param name="CoolingDown">Whether a verified number was removed so recently that none is taken yet.</param>
internal readonly record struct Shape(
    Book First,
    Book Second,
    bool IsVerified,
    bool NeedsReverification,
    VerificationChannel? Active,
    Slot? Pending,
    byte WrongTries,
    bool CodeIsOlder,
    bool Locked,
    bool CoolingDown)
{
    /// <summary>In place of wrong tries: the code's life is over, and with it what was tried.</summary>
    public const byte Expired = byte.MaxValue;

    public bool CodeIsExpired => WrongTries == Expired;

    public int Failures => First.Failures + Second.Failures;

    public EnrolmentState State => (IsVerified, Active, Pending) switch
    {
        (true, not null, _) => EnrolmentState.VerificationEnabled,
        (true, null, _) => EnrolmentState.PhoneVerified,
        (false, _, not null) => EnrolmentState.PhonePending,
        _ => EnrolmentState.NoPhone,
    };

    public Book this[Slot slot] => slot is Slot.First ? First : Second;

    public Shape With(Slot slot, Book book) => slot is Slot.First ? this with { First = book } : this with { Second = book };

    /// <summary>By what most shapes differ in: millions are looked up, and the hash that the compiler makes takes several times as long.</summary>
    public override int GetHashCode() => unchecked(
        (((First.Rank * 31) ^ (Second.Rank << 9)) * 31) ^ (WrongTries << 7) ^ ((int)State << 5) ^ (Pending is null ? 0 : 16) ^ (NeedsReverification ? 8 : 0) ^ (CodeIsOlder ? 4 : 0) ^ (Locked ? 2 : 0) ^ (CoolingDown ? 32 : 0) ^ (Active is VerificationChannel.Sms ? 1 : 0));

    /// <summary>The same shape with the numbers in each other's place.</summary>
    public Shape Exchanged() => this with { First = Second, Second = First, Pending = Pending is { } slot ? Other(slot) : null };

    /// <summary>Whether nothing is known of the number, so that it is any new one.</summary>
    public bool IsNew(Slot slot) => this[slot] == default && Pending != slot && !(slot is Slot.First && IsVerified);

    private static Slot Other(Slot slot) => slot is Slot.First ? Slot.Second : Slot.First;
}

/// <summary>What is remembered of one number.</summary>
/// <param name="Sends">Codes sent inside the window.</param>
/// <param name="Waiting">Whether the next code has to wait.</param>
/// <param name="Failures">Wrong codes in a row.</param>
/// <param name="Past">What the account had to do with it, ever.</param>
/// <param name="Stop">A STOP of its holder.</param>
internal readonly record struct Book(byte Sends, bool Waiting, byte Failures, Past Past, Stop Stop)
{
    /// <summary>Orders books, so that numbers which nothing else tells apart are told apart the same way always.</summary>
    public int Rank => (Sends << 12) | ((Waiting ? 1 : 0) << 11) | (Failures << 4) | ((int)Past << 2) | (int)Stop;
}

/// <summary>What an account had to do with a number, ever: it does not forget.</summary>
internal enum Past : byte
{
    None,

    /// <summary>It was pending: its holder can answer STOP.</summary>
    Texted,

    /// <summary>It was verified: its owner can submit it again in spite of a STOP.</summary>
    Verified,
}

/// <summary>Whether the holder of a number asked for no more messages.</summary>
internal enum Stop : byte
{
    None,
    Heard,

    /// <summary>A code was sent since, so that another STOP is news.</summary>
    TextedSince,
}

/// <summary>One of the numbers of a shape.</summary>
internal enum Slot
{
    First,
    Second,
}
