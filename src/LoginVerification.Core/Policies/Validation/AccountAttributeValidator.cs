using FluentValidation;

namespace LoginVerification.Policies;

internal sealed class AccountAttributeValidator : AbstractValidator<AccountAttribute>
{
    public AccountAttributeValidator()
    {
        RuleFor(attribute => attribute.Name).IsAName();
        RuleFor(attribute => attribute.Values).Must(values => values.Count > 1).WithMessage("An attribute tells accounts apart, so that it has at least two values. Name them, first that of an account of which nothing is stated.");
        RuleFor(attribute => attribute.Values).HasAtMost(PolicyLimits.MaxAttributeValues, "values");
        RuleFor(attribute => attribute.Values).NamesNothingTwice(value => value);
        RuleForEach(attribute => attribute.Values).IsAName();
    }
}
