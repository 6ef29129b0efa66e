namespace LoginVerification.Exploration;

/// <summary>The kinds of accounts that routes, matrices and chances speak of: those that the attributes of a policy make.</summary>
public static class PolicyAccounts
{
    /// <summary>
    /// The kinds of accounts that have what is stated, each with every attribute that the policy declares, in its order. The first one has the first
    /// value of each attribute that is not stated; of a policy without attributes, one kind without any.
    /// </summary>
    /// <param name="policy">The policy.</param>
    /// <param name="stated">What is known of the account: nothing, by default.</param>
    /// <exception cref="ArgumentException">The policy declares no such attribute or value, or one is stated twice.</exception>
    public static IReadOnlyList<ValueList<AttributeValue>> Of(EnrolmentPolicy policy, ValueList<AttributeValue>? stated = null)
    {
        ArgumentNullException.ThrowIfNull(policy);
        stated ??= [];
        foreach (var attribute in stated)
        {
            if (Complaint(policy, attribute) is { } complaint)
                throw new ArgumentException(complaint, nameof(stated));
        }

        if (stated.CountBy(attribute => attribute.Name).FirstOrDefault(named => named.Value > 1) is { Key: { } twice })
            throw new ArgumentException($"{Words.Quote(twice)} is stated twice. State it once.", nameof(stated));
        return [.. policy.Gate.AccountKinds.Where(kind => stated.All(kind.Contains))];
    }

    /// <summary>What is wrong with an attribute, and what the policy declares; null if nothing is.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="stated">The attribute.</param>
    public static string? Complaint(EnrolmentPolicy policy, AttributeValue stated)
    {
        ArgumentNullException.ThrowIfNull(policy);
        if (NameComplaint(policy, stated.Name) is { } complaint)
            return complaint;
        var known = policy.Document.AccountAttributes.First(attribute => attribute.Name == stated.Name);
        var value = stated.Value ?? "";
        return known.Values.Contains(value)
            ? null
            : $"{Words.Quote(known.Name)} has no value {Words.Quote(value)} in the policy {Words.Quote(policy.Name)}.{Words.DidYouMean(value, known.Values)} It declares: {Told(known)}.";
    }

    /// <summary>What is wrong with the name of an attribute, and what the policy declares; null if nothing is.</summary>
    internal static string? NameComplaint(EnrolmentPolicy policy, string name)
    {
        var declared = policy.Document.AccountAttributes;
        if (declared.Any(attribute => attribute.Name == name))
            return null;
        return declared.Count == 0
            ? $"The policy {Words.Quote(policy.Name)} declares no attributes of accounts. Leave {Words.Quote(name)} out."
            : $"Accounts have no attribute {Words.Quote(name)} in the policy {Words.Quote(policy.Name)}.{Words.DidYouMean(name, declared.Select(attribute => attribute.Name))} It declares: {string.Join("; ", declared.Select(Told))}.";
    }

    /// <summary>Kinds that are alike, told by the attributes that those and no others share, or one by one where no attributes tell them so.</summary>
    internal static IEnumerable<(ValueList<AttributeValue> Account, TKey Key)> Alike<TKey>(IReadOnlyList<ValueList<AttributeValue>> kinds, Func<ValueList<AttributeValue>, TKey> keyOf)
    {
        foreach (var alike in kinds.GroupBy(keyOf))
        {
            var shared = alike.First().Where(attribute => alike.All(kind => kind.Contains(attribute))).ToValueList();
            var isTold = kinds.Count(kind => shared.All(kind.Contains)) == alike.Count();
            foreach (var account in isTold ? [shared] : alike.ToList())
                yield return (account, alike.Key);
        }
    }

    private static string Told(AccountAttribute attribute) => $"{attribute.Name} ({string.Join(", ", attribute.Values)})";
}
