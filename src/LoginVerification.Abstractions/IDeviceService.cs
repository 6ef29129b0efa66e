using NodaTime;

namespace LoginVerification;

/// <summary>
/// What devices ask: to be bound, for the prompt of an open sign-in, to answer it. Each request is proved by a signature of the device's key, so that it
/// needs no session and no cookie. Thread-safe; one instance serves all requests.
/// </summary>
public interface IDeviceService
{
    /// <summary>Binds a device with a token of its owner: <see cref="BindDevice"/>.</summary>
    /// <param name="binding">The token, the key, and the proof that the device has the private one.</param>
    /// <param name="correlationId">See <see cref="Caller.CorrelationId"/>.</param>
    /// <param name="cancellationToken">Cancels before the save.</param>
    ValueTask<DeviceResult> BindDeviceAsync(BindDevice binding, string? correlationId = null, CancellationToken cancellationToken = default);

    /// <summary>The prompt that waits for the owner's answer, or none.</summary>
    /// <param name="account">The account that the device was bound to.</param>
    /// <param name="device">The device.</param>
    /// <param name="at">When the device asks, by its clock; within 5 minutes of the host's.</param>
    /// <param name="signature">See <see cref="DeviceCommand.Signature"/>.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    ValueTask<PromptResult> GetPromptAsync(AccountId account, DeviceId device, Instant at, string signature, CancellationToken cancellationToken = default);

    /// <summary>Answers a prompt: <see cref="AnswerPrompt"/>.</summary>
    /// <param name="account">The account that the device was bound to.</param>
    /// <param name="answer">The answer, signed.</param>
    /// <param name="correlationId">See <see cref="Caller.CorrelationId"/>.</param>
    /// <param name="cancellationToken">Cancels before the number is looked at; one that was looked at is counted.</param>
    ValueTask<DeviceResult> AnswerAsync(AccountId account, AnswerPrompt answer, string? correlationId = null, CancellationToken cancellationToken = default);

    /// <summary>Tells where a push service reaches a device from now on: <see cref="ChangeDeviceAddress"/>.</summary>
    /// <param name="account">The account that the device was bound to.</param>
    /// <param name="change">The address, signed.</param>
    /// <param name="correlationId">See <see cref="Caller.CorrelationId"/>.</param>
    /// <param name="cancellationToken">Cancels before the save.</param>
    ValueTask<DeviceResult> ChangeAddressAsync(AccountId account, ChangeDeviceAddress change, string? correlationId = null, CancellationToken cancellationToken = default);
}

/// <summary>The answer to a device. Immutable; compares by value.</summary>
/// <param name="Device">The device; null where it is not, or not yet, one of the account's.</param>
/// <param name="Refusal">Why not, or null for yes.</param>
public sealed record DeviceResult(DeviceId? Device, Refusal? Refusal)
{
    /// <summary>Whether the answer is yes.</summary>
    public bool Succeeded => Refusal is null;
}

/// <summary>What a device shows. Immutable; compares by value.</summary>
/// <param name="Prompt">The open sign-in, or null where none waits for an answer.</param>
/// <param name="Refusal">Why the device learns nothing, or null.</param>
public sealed record PromptResult(SignInPrompt? Prompt, Refusal? Refusal);
