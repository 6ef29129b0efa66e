using FluentValidation;

namespace LoginVerification.Policies;

internal sealed class RuleConditionValidator : AbstractValidator<RuleCondition>
{
    public RuleConditionValidator()
    {
        RuleFor(condition => condition)
            .Must(condition => !condition.IsEmpty)
            .WithMessage("The condition says nothing. State \"channels\", \"countries\", \"carriers\", \"lineTypes\", \"device\" or \"account\", or leave \"when\" out for always.");
        RuleFor(condition => condition.Channels).SelectsSomething();
        RuleFor(condition => condition.Countries).SelectsSomething(country => KnownCountries.Complaint(country.Value));
        RuleFor(condition => condition.LineTypes).SelectsSomething();
        RuleFor(condition => condition.Carriers).SelectCarriers();
    }
}
