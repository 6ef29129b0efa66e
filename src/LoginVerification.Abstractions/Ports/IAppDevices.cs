namespace LoginVerification.Ports;

/// <summary>Optional port: the host's app installations. Default: none is registered. Thread-safe.</summary>
public interface IAppDevices
{
    /// <summary>Whether the account has a device that can answer log-in requests.</summary>
    /// <param name="account">Whose.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <exception cref="Exception">No answer, which counts as no device.</exception>
    ValueTask<bool> HasDeviceAsync(AccountId account, CancellationToken cancellationToken);
}
