using NodaTime;

namespace LoginVerification.Tests;

/// <summary>As if every account had a device, so that the app can be chosen: it is lent to what is loaded, and taken from what is saved.</summary>
internal sealed class DeviceLendingStore(IEnrolmentStore inner) : IEnrolmentStore
{
    private static readonly AppDevice Device = new(
        DeviceId.Parse(new string('d', 2 * DeviceId.Length)),
        DeviceKey.Parse("BGsX0fLhLEJH-Lzm5WOkQPJ3A32BLeszoPShOUXYmMKWT-NC4v4af5uO5-tKfA-eFivOM1drMV7Oy7ZAaDe_UfU"),
        "a phone",
        Instant.FromUtc(2020, 1, 1, 0, 0));

    public async ValueTask<Enrolment?> LoadAsync(AccountId account, CancellationToken cancellationToken) =>
        await inner.LoadAsync(account, cancellationToken) is { } stored ? stored with { Devices = [Device] } : null;

    public ValueTask<bool> TrySaveAsync(EnrolmentChange change, CancellationToken cancellationToken) =>
        inner.TrySaveAsync(change with { Before = change.Before with { Devices = [] }, Enrolment = change.Enrolment with { Devices = [] } }, cancellationToken);

    public ValueTask<int> CountAccountsAsync(PhoneNumber number, AccountId except, CancellationToken cancellationToken) =>
        inner.CountAccountsAsync(number, except, cancellationToken);

    public ValueTask<IReadOnlyList<AccountId>> FindAccountsAsync(PhoneNumber number, CancellationToken cancellationToken) =>
        inner.FindAccountsAsync(number, cancellationToken);

    public ValueTask<bool> IsOptedOutAsync(PhoneNumber number, CancellationToken cancellationToken) => inner.IsOptedOutAsync(number, cancellationToken);
}
