using NodaTime;

namespace LoginVerification;

/// <summary>The devices, with Identity's users following: a device that was bound approves sign-ins, so that sessions from before end.</summary>
internal sealed class FollowedDevices<TUser>(IDeviceService inner, FollowingUsers<TUser> users) : IDeviceService
    where TUser : class
{
    public async ValueTask<DeviceResult> BindDeviceAsync(BindDevice binding, string? correlationId = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(binding);
        if (DeviceTokens.AccountOf(binding.Token) is not { } account)
            return await inner.BindDeviceAsync(binding, correlationId, cancellationToken).ConfigureAwait(false);
        var session = await users.ReadSessionAsync(account, forCommand: true).ConfigureAwait(false);
        var result = await inner.BindDeviceAsync(binding, correlationId, cancellationToken).ConfigureAwait(false);
        if (result.Succeeded)
            await users.FollowAsync(account, session).ConfigureAwait(false);
        return result;
    }

    public ValueTask<PromptResult> GetPromptAsync(AccountId account, DeviceId device, Instant at, string signature, CancellationToken cancellationToken = default) =>
        inner.GetPromptAsync(account, device, at, signature, cancellationToken);

    public ValueTask<DeviceResult> AnswerAsync(AccountId account, AnswerPrompt answer, string? correlationId = null, CancellationToken cancellationToken = default) =>
        inner.AnswerAsync(account, answer, correlationId, cancellationToken);

    public ValueTask<DeviceResult> ChangeAddressAsync(AccountId account, ChangeDeviceAddress change, string? correlationId = null, CancellationToken cancellationToken = default) =>
        inner.ChangeAddressAsync(account, change, correlationId, cancellationToken);
}
