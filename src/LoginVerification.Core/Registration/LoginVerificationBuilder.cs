using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace LoginVerification;

/// <summary>Chooses the policy and the adapters. Each call can be repeated; the last one wins.</summary>
public sealed class LoginVerificationBuilder
{
    internal LoginVerificationBuilder(IServiceCollection services) => Services = services;

    /// <summary>The host's services. An optional port (<see cref="ICountryRegistry"/>, <see cref="IAppDevices"/>, <see cref="IRiskSignal"/>, <see cref="ISendLimiter"/>) is registered here as a singleton.</summary>
    public IServiceCollection Services { get; }

    /// <summary>Runs a policy; without this call it is <c>consistent</c>.</summary>
    /// <param name="policy">The policy.</param>
    public LoginVerificationBuilder UsePolicy(EnrolmentPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        Services.Replace(ServiceDescriptor.Singleton(policy));
        return this;
    }

    /// <summary>Sends messages with the host's sender.</summary>
    /// <typeparam name="TSender">The sender; one instance serves all.</typeparam>
    public LoginVerificationBuilder UseSms<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TSender>()
        where TSender : class, ISmsSender
    {
        Services.RemoveAll<StartError>();
        Services.Replace(ServiceDescriptor.Singleton<ISmsSender, TSender>());
        return this;
    }

    /// <summary>Sends notices with the host's notifier.</summary>
    /// <typeparam name="TNotifier">The notifier; one instance serves all.</typeparam>
    public LoginVerificationBuilder UseNotifier<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TNotifier>()
        where TNotifier : class, INotifier
    {
        Services.Replace(ServiceDescriptor.Singleton<INotifier, TNotifier>());
        return this;
    }

    /// <summary>Keeps everything in the memory of this process: for tests, demonstrations and tools.</summary>
    public LoginVerificationBuilder UseInMemoryStore()
    {
        Services.TryAddSingleton<InMemoryEnrolments>();
        Services.Replace(ServiceDescriptor.Singleton<IEnrolmentStore>(services => services.GetRequiredService<InMemoryEnrolments>()));
        Services.Replace(ServiceDescriptor.Singleton<IEnrolmentHistory>(services => services.GetRequiredService<InMemoryEnrolments>()));
        Services.Replace(ServiceDescriptor.Singleton<IOutbox>(services => services.GetRequiredService<InMemoryEnrolments>()));
        return this;
    }

    /// <summary>Writes messages, codes and all, and notices to the console, for development. In Production the service then refuses to start.</summary>
    /// <param name="environmentName">The name of the host's environment: <c>builder.Environment.EnvironmentName</c>.</param>
    public LoginVerificationBuilder UseConsole(string environmentName)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(environmentName);
        UseSms<ConsoleSmsSender>().UseNotifier<ConsoleNotifier>();
        if (environmentName.Equals("Production", StringComparison.OrdinalIgnoreCase))
            Services.AddSingleton(new StartError("UseConsole writes codes to the console, which Production must not. Write UseSms<YourSender>() and UseNotifier<YourNotifier>() there."));
        return this;
    }
}
