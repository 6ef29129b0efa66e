namespace LoginVerification.Cli;

/// <summary>The account of a walk is the one of routes: each attribute has the first of its values.</summary>
internal sealed class FirstValues(EnrolmentPolicy policy) : IAccountAttributes
{
    private readonly Dictionary<string, string> values = policy.Document.AccountAttributes.ToDictionary(attribute => attribute.Name, attribute => attribute.Values[0]);

    public ValueTask<IReadOnlyDictionary<string, string>> ReadAsync(AccountId account, CancellationToken cancellationToken) => new(values);
}
