namespace LoginVerification.Cli;

/// <summary>The host of a walk, which knows what the account is.</summary>
internal sealed class StatedAccount(ValueList<AttributeValue> stated) : IAccountAttributes
{
    private readonly Dictionary<string, string> values = stated.ToDictionary(attribute => attribute.Name, attribute => attribute.Value!);

    public ValueTask<IReadOnlyDictionary<string, string>> ReadAsync(AccountId account, CancellationToken cancellationToken) => new(values);
}
