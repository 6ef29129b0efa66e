namespace LoginVerification.Policies;

/// <summary>What rules say of a number, one bit a rule: whether they speak of it, and whether they would allow it.</summary>
internal readonly record struct RuleBits(ulong Concerned, ulong Allowed)
{
    /// <summary>What each of at most 64 rules says of a number.</summary>
    public static RuleBits Of(PhoneDetails phone, IReadOnlyList<GatingRule> rules)
    {
        var (concerned, allowed) = (0UL, 0UL);
        for (var i = 0; i < rules.Count; i++)
        {
            concerned |= rules[i].Concerns(phone) ? 1UL << i : 0;
            allowed |= rules[i].Refuses(phone) is null ? 1UL << i : 0;
        }

        return new RuleBits(concerned, allowed);
    }
}
