using FluentValidation;

namespace LoginVerification.Policies;

internal sealed class ScreenConditionValidator : AbstractValidator<ScreenCondition>
{
    public ScreenConditionValidator()
    {
        RuleFor(condition => condition)
            .Must(condition => condition is not { State: null, Pending: null, Verified: null, SmsDelivered: null, Channel: null, Device: null })
            .WithMessage("The condition says nothing. State \"state\", \"pending\", \"verified\", \"smsDelivered\", \"channel\" or \"device\", or leave \"when\" out for always.");
        RuleFor(condition => condition.State!).ArePossible().When(condition => condition.State is not null);
        When(condition => condition.Channel is not null, () =>
        {
            RuleFor(condition => condition.Channel!).HasSome("Name a channel, or leave \"channel\" out for any or none.");
            RuleFor(condition => condition.Channel!).NamesNothingTwice(channel => channel.ToString());
            RuleForEach(condition => condition.Channel!).IsInEnum().WithMessage("This is no channel. Write a member of VerificationChannel.");
            RuleFor(condition => condition.Channel).Must((condition, _) => condition.Verified != false)
                .WithMessage("A channel is active only while a number is verified. Take \"channel\" or \"verified\" out.");
        });
        RuleFor(condition => condition.SmsDelivered)
            .Must((condition, delivered) => delivered != true || condition.Pending != false)
            .WithMessage("A code is delivered only while a number is pending. Take \"smsDelivered\" or \"pending\" out.");
    }
}
