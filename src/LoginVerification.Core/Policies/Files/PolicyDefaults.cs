using System.Collections;
using System.Collections.Frozen;

namespace LoginVerification.Policies;

/// <summary>
/// One instance of each record with nothing stated. Generated JSON code does not run the initialisers of init-only properties, so
/// the reader takes the defaults from here; the writer leaves out what equals them. What is required has a stand-in.
/// </summary>
internal static class PolicyDefaults
{
    private const string StandIn = "unstated";

    private static readonly FrozenDictionary<Type, object> Records = new object[]
    {
        new PolicyDocument { Name = StandIn, Surfaces = [] },
        new SurfaceDocument { Name = StandIn, Home = StandIn, Screens = [] },
        new ScreenDocument { Name = StandIn },
        new ScreenAction { Action = EnrolmentAction.SubmitPhone },
        new ScreenLink { To = StandIn },
        new ScreenCondition(),
        new GatingRule { Name = StandIn, Actions = [] },
        new RuleCondition(),
        new AccountAttribute { Name = StandIn, Values = [] },
        new CodeRules(),
        new SendRules(),
        new LockRules(),
        new SignInRules(),
        new ChannelChangeRules(),
        new SmsDeliveryRules(),
    }.ToFrozenDictionary(record => record.GetType());

    public static object? Of(Type type) => Records.GetValueOrDefault(type);

    /// <summary>Whether a value says the same as the default: equal, or both empty.</summary>
    public static bool Same(object? value, object? usual) =>
        Equals(value, usual) || (IsEmpty(value) && IsEmpty(usual)) || (IsAny(value) && IsAny(usual));

    private static bool IsEmpty(object? value) => value is not string and IEnumerable items && !items.GetEnumerator().MoveNext();

    private static bool IsAny(object? value) => value is ISelection { Kind: SelectionKind.Any };
}
