namespace LoginVerification.EntityFrameworkCore;

/// <summary>What an enrolment knows of numbers, and what a save changes of it.</summary>
internal static class NumberChanges
{
    private readonly record struct Standing(bool IsHeld, bool IsOptedOut);

    /// <summary>The numbers whose rows a save adds, changes (a row before and after) or removes.</summary>
    public static IEnumerable<(PhoneNumber Number, bool WasThere, (bool IsHeld, bool IsOptedOut)? Now)> Of(Enrolment before, Enrolment after)
    {
        var (old, current) = (Standings(before), Standings(after));
        foreach (var (number, standing) in current)
        {
            var wasThere = old.Remove(number, out var was);
            if (!wasThere || was != standing)
                yield return (number, wasThere, (standing.IsHeld, standing.IsOptedOut));
        }

        foreach (var number in old.Keys)
            yield return (number, true, null);
    }

    private static Dictionary<PhoneNumber, Standing> Standings(Enrolment enrolment)
    {
        var standings = new Dictionary<PhoneNumber, Standing>();
        foreach (var former in enrolment.FormerNumbers)
            standings[former.Number] = default;
        if (enrolment.Pending is { } pending)
            standings[pending.Details.Number] = default;
        foreach (var optOut in enrolment.OptedOut)
            standings[optOut.Number] = new Standing(false, true);
        if (enrolment.Phone is { } phone)
        {
            var number = phone.Details.Number;
            standings[number] = standings.GetValueOrDefault(number) with { IsHeld = !phone.NeedsReverification };
        }

        return standings;
    }
}
