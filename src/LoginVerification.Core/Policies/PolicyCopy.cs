using System.Collections.ObjectModel;

namespace LoginVerification.Policies;

/// <summary>Copies a policy down to its lists, so that whoever wrote it cannot change what runs. A null stays one, for <see cref="PolicyNulls"/> to find.</summary>
internal static class PolicyCopy
{
    public static PolicyDocument Of(PolicyDocument policy) => policy with
    {
        Surfaces = List(policy.Surfaces, Of),
        Rules = List(policy.Rules, Of),
        AccountAttributes = List(policy.AccountAttributes, attribute => attribute with { Values = List(attribute.Values, value => value) }),
    };

    private static SurfaceDocument Of(SurfaceDocument surface) => surface with { Screens = List(surface.Screens, Of) };

    private static ScreenDocument Of(ScreenDocument screen) => screen with
    {
        Actions = List(screen.Actions, action => action with { When = Of(action.When) }),
        Links = List(screen.Links, link => link with { When = Of(link.When) }),
    };

    private static ScreenCondition? Of(ScreenCondition? condition) => condition is null ? null : condition with
    {
        State = condition.State is null ? null : List(condition.State, state => state),
        Channel = condition.Channel is null ? null : List(condition.Channel, channel => channel),
    };

    private static GatingRule Of(GatingRule rule) => rule with
    {
        Actions = List(rule.Actions, action => action),
        Carriers = Map(rule.Carriers),
        When = rule.When is { } when ? when with { Carriers = Map(when.Carriers), Account = Map(when.Account, values => List(values, value => value)) } : null,
    };

    private static ReadOnlyDictionary<string, T> Map<T>(IReadOnlyDictionary<string, T>? entries, Func<T, T>? copy = null) =>
        entries is null ? null! : new ReadOnlyDictionary<string, T>(entries.ToDictionary(entry => entry.Key, entry => entry.Value is null || copy is null ? entry.Value : copy(entry.Value)));

    private static ReadOnlyCollection<T> List<T>(IReadOnlyList<T>? items, Func<T, T> copy) =>
        items?.Select(item => item is null ? item : copy(item)).ToList().AsReadOnly()!;
}
