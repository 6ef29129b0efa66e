namespace LoginVerification.Exploration.Tests.Naive;

/// <summary>An account, with clocks told as "still running" or "over". Numbers of which nothing is known are left out; the order of the others says nothing.</summary>
internal sealed record NaiveAccount(IReadOnlyList<NaiveNumber> Numbers, VerificationChannel? Protection, bool IsSuspect, string Code, bool IsLocked, bool IsLockedForGood, bool IsCoolingDown)
{
    public static readonly AccountId Id = AccountId.Parse("naive");

    public const string NoCode = "no code";
    public const string DeadCode = "dead code";

    public static NaiveAccount New { get; } = new([], null, false, NoCode, false, false, false);

    /// <summary>Whoever submitted a first number a moment ago.</summary>
    public static NaiveAccount Begun { get; } = New with { Numbers = [NaiveNumber.Unknown with { IsPending = true, Sends = 1, Waits = true, WasTexted = true }], Code = NaiveClock.Fresh };

    public bool HasPending => Code != NoCode;

    public bool HasVerified => Numbers.Any(number => number.IsVerified);

    public string State => (HasVerified, Protection, HasPending) switch
    {
        (true, not null, _) => "VerificationEnabled",
        (true, null, _) => "PhoneVerified",
        (false, _, true) => "PhonePending",
        _ => "NoPhone",
    };

    public override string ToString() =>
        $"[{string.Join("; ", Numbers.Select(number => number.ToString()).Order(StringComparer.Ordinal))}] {Protection} {(IsSuspect ? "suspect " : "")}{Code}{(IsLocked ? ", locked" : "")}{(IsLockedForGood ? ", for good" : "")}{(IsCoolingDown ? ", cooling down" : "")}";
}
