namespace LoginVerification.Testing;

/// <summary>What <see cref="IAppDevices"/> promises.</summary>
public abstract class AppDevicesContract : QuestionContract<IAppDevices, bool>
{
    /// <inheritdoc/>
    protected override ValueTask<bool> AskAsync(IAppDevices port, CancellationToken cancellationToken) =>
        port.HasDeviceAsync(AccountId.Parse("an account that nobody has"), cancellationToken);

    /// <inheritdoc/>
    protected override string? FaultIn(bool answer) => answer ? "an unknown account has no device." : null;
}
