using FluentValidation;

namespace LoginVerification.Policies;

internal sealed class ScreenLinkValidator : AbstractValidator<ScreenLink>
{
    public ScreenLinkValidator()
    {
        RuleFor(link => link.Label!).Must(label => !string.IsNullOrWhiteSpace(label) && label.Length <= PolicyLimits.MaxLabelLength)
            .When(link => link.Label is not null)
            .WithMessage($"A label has 1 to {PolicyLimits.MaxLabelLength} characters. Write what the user reads, or leave the key out.");
        RuleFor(link => link.Kind).IsAKnownWord();
        RuleFor(link => link.When!).SetValidator(new ScreenConditionValidator()).When(link => link.When is not null);
    }
}
