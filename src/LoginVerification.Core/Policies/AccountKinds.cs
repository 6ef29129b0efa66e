namespace LoginVerification.Policies;

/// <summary>The attributes that a policy declares, and what they can be. Immutable and thread-safe.</summary>
internal sealed class AccountKinds(IReadOnlyList<AccountAttribute> declared)
{
    /// <summary>Every kind of account that rules can tell apart: first the one that has the first value of each attribute.</summary>
    public IReadOnlyList<ValueList<AttributeValue>> All { get; } = [.. declared.Aggregate(
        (IEnumerable<ValueList<AttributeValue>>)[[]],
        (kinds, attribute) => kinds.SelectMany(kind => attribute.Values.Select(value => kind.Add(new AttributeValue(attribute.Name, value)))))];

    /// <summary>Each attribute of an account: what the facts state; unknown, where they state nothing or none of its values.</summary>
    public ValueList<AttributeValue> Of(ValueList<AttributeValue> stated) => [.. declared.Select(attribute => new AttributeValue(attribute.Name, ValueOf(attribute, stated)))];

    private static string? ValueOf(AccountAttribute attribute, ValueList<AttributeValue> stated)
    {
        foreach (var (name, value) in stated)
        {
            if (name == attribute.Name)
                return value is not null && attribute.Values.Contains(value) ? value : null;
        }

        return null;
    }
}
