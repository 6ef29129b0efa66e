using Microsoft.Extensions.DependencyInjection;

namespace LoginVerification;

/// <summary>A port that the builder serves with a type, which the host may also register by itself: as a typed HTTP client, for example.</summary>
/// <param name="Port">The port's registration, made by the builder.</param>
/// <param name="Adapter">The type that serves it.</param>
internal sealed record AdapterChoice(ServiceDescriptor Port, Type Adapter);
