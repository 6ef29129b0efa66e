using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Components;

namespace LoginVerification;

/// <summary>Which component draws what. Set it once, at start.</summary>
public sealed class PageComponents
{
    private readonly Dictionary<Type, Type> replacements = [];

    /// <summary>Draws a component of the host's wherever the other would be; it takes the same parameters.</summary>
    /// <typeparam name="TOriginal">A component of this package.</typeparam>
    /// <typeparam name="TReplacement">The host's.</typeparam>
    public PageComponents Replace<TOriginal, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] TReplacement>()
        where TOriginal : IComponent
        where TReplacement : IComponent
    {
        replacements[typeof(TOriginal)] = typeof(TReplacement);
        return this;
    }

    internal Type Of(Type original) => replacements.GetValueOrDefault(original, original);
}
