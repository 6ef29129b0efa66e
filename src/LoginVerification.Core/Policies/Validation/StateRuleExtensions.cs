using FluentValidation;

namespace LoginVerification.Policies;

/// <summary>What the states of a condition have to say.</summary>
internal static class StateRuleExtensions
{
    public static IRuleBuilderOptionsConditions<ScreenCondition, IReadOnlyList<EnrolmentState>> ArePossible(this IRuleBuilder<ScreenCondition, IReadOnlyList<EnrolmentState>> rule) =>
        rule.Custom((states, context) =>
        {
            if (states.Count == 0)
                context.AddFailure("The list of states is empty, so that the condition never holds. Name a state, or leave \"state\" out for any.");
            var seen = new HashSet<EnrolmentState>();
            foreach (var (index, state) in states.Index())
            {
                if (!seen.Add(state))
                    context.FailAt($"{context.PropertyPath}[{index}]", $"\"{state}\" stands here a second time. Keep one of them.");
                else if (!IsPossible(state, context.InstanceToValidate))
                    context.FailAt($"{context.PropertyPath}[{index}]", $"The rest of the condition never holds in {state}. Take {state} out, or what contradicts it.");
            }
        });

    private static bool IsPossible(EnrolmentState state, ScreenCondition condition) => state switch
    {
        EnrolmentState.NoPhone => condition is not ({ Pending: true } or { Verified: true } or { SmsDelivered: true } or { Channel: not null }),
        EnrolmentState.PhonePending => condition is not ({ Pending: false } or { Verified: true } or { Channel: not null }),
        EnrolmentState.PhoneVerified => condition is not ({ Verified: false } or { Channel: not null }),
        EnrolmentState.VerificationEnabled => condition is not { Verified: false },
        _ => false,
    };
}
