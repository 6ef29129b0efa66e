using NodaTime;

namespace LoginVerification.Engine;

/// <summary>What devices ask.</summary>
internal sealed class DeviceService(CommandPipeline pipeline, Accounts accounts, IClock clock) : IDeviceService
{
    public async ValueTask<DeviceResult> BindDeviceAsync(BindDevice binding, string? correlationId = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(binding);
        CommandArguments.Ensure(binding);
        if (DeviceTokens.AccountOf(binding.Token) is not { } account)
            return new DeviceResult(null, Refused(RefusalCode.BindingTokenInvalid));
        var outcome = await GiveAsync(account, binding, correlationId, cancellationToken).ConfigureAwait(false);
        return new DeviceResult(outcome.Refusal is null ? outcome.Enrolment.Devices[^1].Id : null, outcome.Refusal);
    }

    public async ValueTask<PromptResult> GetPromptAsync(AccountId account, DeviceId device, Instant at, string signature, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(device);
        ArgumentNullException.ThrowIfNull(signature);
        var now = clock.GetCurrentInstant();
        var enrolment = PassageOfTime.Through(await accounts.LoadAsync(account, cancellationToken).ConfigureAwait(false), now);
        if (enrolment.FindDevice(device) is not { } known)
            return new PromptResult(null, Refused(RefusalCode.DeviceUnknown));
        if (!DeviceSignatures.IsQuestion(account, device, at, signature, known.Key, now))
            return new PromptResult(null, Refused(RefusalCode.SignatureInvalid));
        return new PromptResult(
            enrolment.SignIn is { Ended: null, ConfirmedBy: null, Channel: VerificationChannel.AppPush } open && open.Challenge.IsAlive(PassageOfTime.TimeOf(enrolment, now))
                ? new SignInPrompt(open.Challenge.Id, open.Challenge.IssuedAt, open.Challenge.ExpiresAt, open.Surface) { Place = open.Place, Browser = open.Browser }
                : null,
            null);
    }

    public async ValueTask<DeviceResult> AnswerAsync(AccountId account, AnswerPrompt answer, string? correlationId = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return new DeviceResult(answer.Device, (await GiveAsync(account, answer, correlationId, cancellationToken).ConfigureAwait(false)).Refusal);
    }

    public async ValueTask<DeviceResult> ChangeAddressAsync(AccountId account, ChangeDeviceAddress change, string? correlationId = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(change);
        return new DeviceResult(change.Device, (await GiveAsync(account, change, correlationId, cancellationToken).ConfigureAwait(false)).Refusal);
    }

    /// <summary>What is refused before there is a command to decide.</summary>
    private static Refusal Refused(RefusalCode code)
    {
        var refusal = new Refusal(code, Sources.Lifecycle);
        return refusal with { WaysOut = [SignInWays.OfDevice(refusal)] };
    }

    private ValueTask<CommandOutcome> GiveAsync(AccountId account, DeviceCommand command, string? correlationId, CancellationToken cancellationToken) =>
        pipeline.RunAsync(Caller.Device(account) with { CorrelationId = correlationId }, command, cancellationToken);
}
