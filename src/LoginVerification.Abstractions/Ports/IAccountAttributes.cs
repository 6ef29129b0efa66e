namespace LoginVerification.Ports;

/// <summary>
/// Optional port: what the host knows of an account and rules of the policy ask for (<c>accountAttributes</c>), for example whether it is paid
/// for. Asked before each command of an owner, and for the status, where the policy declares attributes; it is not asked at sign-in. Default:
/// nothing is stated, so that every rule that asks for an attribute speaks: what nobody knows closes what depends on it. Thread-safe.
/// </summary>
public interface IAccountAttributes
{
    /// <summary>Tells the attributes of an account.</summary>
    /// <param name="account">The account.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>
    /// Values by the name of the attribute, both as the policy writes them. Names that the policy does not declare are passed over. Of an attribute
    /// that is left out, or has a value that the policy does not declare, every rule that asks for it speaks.
    /// </returns>
    /// <exception cref="Exception">No answer, as null is none: every rule that asks for an attribute speaks.</exception>
    ValueTask<IReadOnlyDictionary<string, string>> ReadAsync(AccountId account, CancellationToken cancellationToken);
}
