using NodaTime;

namespace LoginVerification.Tests;

/// <summary>
/// What a clock that goes back does to an account. By up to ten minutes it is two machines that differ, and time stands still until the later
/// clock is reached. By more, the earlier clock was wrong: what it stamped is moved back as far as it was ahead, and what a right one stamped stays. Of a
/// lock nobody knows whose clock it is, and it rather ends too soon than at the false time.
/// </summary>
internal static class ModelClock
{
    private static readonly Duration Skew = Duration.FromMinutes(10);

    public static bool IsFarBack(ModelAccount account, Instant now) => account.ChangedAt - now > Skew;

    public static Instant TimeOf(ModelAccount account, Instant now) => account.ChangedAt is { } last && last > now ? last : now;

    public static void SetBack(ModelAccount account, Instant now)
    {
        var ahead = account.ChangedAt!.Value - now;
        Instant Stamp(Instant at) => at > now ? at - ahead : at;

        var codeIsWrong = account.Code?.IssuedAt > now;
        foreach (var code in account.Codes.Where(code => !code.IsForgotten && code.IssuedAt > now))
            code.MoveBack(ahead);
        if (codeIsWrong)
            account.LapsesAt = Instant.Max(account.LapsesAt - ahead, account.Code!.ExpiresAt);
        account.LockedUntil = account.LockedUntil is { } until ? Stamp(until) : null;
        account.RemovedAt = account.RemovedAt is { } removedAt ? Stamp(removedAt) : null;
        Move(account.Sends, sent => sent with { At = Stamp(sent.At) });
        Move(account.ChannelChanges, Stamp);
        foreach (var number in account.OptedOut.Keys.ToArray())
            account.OptedOut[number] = Stamp(account.OptedOut[number]);
        foreach (var kind in account.AppNotices.Keys.ToArray())
            account.AppNotices[kind] = Stamp(account.AppNotices[kind]);
        account.ChangedAt = now;
    }

    private static void Move<T>(List<T> items, Func<T, T> move)
    {
        for (var i = 0; i < items.Count; i++)
            items[i] = move(items[i]);
    }
}
