using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace LoginVerification.Tests;

/// <summary>A store whose reads answer what the test says, or throw.</summary>
internal sealed class BrokenStore(Func<Enrolment?> load) : IEnrolmentStore
{
    public ValueTask<Enrolment?> LoadAsync(AccountId account, CancellationToken cancellationToken) => new(load());

    public ValueTask<bool> TrySaveAsync(EnrolmentChange change, CancellationToken cancellationToken) => new(false);

    public ValueTask<int> CountAccountsAsync(PhoneNumber number, AccountId except, CancellationToken cancellationToken) => new(0);
}

internal static class StoreRegistration
{
    public static void UseStore(this LoginVerificationBuilder builder, IEnrolmentStore store) =>
        builder.Services.Replace(ServiceDescriptor.Singleton(store));
}
