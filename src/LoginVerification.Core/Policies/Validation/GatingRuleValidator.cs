using FluentValidation;

namespace LoginVerification.Policies;

internal sealed class GatingRuleValidator : AbstractValidator<GatingRule>
{
    public GatingRuleValidator()
    {
        RuleFor(rule => rule.Name).IsAName();
        RuleFor(rule => rule.Actions).HasSome("Name at least one action that the rule speaks of.");
        RuleFor(rule => rule.Actions).NamesNothingTwice(action => action.ToString());
        RuleForEach(rule => rule.Actions).IsInEnum().WithMessage("This is no action. Write a member of EnrolmentAction.");

        RuleFor(rule => rule.Surfaces).SelectsSomething();
        RuleFor(rule => rule.Countries).SelectsSomething(country => KnownCountries.Complaint(country.Value));
        RuleFor(rule => rule.LineTypes).SelectsSomething();
        RuleFor(rule => rule.Channels).SelectsSomething();
        RuleFor(rule => rule.Carriers).SelectCarriers();
        RuleFor(rule => rule.When!).SetValidator(new RuleConditionValidator()).When(rule => rule.When is not null);
    }
}
