namespace LoginVerification.Testing;

/// <summary>What <see cref="IAccountAttributes"/> promises.</summary>
public abstract class AccountAttributesContract : QuestionContract<IAccountAttributes, IReadOnlyDictionary<string, string>>
{
    /// <inheritdoc/>
    protected override ValueTask<IReadOnlyDictionary<string, string>> AskAsync(IAccountAttributes port, CancellationToken cancellationToken) =>
        port.ReadAsync(AccountId.Parse("an account that nobody has"), cancellationToken);

    /// <inheritdoc/>
    protected override string? FaultIn(IReadOnlyDictionary<string, string> answer) =>
        answer is null ? "where nothing is known of an account, nothing is stated: an empty dictionary."
        : answer.Values.Any(value => value is null) ? "what is not known is left out."
        : null;
}
