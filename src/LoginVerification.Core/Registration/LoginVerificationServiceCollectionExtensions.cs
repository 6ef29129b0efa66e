using LoginVerification;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers log-in verification.</summary>
public static class LoginVerificationServiceCollectionExtensions
{
    /// <summary>
    /// Adds <see cref="IEnrolmentService"/>, <see cref="ISignInService"/>, <see cref="IDeviceService"/> and <see cref="OutboxDispatcher"/>, all singletons; while a host runs, it works the outbox off. Choose adapters on the builder. Wrong wiring fails
    /// when the host starts, or without a host when the service is first resolved. Can be called again: options add up.
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configure">Sets the wiring.</param>
    public static LoginVerificationBuilder AddLoginVerification(this IServiceCollection services, Action<LoginVerificationOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        return Register(services, configure);
    }

    /// <summary>
    /// The same, with the wiring from a section of the configuration. Its keys are the names of the options; keys of codes are base64, durations
    /// <c>hh:mm:ss</c>. Whatever it says that is no option, or no value of one, fails at start, every error at once.
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <param name="section">The section: <c>builder.Configuration.GetSection("LoginVerification")</c>.</param>
    public static LoginVerificationBuilder AddLoginVerification(this IServiceCollection services, IConfigurationSection section)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(section);
        return Register(services, options => OptionsSection.Read(section, options));
    }

    private static LoginVerificationBuilder Register(IServiceCollection services, Action<LoginVerificationOptions> configure)
    {
        services.AddOptions<LoginVerificationOptions>().Configure(configure).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<LoginVerificationOptions>, StartChecks>());
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IEntropy, SystemEntropy>();
        services.TryAddSingleton<NoAnswers>();
        services.TryAddSingleton<ICountryRegistry>(provider => provider.GetRequiredService<NoAnswers>());
        services.TryAddSingleton<IRiskSignal>(provider => provider.GetRequiredService<NoAnswers>());
        services.TryAddSingleton<ISendLimiter>(provider => provider.GetRequiredService<NoAnswers>());
        services.TryAddSingleton<IPushSender>(provider => provider.GetRequiredService<NoAnswers>());
        services.TryAddSingleton<IAccountAttributes>(provider => provider.GetRequiredService<NoAnswers>());
        services.TryAddSingleton(_ => ShippedPolicies.Consistent);
        services.TryAddSingleton(provider => new AdapterLifetimes(services, provider.GetServices<AdapterChoice>()));
        services.TryAddSingleton<Composition>();
        services.TryAddSingleton(provider => provider.GetRequiredService<Composition>().Enrolments);
        services.TryAddSingleton(provider => provider.GetRequiredService<Composition>().SignIns);
        services.TryAddSingleton(provider => provider.GetRequiredService<Composition>().Devices);
        services.TryAddSingleton(provider => provider.GetRequiredService<Composition>().Dispatcher);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, OutboxLoop>(provider => provider.GetRequiredService<Composition>().Loop()));
        return new LoginVerificationBuilder(services);
    }
}
