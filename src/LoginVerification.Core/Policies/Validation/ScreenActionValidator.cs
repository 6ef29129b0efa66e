using FluentValidation;

namespace LoginVerification.Policies;

internal sealed class ScreenActionValidator : AbstractValidator<ScreenAction>
{
    public ScreenActionValidator()
    {
        RuleFor(offer => offer.Action).IsAKnownWord();
        RuleFor(offer => offer.When!).SetValidator(new ScreenConditionValidator()).When(offer => offer.When is not null);
    }
}
