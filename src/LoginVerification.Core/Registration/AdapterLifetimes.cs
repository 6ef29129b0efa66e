using Microsoft.Extensions.DependencyInjection;

namespace LoginVerification;

/// <summary>
/// How long the adapter behind each port lives, read from the host's registrations as they are when the service is made: what the host
/// registers after the builder's call counts, too.
/// </summary>
internal sealed class AdapterLifetimes(IServiceCollection registrations, IEnumerable<AdapterChoice> choices)
{
    /// <summary>The type whose registration decides: the chosen adapter, or the port where the host registered that itself.</summary>
    public Type SourceOf(Type port) => ChoiceFor(port)?.Adapter ?? port;

    /// <summary>Whether one instance serves the whole process. What is registered elsewhere than here may not.</summary>
    public bool IsSingleton(Type port) => Last(SourceOf(port)) is { Lifetime: ServiceLifetime.Singleton };

    /// <summary>Whether the chosen adapter of a port is a type.</summary>
    public bool IsServedBy<TAdapter>(Type port) => SourceOf(port) == typeof(TAdapter);

    /// <summary>The adapter that the builder was last told to use for a port, also where the host registered something around it; null for none.</summary>
    public Type? LastChoiceFor(Type port) => choices.LastOrDefault(choice => choice.Port.ServiceType == port)?.Adapter;

    /// <summary>
    /// What is wrong with a singleton adapter whose own public constructors take a service of one scope, and what to write; null for nothing. What
    /// its parameters take in turn, and what a factory resolves, is not looked at: the container's own <c>ValidateScopes</c> finds it.
    /// </summary>
    public string? CaptiveIn(Type port)
    {
        var source = SourceOf(port);
        if (Last(source) is not { Lifetime: ServiceLifetime.Singleton, ImplementationType: { } adapter })
            return null;
        var scoped = adapter.GetConstructors()
            .SelectMany(constructor => constructor.GetParameters())
            .Select(parameter => parameter.ParameterType)
            .FirstOrDefault(type => (Last(type) ?? LastOpen(type)) is { Lifetime: ServiceLifetime.Scoped });
        var registration = source == adapter ? adapter.Name : $"{source.Name}, {adapter.Name}";
        return scoped is null ? null : $"{adapter.Name} serves the whole process and takes {scoped.Name.Split('`')[0]}, which lives for one scope. Write services.AddScoped<{registration}>().";
    }

    private AdapterChoice? ChoiceFor(Type port) =>
        Last(port) is { } registration ? choices.LastOrDefault(choice => ReferenceEquals(choice.Port, registration)) : null;

    /// <summary>What serves a generic type of which no closed form is registered, as <c>IOptionsSnapshot&lt;&gt;</c> is.</summary>
    private ServiceDescriptor? LastOpen(Type service) => service.IsConstructedGenericType ? Last(service.GetGenericTypeDefinition()) : null;

    private ServiceDescriptor? Last(Type service) =>
        registrations.LastOrDefault(registration => registration.ServiceType == service && !registration.IsKeyedService);
}
