namespace LoginVerification;

/// <summary>Optional port: velocity limits, budgets and brakes over all accounts. Asked before each send. Default: allowed. Thread-safe.</summary>
public interface ISendLimiter
{
    /// <summary>Judges a send.</summary>
    /// <param name="account">For whom.</param>
    /// <param name="phone">To which number.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <exception cref="Exception">No answer. The send is held back.</exception>
    ValueTask<SendAllowance> CheckAsync(AccountId account, PhoneDetails phone, CancellationToken cancellationToken);
}
