using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Microsoft.AspNetCore.Components;

namespace LoginVerification;

/// <summary>Which component draws what. Set it once, at start.</summary>
public sealed class PageComponents
{
    private readonly Dictionary<Type, Type> replacements = [];

    /// <summary>Draws a component of the host's wherever the other would be; it takes the same parameters.</summary>
    /// <typeparam name="TOriginal">A component of this package that is drawn by choice: <c>docs/pages.md</c> lists them.</typeparam>
    /// <typeparam name="TReplacement">The host's.</typeparam>
    /// <exception cref="InvalidOperationException">The original cannot be replaced, or the replacement lacks one of its parameters.</exception>
    public PageComponents Replace<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] TOriginal,
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] TReplacement>()
        where TOriginal : IComponent
        where TReplacement : IComponent
    {
        var (original, replacement) = (typeof(TOriginal), typeof(TReplacement));
        if (original.Assembly != typeof(PageComponents).Assembly || original.IsDefined(typeof(BuildingBlockAttribute), inherit: false))
            throw new InvalidOperationException($"{original.Name} is nowhere drawn by choice, and cannot be replaced. Replace the component that it is a part of; for the layout write o.Layout = typeof({replacement.Name}).");
        var taken = ParametersOf(replacement).ToList();
        if (!taken.Exists(parameter => parameter.GetCustomAttribute<ParameterAttribute>()!.CaptureUnmatchedValues)
            && ParametersOf(original).FirstOrDefault(parameter => !taken.Exists(other => other.Name == parameter.Name)) is { } missing)
            throw new InvalidOperationException($"{replacement.Name} lacks the parameter {missing.Name} of {original.Name}. Give it a property {missing.Name} of the type {missing.PropertyType.Name} with [Parameter].");
        replacements[original] = replacement;
        return this;
    }

    internal Type Of(Type original) => replacements.GetValueOrDefault(original, original);

    private static IEnumerable<PropertyInfo> ParametersOf([DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] Type component) =>
        component.GetProperties().Where(property => property.IsDefined(typeof(ParameterAttribute), inherit: true));
}
