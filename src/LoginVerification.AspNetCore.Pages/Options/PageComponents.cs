using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using LoginVerification.Pages;
using Microsoft.AspNetCore.Components;

namespace LoginVerification;

/// <summary>Which component draws what. Set it once, at start.</summary>
public sealed class PageComponents
{
    /// <summary>What the others are built of: written as elements, and not drawn by choice.</summary>
    internal static readonly IReadOnlySet<Type> BuildingBlocks = new HashSet<Type>
    {
        typeof(ConfirmBox), typeof(PageForm), typeof(PageFrame), typeof(PageHead), typeof(PageLayout), typeof(RememberBox), typeof(TextField), typeof(WhyNot),
    };

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
        if (original == typeof(PageLayout))
            throw new InvalidOperationException($"The layout has a setting of its own. Write o.Layout = typeof({replacement.Name}).");
        if (original.Assembly != typeof(PageComponents).Assembly || BuildingBlocks.Contains(original))
            throw new InvalidOperationException($"{original.Name} is nowhere drawn by choice, and cannot be replaced. Replace the component that it is a part of.");
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
