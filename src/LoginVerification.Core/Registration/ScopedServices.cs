using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace LoginVerification;

/// <summary>The services for adapters that do not live as long as the process: each call has a scope, and its adapters in it.</summary>
internal sealed partial class ScopedServices(IServiceScopeFactory scopes, Func<IServiceProvider, Services> compose, ILogger<ScopedServices> logger) : IEnrolmentService, ISignInService, IDeviceService
{
    public ValueTask<EnrolmentResult> HandleAsync(Caller caller, EnrolmentCommand command, CancellationToken cancellationToken = default) =>
        CallAsync(services => services.Enrolments.HandleAsync(caller, command, cancellationToken));

    public ValueTask<EnrolmentStatus> GetStatusAsync(Caller caller, CancellationToken cancellationToken = default) =>
        CallAsync(services => services.Enrolments.GetStatusAsync(caller, cancellationToken));

    public ValueTask<DeviceToken> IssueDeviceTokenAsync(Caller caller, CancellationToken cancellationToken = default) =>
        CallAsync(services => services.Enrolments.IssueDeviceTokenAsync(caller, cancellationToken));

    public ValueTask<LoginRequirement> GetLoginRequirementAsync(AccountId account, CancellationToken cancellationToken = default) =>
        CallAsync(services => services.Enrolments.GetLoginRequirementAsync(account, cancellationToken), () => new LoginRequirement.Blocked(BlockReason.EnrolmentUnreadable));

    public ValueTask<EnrolmentResult> EraseAsync(Caller caller, CancellationToken cancellationToken = default) =>
        CallAsync(services => services.Enrolments.EraseAsync(caller, cancellationToken));

    public ValueTask<ValueList<AccountId>> FindAccountsAsync(PhoneInput number, CancellationToken cancellationToken = default) =>
        CallAsync(services => services.Enrolments.FindAccountsAsync(number, cancellationToken));

    public ValueTask<SignInStart> BeginAsync(AccountId account, Surface surface, SignInContext? context = null, CancellationToken cancellationToken = default) =>
        CallAsync(services => services.SignIns.BeginAsync(account, surface, context, cancellationToken), () => SignInService.Unreadable);

    public ValueTask<SignInStart> ResendAsync(AccountId account, Surface surface, ChallengeId challenge, SignInContext? context = null, CancellationToken cancellationToken = default) =>
        CallAsync(services => services.SignIns.ResendAsync(account, surface, challenge, context, cancellationToken), () => SignInService.Unreadable);

    public ValueTask<SignInAnswer> AnswerAsync(
        AccountId account, Surface surface, ChallengeId challenge, CodeInput code, SignInContext? context = null, CancellationToken cancellationToken = default) =>
        CallAsync(services => services.SignIns.AnswerAsync(account, surface, challenge, code, context, cancellationToken));

    public ValueTask<SignInAnswer> CompleteAsync(AccountId account, Surface surface, ChallengeId challenge, SignInContext? context = null, CancellationToken cancellationToken = default) =>
        CallAsync(services => services.SignIns.CompleteAsync(account, surface, challenge, context, cancellationToken));

    public ValueTask<SignInAnswer> UseBackupCodeAsync(AccountId account, Surface surface, CodeInput code, SignInContext? context = null, CancellationToken cancellationToken = default) =>
        CallAsync(services => services.SignIns.UseBackupCodeAsync(account, surface, code, context, cancellationToken));

    public ValueTask<ValueList<SignInWay>> GetWaysAsync(AccountId account, CancellationToken cancellationToken = default) =>
        CallAsync(services => services.SignIns.GetWaysAsync(account, cancellationToken));

    public ValueTask<DeviceResult> BindDeviceAsync(BindDevice binding, string? correlationId = null, CancellationToken cancellationToken = default) =>
        CallAsync(services => services.Devices.BindDeviceAsync(binding, correlationId, cancellationToken));

    public ValueTask<PromptResult> GetPromptAsync(AccountId account, DeviceId device, Instant at, string signature, CancellationToken cancellationToken = default) =>
        CallAsync(services => services.Devices.GetPromptAsync(account, device, at, signature, cancellationToken));

    public ValueTask<DeviceResult> AnswerAsync(AccountId account, AnswerPrompt answer, string? correlationId = null, CancellationToken cancellationToken = default) =>
        CallAsync(services => services.Devices.AnswerAsync(account, answer, correlationId, cancellationToken));

    public ValueTask<DeviceResult> ChangeAddressAsync(AccountId account, ChangeDeviceAddress change, string? correlationId = null, CancellationToken cancellationToken = default) =>
        CallAsync(services => services.Devices.ChangeAddressAsync(account, change, correlationId, cancellationToken));

    /// <param name="call">The call.</param>
    /// <param name="blocked">What to answer where an adapter cannot even be made; null where that is thrown.</param>
    private async ValueTask<T> CallAsync<T>(Func<Services, ValueTask<T>> call, Func<T>? blocked = null)
    {
        await using var scope = scopes.CreateAsyncScope();
        Services services;
        try
        {
            services = compose(scope.ServiceProvider);
        }
#pragma warning disable CA1031 // Whatever a host's factory throws, nobody may take it for "no protection".
        catch (Exception failure) when (blocked is not null)
#pragma warning restore CA1031
        {
            LogUnmade(logger, failure.GetType().Name);
            return blocked();
        }

        return await call(services).ConfigureAwait(false);
    }

    [LoggerMessage(23, LogLevel.Error, "An adapter could not be made ({Failure}); the sign-in is blocked.")]
    private static partial void LogUnmade(ILogger logger, string failure);
}
