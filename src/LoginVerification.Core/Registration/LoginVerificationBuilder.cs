using System.Diagnostics.CodeAnalysis;
using FluentValidation;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace LoginVerification;

/// <summary>
/// Chooses the policy and the adapters. Each call can be repeated; the last one wins. An adapter is chosen by type, instance or factory.
/// </summary>
/// <remarks>
/// A type is resolved as the host registered it, before or after the builder's call (<c>AddHttpClient&lt;GatewaySender&gt;(…)</c>,
/// <c>AddScoped&lt;MailNotifier&gt;()</c>), and is one instance for all where the host did not. Scoped and transient adapters live in a scope
/// of each command; an optional port, and what is sent from the outbox, has a scope for each call, because it can outlive a command. An
/// adapter of one instance for all fails at start if its own constructor takes a scoped service. What it keeps by way of another service is for the
/// container to find: <c>ServiceProviderOptions.ValidateScopes</c>.
/// </remarks>
public sealed partial class LoginVerificationBuilder
{
    internal LoginVerificationBuilder(IServiceCollection services) => Services = services;

    /// <summary>The host's services.</summary>
    public IServiceCollection Services { get; }

    /// <summary>Runs a policy; without this call it is <c>consistent</c>.</summary>
    /// <param name="policy">The policy.</param>
    public LoginVerificationBuilder UsePolicy(EnrolmentPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        Services.Replace(ServiceDescriptor.Singleton(policy));
        return this;
    }

    /// <summary>
    /// Lets a policy start whose settings are meant for research, because they end protection and tell nobody: <c>disableSilently</c> and
    /// <c>onStop: removePhone</c>. A warning is logged. Not for real accounts. A policy with <see cref="PolicyDocument.Research"/>, whose codes can be guessed, does not
    /// start even so.
    /// </summary>
    public LoginVerificationBuilder AllowResearchPolicy()
    {
        Services.TryAddSingleton<ResearchAllowed>();
        return this;
    }

    /// <summary>Keeps everything in the memory of this process: for tests, demonstrations and tools.</summary>
    public LoginVerificationBuilder UseInMemoryStore() => UseStore<InMemoryEnrolments>();

    /// <summary>
    /// Writes messages, codes and all, and notices to the console of a developer. The service starts in the environment <c>Development</c>
    /// alone; elsewhere choose a sender and a notifier after this call, or instead of it.
    /// </summary>
    /// <param name="environmentName">The name of the host's environment: <c>builder.Environment.EnvironmentName</c>.</param>
    public LoginVerificationBuilder UseConsole(string environmentName)
    {
        ArgumentNullException.ThrowIfNull(environmentName);
        Services.Replace(ServiceDescriptor.Singleton(new ConsoleUse(environmentName)));
        return UseSms<ConsoleSmsSender>().UseNotifier<ConsoleNotifier>();
    }

    /// <summary>Has an adapter's settings checked at start, once however often it is chosen, and only while it serves its port.</summary>
    internal LoginVerificationBuilder Check<TPort, TAdapter, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TSettings>(
        Func<TSettings, IEnumerable<string>> sectionErrors, Func<TimeSpan, IValidator<TSettings>> rules)
        where TAdapter : TPort
        where TSettings : class
    {
        Services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<LoginVerificationOptions>, SettingsCheck<TPort, TAdapter, TSettings>>(provider =>
            new(provider.GetRequiredService<AdapterLifetimes>(), provider.GetRequiredService<IOptions<TSettings>>(), sectionErrors, rules)));
        return this;
    }

    /// <summary>
    /// Reads what an SMS provider calls back, besides those that are read already: two gateways may both have messages under way. The senders of this library
    /// bring their own.
    /// </summary>
    /// <typeparam name="TCallbacks">One instance for all.</typeparam>
    public LoginVerificationBuilder AddSmsCallbacks<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TCallbacks>()
        where TCallbacks : class, ISmsCallbacks
    {
        Services.TryAddSingleton<TCallbacks>();
        Services.TryAddEnumerable(ServiceDescriptor.Singleton<ISmsCallbacks, TCallbacks>(provider => provider.GetRequiredService<TCallbacks>()));
        return this;
    }

    private LoginVerificationBuilder Use<TPort, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TAdapter>()
        where TPort : class
        where TAdapter : class, TPort
    {
        // Others who resolve the port get what the host registered by now; the service itself looks again when it starts.
        var lifetime = Services.LastOrDefault(service => service.ServiceType == typeof(TAdapter) && !service.IsKeyedService)?.Lifetime ?? ServiceLifetime.Singleton;
        Services.TryAddSingleton<TAdapter>();
        var port = ServiceDescriptor.Describe(typeof(TPort), provider => provider.GetRequiredService<TAdapter>(), lifetime);
        Services.AddSingleton(new AdapterChoice(port, typeof(TAdapter)));
        return Replace<TPort>(port);
    }

    private LoginVerificationBuilder Use<TPort>(TPort adapter)
        where TPort : class
    {
        ArgumentNullException.ThrowIfNull(adapter);
        return Replace<TPort>(ServiceDescriptor.Singleton(adapter));
    }

    private LoginVerificationBuilder Use<TPort>(Func<IServiceProvider, TPort> make, ServiceLifetime lifetime)
        where TPort : class
    {
        ArgumentNullException.ThrowIfNull(make);
        return Replace<TPort>(ServiceDescriptor.Describe(typeof(TPort), Made(make, $"{typeof(TPort).Name} answered null. Return an adapter."), lifetime));
    }

    /// <summary>To the container, what a factory answers null for is not registered at all.</summary>
    private static Func<IServiceProvider, object> Made<T>(Func<IServiceProvider, T> make, string complaint)
        where T : class => provider => make(provider) ?? throw new InvalidOperationException($"The factory of {complaint}");

    private LoginVerificationBuilder Replace<TPort>(ServiceDescriptor port)
    {
        Services.RemoveAll<TPort>();
        Services.Add(port);
        return this;
    }
}
