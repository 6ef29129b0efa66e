namespace LoginVerification.Cli;

/// <summary>What an account is, as it is told.</summary>
internal static class AccountWords
{
    /// <summary>For people: <c>paid=yes, staff=no</c>.</summary>
    public static string Of(ValueList<AttributeValue> account) => string.Join(", ", account);

    /// <summary>After what tells numbers: <c> (paid=yes, staff=no)</c>; nothing where nothing is known of it.</summary>
    public static string Beside(ValueList<AttributeValue> account) => account.Count == 0 ? "" : $" ({Of(account)})";

    /// <summary>After something else: <c>, an account with paid=yes</c>; nothing where nothing is known of it.</summary>
    public static string After(ValueList<AttributeValue> account) => account.Count == 0 ? "" : $", an account with {Of(account)}";

    /// <summary>For programs, by name; null where nothing is known of it, so that it is left out.</summary>
    public static IReadOnlyDictionary<string, string>? ByName(ValueList<AttributeValue> account) =>
        account.Count == 0 ? null : new OrderedDictionary<string, string>(account.Select(attribute => KeyValuePair.Create(attribute.Name, attribute.Value ?? "")));
}
