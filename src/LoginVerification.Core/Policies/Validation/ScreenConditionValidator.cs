using FluentValidation;

namespace LoginVerification.Policies;

internal sealed class ScreenConditionValidator : AbstractValidator<ScreenCondition>
{
    public ScreenConditionValidator()
    {
        RuleFor(condition => condition)
            .Must(condition => condition is not { State: null, Pending: null, Verified: null, SmsDelivered: null })
            .WithMessage("The condition says nothing. State \"state\", \"pending\", \"verified\" or \"smsDelivered\", or leave \"when\" out for always.");
        RuleFor(condition => condition.State!).ArePossible().When(condition => condition.State is not null);
        RuleFor(condition => condition.SmsDelivered)
            .Must((condition, delivered) => delivered != true || condition.Pending != false)
            .WithMessage("A code is delivered only while a number is pending. Take \"smsDelivered\" or \"pending\" out.");
    }
}
