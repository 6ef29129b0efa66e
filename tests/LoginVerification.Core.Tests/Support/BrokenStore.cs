using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace LoginVerification.Tests;

/// <summary>A store whose reads answer what the test says, or throw.</summary>
internal sealed class BrokenStore(Func<Enrolment?> load) : IEnrolmentStore
{
    public ValueTask<Enrolment?> LoadAsync(AccountId account, CancellationToken cancellationToken) => new(load());

    public ValueTask<bool> TrySaveAsync(EnrolmentChange change, CancellationToken cancellationToken) => new(false);

    public ValueTask<int> CountAccountsAsync(PhoneNumber number, AccountId except, CancellationToken cancellationToken) => new(0);

    public ValueTask<IReadOnlyList<AccountId>> FindAccountsAsync(PhoneNumber number, CancellationToken cancellationToken) => new([]);

    public ValueTask<bool> IsOptedOutAsync(PhoneNumber number, CancellationToken cancellationToken) => new(false);
}

internal static class StoreRegistration
{
    public static void UseStore(this LoginVerificationBuilder builder, IEnrolmentStore store) =>
        builder.Services.Replace(ServiceDescriptor.Singleton(store));
}
