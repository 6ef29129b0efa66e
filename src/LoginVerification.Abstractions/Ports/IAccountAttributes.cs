namespace LoginVerification.Ports;

/// <summary>
/// Optional port: what the host knows of an account and rules of the policy ask for (<c>accountAttributes</c>), for example whether it is paid
/// for. Asked before each command of an owner, and for the status, where the policy declares attributes; it is not asked at sign-in. Default:
/// nothing is stated, so that each attribute has its first value. Thread-safe.
/// </summary>
public interface IAccountAttributes
{
    /// <summary>Tells the attributes of an account.</summary>
    /// <param name="account">The account.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>
    /// Values by the name of the attribute, each as the policy writes it. One that is left out has its first value; one that the policy does not
    /// declare is passed over. Of a value that the policy does not declare, every rule that asks for the attribute speaks.
    /// </returns>
    /// <exception cref="Exception">No answer, as null is none: every rule that asks for an attribute speaks.</exception>
    ValueTask<IReadOnlyDictionary<string, string>> ReadAsync(AccountId account, CancellationToken cancellationToken);
}
