using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace LoginVerification.Tests;

/// <summary>
/// A store over another one, out of which enrolments come as if a device were bound, where the test says so. What is saved is without it, so that
/// snapshots and histories are those of the test's own commands.
/// </summary>
internal sealed class BoundDevices(Func<AccountId, bool> isBound) : PassingStore
{
    private static readonly AppDevice Device = new(DeviceId.Parse(new string('d', 2 * DeviceId.Length)), TestKeys.First, "as if bound", Instant.MinValue) { Address = PushAddress.Parse("as if bound") };

    public override async ValueTask<Enrolment?> LoadAsync(AccountId account, CancellationToken cancellationToken)
    {
        var loaded = await Inner.LoadAsync(account, cancellationToken);
        return isBound(account) ? With(loaded ?? new Enrolment(account)) : loaded;
    }

    public override ValueTask<bool> TrySaveAsync(EnrolmentChange change, CancellationToken cancellationToken) =>
        Inner.TrySaveAsync(change with { Before = Without(change.Before), Enrolment = Without(change.Enrolment) }, cancellationToken);

    private static Enrolment With(Enrolment enrolment) => enrolment with { Devices = [.. enrolment.Devices, Device] };

    private static Enrolment Without(Enrolment enrolment) => enrolment with { Devices = [.. enrolment.Devices.Where(device => device.Id != Device.Id)] };
}

internal static class BoundDevicesRegistration
{
    /// <summary>Puts such a store over the one that was registered last.</summary>
    public static void AddBoundDevices(this IServiceCollection services, Func<AccountId, bool> isBound)
    {
        var inner = services.Last(service => service.ServiceType == typeof(IEnrolmentStore));
        services.Remove(inner);
        services.Add(new ServiceDescriptor(typeof(IEnrolmentStore), provider => new BoundDevices(isBound) { Inner = Made(inner, provider) }, inner.Lifetime));
    }

    private static IEnrolmentStore Made(ServiceDescriptor service, IServiceProvider provider) =>
        (IEnrolmentStore)(service.ImplementationInstance ?? service.ImplementationFactory?.Invoke(provider) ?? ActivatorUtilities.CreateInstance(provider, service.ImplementationType!));
}
