using Microsoft.Extensions.DependencyInjection;

namespace LoginVerification;

/// <summary>The service for adapters that do not live as long as the process: each call has a scope, and its adapters in it.</summary>
internal sealed class ScopedEnrolmentService(IServiceScopeFactory scopes, Func<IServiceProvider, IEnrolmentService> compose) : IEnrolmentService
{
    public async ValueTask<EnrolmentResult> HandleAsync(Caller caller, EnrolmentCommand command, CancellationToken cancellationToken = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await compose(scope.ServiceProvider).HandleAsync(caller, command, cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<EnrolmentStatus> GetStatusAsync(Caller caller, CancellationToken cancellationToken = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await compose(scope.ServiceProvider).GetStatusAsync(caller, cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<LoginRequirement> GetLoginRequirementAsync(AccountId account, CancellationToken cancellationToken = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await compose(scope.ServiceProvider).GetLoginRequirementAsync(account, cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<EnrolmentResult> EraseAsync(Caller caller, CancellationToken cancellationToken = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await compose(scope.ServiceProvider).EraseAsync(caller, cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<ValueList<AccountId>> FindAccountsAsync(PhoneInput number, CancellationToken cancellationToken = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await compose(scope.ServiceProvider).FindAccountsAsync(number, cancellationToken).ConfigureAwait(false);
    }
}
